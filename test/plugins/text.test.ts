import * as fc from 'fast-check';
import { leafPaths, type HeaderNode, type PrintableDocument, type TableBlock } from 'nianbao/plugin-api';
import { describe, expect, it } from 'vitest';
import type { TextOptions } from '../../plugins/text/options.ts';
import { plain } from '../../plugins/text/plain.ts';
import { renderText } from '../../plugins/text/text.ts';
import { displayWidth } from '../../plugins/text/wrap.ts';
import {
  anyDocument,
  cityReport,
  documentOf,
  heading,
  hostileDocument,
  paragraph,
  quietReport,
  table,
} from './documents.ts';
import { trend } from './html-looks.ts';
import { readTables, type ReadTable } from './text-reader.ts';

const defaults: TextOptions = { heads: 'full', order: 'rows', zeroRows: 'list', lineWidth: 0, bom: false };

function render(document: PrintableDocument, options: Partial<TextOptions> = {}): string {
  return renderText(document, { ...defaults, ...options });
}

const small = documentOf([
  heading(2, '一、总体情况', 'overview'),
  heading(3, '（一）主动公开方面。', 'overview-1', true),
  paragraph('公开政府信息 1 条。'),
  heading(2, '二、收到和处理申请情况', 'applications'),
  {
    ...table({
      id: 'requests',
      caption: '申请情况',
      corner: '事项',
      unit: '件',
      notes: ['含撤回的申请。'],
      columns: [['申请人情况', '自然人', ['法人', '企业', '其他']], '总计'],
      rows: ['一、新收', ['二、结果', '（一）公开', '（二）不公开']],
      values: [
        [11398889, '', '/', 11398889],
        [0, 0, 0, 0],
        ['0', '—', '72701.2578', ''],
      ],
    }),
    totals: [
      { label: '各行之和', agreeing: 1, disagreeing: 1, open: 1 },
      { label: '各列之和', agreeing: 4, disagreeing: 0, open: 0 },
    ],
  },
]);

describe('the text of a document', () => {
  it('says every figure on a line of its own, with its heads', () => {
    expect(render(small)).toMatchInlineSnapshot(`
      "北关区工信局2024年政府信息公开工作年度报告

      来源：北关区工信局
      数据版本日期：2025年1月21日
      计量单位：件

      表格读法：先报表号、表名、行数和列数，再逐行读。“第几行”之后是行标题，其下每行是一个数，先读列标题，后读数值。“空”表示原表该格空白，“原文”之后是原表该格所填的符号，都不是零。每张表读完有“结束”。


      目录，共3项

      一、总体情况
      二、收到和处理申请情况
      表 1：申请情况


      一、总体情况

      （一）主动公开方面。公开政府信息 1 条。


      二、收到和处理申请情况

      表 1 开始：申请情况
      3行4列，逐行读。单位：件。
      表头左上格：事项
      注：含撤回的申请。

      第1行：一、新收
      申请人情况，自然人：11398889
      申请人情况，法人，企业：空
      申请人情况，法人，其他：原文“/”
      总计：11398889

      第2行：二、结果，（一）公开
      申请人情况，自然人：0
      申请人情况，法人，企业：0
      申请人情况，法人，其他：0
      总计：0

      第3行：二、结果，（二）不公开
      申请人情况，自然人：0
      申请人情况，法人，企业：原文“—”
      申请人情况，法人，其他：72701.2578
      总计：空

      核对：各行之和：一致1处，不一致1处，因缺数无法核对1处。
      核对：各列之和：4处全部一致。

      表 1 结束
      "
    `);
  });

  it('can be short', () => {
    expect(render(small, { heads: 'short', zeroRows: 'summary', lineWidth: 32 })).toMatchInlineSnapshot(`
      "北关区工信局2024年政府信息公开工
      作年度报告

      来源：北关区工信局
      数据版本日期：2025年1月21日
      计量单位：件

      表格读法：先报表号、表名、行数和
      列数，再逐行读。“第几行”之后是
      行标题，其下每行是一个数，先读列
      标题，后读数值。“空”表示原表该
      格空白，“原文”之后是原表该格所
      填的符号，都不是零。每张表读完有
      “结束”。


      目录，共3项

      一、总体情况
      二、收到和处理申请情况
      表 1：申请情况


      一、总体情况

      （一）主动公开方面。公开政府信
      息 1 条。


      二、收到和处理申请情况

      表 1 开始：申请情况
      3行4列，逐行读。单位：件。
      表头左上格：事项
      列标题：申请人情况（自然人、法人
        （企业、其他））；总计
      注：含撤回的申请。

      全为0的行共1行：第2行，（一）公
        开。

      第1行：一、新收
      自然人：11398889
      企业：空
      其他：原文“/”
      总计：11398889

      第3行：（二）不公开
      自然人：0
      企业：原文“—”
      其他：72701.2578
      总计：空

      核对：各行之和：一致1处，不一致1
        处，因缺数无法核对1处。
      核对：各列之和：4处全部一致。

      表 1 结束
      "
    `);
  });

  it('is English for documents that are not Chinese', () => {
    const blocks = [heading(2, 'Requests', 'requests-chapter'), ...small.blocks.filter(({ type }) => type === 'table')];
    expect(render({ ...small, title: 'Annual report', language: 'en', blocks })).toMatchInlineSnapshot(`
      "Annual report

      Source: 北关区工信局
      Data as of: 20 January 2025
      Units: 件

      How tables are read: first number, caption and size, then row by row. After the row number stands the head of the row; each line below it is one figure, the head of its column first. “empty” stands for a blank cell, “source says” for a mark that stood in place of a figure; neither is zero. A line says where each table ends.


      Contents, 2 entries

      1. Requests
      Table 1: 申请情况


      Requests

      Table 1 begins: 申请情况
      3 rows, 4 columns, read row by row. Unit: 件.
      Top left cell: 事项
      Note: 含撤回的申请。

      Row 1: 一、新收
      申请人情况, 自然人: 11398889
      申请人情况, 法人, 企业: empty
      申请人情况, 法人, 其他: source says “/”
      总计: 11398889

      Row 2: 二、结果, （一）公开
      申请人情况, 自然人: 0
      申请人情况, 法人, 企业: 0
      申请人情况, 法人, 其他: 0
      总计: 0

      Row 3: 二、结果, （二）不公开
      申请人情况, 自然人: 0
      申请人情况, 法人, 企业: source says “—”
      申请人情况, 法人, 其他: 72701.2578
      总计: empty

      Check: 各行之和: 1 agrees, 1 does not agree, 1 can not be judged because figures are missing.
      Check: 各列之和: all 4 agree.

      Table 1 ends
      "
    `);
  });

  it('leaves a row without a head and a column without one to their numbers', () => {
    const bare = documentOf([table({ id: 'bare', columns: [''], rows: [''], values: [[5]] })]);
    expect(render(bare)).toContain('\n\n第1行\n第1列：5\n\n表 1 结束\n');
  });

  it('puts the words for a picture in its place, numbered once', () => {
    const picture = { type: 'figure', svg: '<svg/>', alternative: '甲90，乙50。', caption: '收到申请' } as const;
    const text = render(documentOf([picture, { ...picture, caption: '图 2 办结' }]));
    expect(text).toContain('\n\n图 1：收到申请\n甲90，乙50。\n\n图 2 办结\n甲90，乙50。\n');
  });

  it('begins with a byte order mark only when asked to', () => {
    expect(render(small).startsWith('北')).toBe(true);
    expect(render(small, { bom: true })).toBe(`\ufeff${render(small)}`);
  });

  it('holds no box drawing, tabs, controls or blanks at line ends', () => {
    for (const document of [cityReport, quietReport, hostileDocument]) {
      expect(render(document)).not.toMatch(/[\u2500-\u259f\u2f00-\u2fdf\u200b\u202e]|(?!\n)\p{Cc}| $/mu);
    }
  });

  it('is composed (NFC) and without Kangxi radicals', () => {
    const document = documentOf([paragraph('cafe\u0301 \u2f3e\u2f00')]);
    expect(render(document)).toContain('café 户一');
  });
});

/** What reading back should give, made straight from the block. */
function expected(block: TableBlock, index: number, { comma, column }: { comma: string; column: string }): ReadTable {
  const heads = (nodes: readonly HeaderNode[]) =>
    leafPaths(nodes).map((path) => path.map(plain).filter(Boolean).join(comma));
  const columns = heads(block.columns);
  const rows = heads(block.rows);
  return {
    number: index + 1,
    caption: plain(block.caption),
    rows: block.cells.map((cells, i) => ({
      number: i + 1,
      head: rows[i] ?? '',
      cells: cells.map(({ state, text }, j) => ({
        head: columns[j] || column.replace('N', String(j + 1)),
        state,
        text: text.replaceAll('：', ':'),
      })),
    })),
  };
}

/** Whether the text gives all cells of the document back. */
function readBack(document: PrintableDocument, options: Partial<TextOptions>) {
  const zh = document.language.startsWith('zh');
  const spoken = zh ? { comma: '，', column: '第N列' } : { comma: ', ', column: 'Column N' };
  const tables = document.blocks.filter((block) => block.type === 'table');
  return {
    read: readTables(render(document, options), zh ? 'zh' : 'en'),
    written: tables.map((block, index) => expected(block, index, spoken)),
  };
}

describe('reading the text back', () => {
  it.each([
    ['a full report', cityReport],
    ['a report of zeros', quietReport],
  ])('gives every cell of %s', (_, document) => {
    for (const lineWidth of [0, 20]) {
      const { read, written } = readBack(document, { lineWidth });
      expect(read).toEqual(written);
    }
  });

  it('gives every cell of any table, at any line width', () => {
    const widths = fc.oneof(fc.constant(0), fc.integer({ min: 20, max: 200 }));
    fc.assert(
      fc.property(anyDocument, widths, (document, lineWidth) => {
        const { read, written } = readBack(document, { lineWidth });
        expect(read).toEqual(written);
      }),
    );
  });

  it('names in a summary each row that is left out', () => {
    const text = render(quietReport, { zeroRows: 'summary' });
    expect(readTables(text, 'zh').flatMap(({ rows }) => rows)).toEqual([]);
    expect(text).toContain('全为0的行共25行：第1行，一、本年新收政府信息公开申请数量；');
    expect(text).toContain('第5行，三、本年度办理结果，（三）不予公开，1.属于国家秘密；');
    expect(text).toContain('全为0的行共1行：第1行。');
  });

  it('does not take empty cells or nil marks for zero', () => {
    const rows = readTables(render(cityReport, { zeroRows: 'summary' }), 'zh').flatMap((one) => one.rows);
    expect(rows.filter(({ cells }) => cells.every(({ text }) => text === '/'))).toHaveLength(1);
  });
});

describe('line width', () => {
  it('is kept by every line, whatever stands in it', () => {
    fc.assert(
      fc.property(anyDocument, fc.integer({ min: 20, max: 80 }), (document, lineWidth) => {
        const lines = render(document, { lineWidth }).split('\n');
        expect(lines.filter((line) => displayWidth(line) > lineWidth)).toEqual([]);
      }),
    );
  });

  it('counts wide characters twice and marks not at all', () => {
    expect(displayWidth('年报 2024')).toBe(9);
    expect(displayWidth('e\u0301\u{20bb7}')).toBe(3);
  });

  it('does not begin a line with a closing mark', () => {
    const lines = render(cityReport, { lineWidth: 40 }).split('\n');
    expect(lines.filter((line) => /^ *[，。、；：）”》]/.test(line))).toEqual([]);
  });
});

describe('tables that are read by columns', () => {
  it('say each column with its rows', () => {
    const text = render(small, { order: 'columns', zeroRows: 'summary' });
    expect(text).toContain('3行4列，逐列读。');
    expect(text).toContain(
      [
        '第2列：申请人情况，法人，企业',
        '一、新收：空',
        '二、结果，（一）公开：0',
        '二、结果，（二）不公开：原文“—”',
      ].join('\n'),
    );
    const quiet = render(quietReport, { order: 'columns', zeroRows: 'summary' });
    expect(quiet).toContain('全为0的列共7列：第1列，申请人情况，自然人；');
  });

  it('say so in English', () => {
    const text = render({ ...small, language: 'en' }, { order: 'columns' });
    expect(text).toContain('3 rows, 4 columns, read column by column.');
    expect(text).toContain('then column by column');
  });
});

describe('what the checks found', () => {
  const path = 'requests.0.3';
  const finding = { id: 'f1', severity: 'error', text: '总计不符。', paths: [path], shownAt: [path] } as const;

  it('is said as a whole at the beginning, and at the end of its table', () => {
    const text = render({ ...small, findings: [finding, { ...finding, id: 'f2', severity: 'warning', shownAt: [] }] });
    expect(text).toContain('数据核对：发现错误1处，提示1处，写在相应表格的末尾。\n问题2：警告：总计不符。\n\n表格读法');
    expect(text).toContain('问题1：错误：总计不符。\n\n表 1 结束');
    expect(render({ ...small, findings: [] })).toContain('数据核对：没有发现问题。');
    expect(render(small)).not.toContain('数据核对');
  });
});

describe('pictures', () => {
  it('are said by their alternative, with the table that has their figures', () => {
    const text = render(trend);
    expect(text).toContain(
      '图 1 历年收到的申请\n柱状图：2022年 12 件，2023年 15 件，2024年 19 件，逐年增加。\n图中数据见表 1。',
    );
  });
});
