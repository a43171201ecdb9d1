import { describe, expect, it } from 'vitest';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { national2021 } from '#forms/national/2021.ts';
import { readTextDocument } from '#importers/read-text-document.ts';
import { entriesOf } from '#reports/figures.ts';
import type { ReportDraft } from '#reports/report.ts';
import { readSample } from '../gateway/read-sample.ts';
import { writeReportText } from './report-text.ts';

const sample = await readSample();

function edit(before: string, after: string, text = sample): string {
  expect(text).toContain(before);
  return text.replace(before, () => after);
}

function outcomeOf(text: string): ReportDraft | NianbaoError {
  try {
    return readTextDocument(text);
  } catch (error) {
    if (error instanceof NianbaoError) return error;
    throw error;
  }
}

function codeOf(text: string): string {
  const outcome = outcomeOf(text);
  return outcome instanceof NianbaoError ? outcome.code : 'read';
}

const lastRow = '四、结转下年度继续办理 0 0 0 0 0 0 0';
const disputes = '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0';

describe('a figure too many, too few or of doubtful origin is refused, never dropped or guessed', () => {
  it.each([
    ['two figures for one cell', '行政许可 0', '行政许可 1 234', 'ROW_UNREADABLE'],
    ['a row of the 2019 form', '行政许可 0', '行政许可 5 2 77', 'ROW_UNREADABLE'],
    ['a blank cell, then the number of a page', '行政许可 0', '行政许可\n\n6\n', 'CELL_DOUBTFUL'],
    ['a blank fee, then the number of a page', '行政事业性收费 0', '行政事业性收费\n\n3\n', 'CELL_DOUBTFUL'],
    ['eight figures in the last row', lastRow, `${lastRow} 5`, 'ROW_UNREADABLE'],
    ['six figures in the last row and a page number', lastRow, `${lastRow.slice(0, -2)}\n\n7\n`, 'CELL_DOUBTFUL'],
    [
      'six figures in an inner row and a page number',
      '（一）予以公开 0 0 0 0 0 0 0',
      '（一）予以公开 0 0 0 0 0 0\n\n12\n',
      'CELL_DOUBTFUL',
    ],
    ['a number before the disputes', disputes, `5\n${disputes}`, 'ROW_UNREADABLE'],
    ['sixteen disputes', disputes, `${disputes} 234`, 'ROW_UNREADABLE'],
    ['fourteen disputes and a page number', disputes, `${disputes.slice(0, -2)}\n\n9\n`, 'CELL_DOUBTFUL'],
    ['a footnote glued to the label', '行政许可 0', '行政许可1 7', 'ROW_UNREADABLE'],
    ['a unit that is not the cell’s', '行政许可 0', '行政许可 12万元', 'CELL_UNREADABLE'],
    ['words where a figure should be', '行政许可 0', '行政许可 约12', 'CELL_UNREADABLE'],
    ['words before a figure', '行政许可 0', '行政许可 共12件', 'CELL_UNREADABLE'],
    ['a grouping that is none', '行政事业性收费 0', '行政事业性收费 1,2345.6', 'CELL_UNREADABLE'],
    ['a unit that may mean two things', '行政事业性收费 0', '行政事业性收费 30万', 'CELL_UNREADABLE'],
    ['letters that a scanner made of zeros', lastRow, '四、结转下年度继续办理 O O O O O O O', 'CELL_UNREADABLE'],
    [
      'columns in another order',
      '本年制发件数 本年废止件数 现行有效件数',
      '现行有效件数 本年制发件数 本年废止件数',
      'COLUMN_MISSING',
    ],
    [
      'columns of the 2019 form',
      '本年制发件数 本年废止件数 现行有效件数',
      '本年新制作数量 本年新公开数量 对外公开总数量',
      'COLUMN_MISSING',
    ],
  ])('%s', (_, before, after, code) => {
    expect(codeOf(edit(before, after))).toBe(code);
  });

  it.each([
    ['行政许可 12件', 'proactiveDisclosure.licensing', 12, '12件'],
    ['行政许可：12', 'proactiveDisclosure.licensing', 12, '：12'],
    ['行政许可 1，234', 'proactiveDisclosure.licensing', 1234, '1，234'],
    ['行政许可 1.2万件', 'proactiveDisclosure.licensing', 12_000, '1.2万件'],
  ])('but %s is plain enough', (row, path, value, raw) => {
    const draft = readTextDocument(edit('行政许可 0', row));
    expect(new Map(entriesOf(draft.figures)).get(path)).toBe(value);
    expect(new Map(entriesOf(draft.raws)).get(path)).toBe(raw);
  });

  it('refuses tables that are there twice', () => {
    const [, second = ''] = sample.split('六、其他需要报告的事项');
    const tables = sample.slice(sample.indexOf('二、主动公开'), sample.indexOf('三、收到和处理'));
    expect(codeOf(`${sample}${second}\n\n${tables.replace('行政许可 0', '行政许可 9')}`)).toBe('DUPLICATE_CHAPTER');
  });
});

describe('text is neither lost nor put elsewhere', () => {
  it.each([
    '（一）总体情况',
    '（一）主动公开政府信息情况',
    '（二）收到和处理政府信息公开申请情况',
    '（三）存在的主要问题及改进情况',
  ])('a sub-heading %s stays in chapter one with all around it', (heading) => {
    const draft = readTextDocument(edit('（一）主动公开方面。', `${heading}\n`));
    expect(draft.narratives['overview']).toContain('2024年度，在区委');
    expect(draft.narratives['overview']).toContain(heading);
    expect(draft.narratives['overview']).toContain('（五）监督保障方面');
    expect(draft.narratives['problems']).toContain('本年度，我局政务公开工作');
  });

  it('keeps the introduction before chapter one', () => {
    const introduction = '本报告根据《条例》编制，统计期限自2024年1月1日起至2024年12月31日止。';
    const draft = readTextDocument(edit('一、总体情况', `${introduction}\n\n一、总体情况`));
    expect(draft.narratives['introduction']).toBe(introduction);
  });

  it('is not misled by a table of contents', () => {
    const contents = national2021.chapters
      .map(({ number, title }, index) => `${number}、${title} ${index + 1}`)
      .join('\n');
    const draft = readTextDocument(edit('一、总体情况', `目录\n${contents}\n\n一、总体情况`));
    const plain = readTextDocument(sample);
    expect(draft.narratives['overview']).toBe(plain.narratives['overview']);
    expect(draft.narratives['otherMatters']).toBe(plain.narratives['otherMatters']);
    expect(draft.figures).toEqual(plain.figures);
  });

  it.each([
    ['三、收到和处理政府信息公开申请情况\n', '本年度未收到政府信息公开申请。', 'applications'],
    [`${lastRow}\n`, '以上为收到和处理政府信息公开申请情况。', 'applications'],
    ['二、主动公开政府信息情况\n', '2024 年共公开 35 条。', 'proactiveDisclosure'],
  ])('keeps remarks beside the tables: after %s', (place, remark, chapter) => {
    const draft = readTextDocument(edit(place, `${place}\n${remark}\n`));
    expect(draft.narratives[chapter]).toBe(remark);
    expect(draft.figures).toEqual(readTextDocument(sample).figures);
  });

  it.each(['- 1 -', '— 12 —', '第 1 页', '第 1 页 共 6 页', '1 / 6', '3\f'])(
    'leaves out the page mark %s and joins what it parts',
    (mark) => {
      const draft = readTextDocument(edit('提高政务公\n开水平', `提高政务公\n\n${mark}\n\n开水平`));
      expect(draft.narratives).toEqual(readTextDocument(sample).narratives);
    },
  );
});

describe('the body and the year', () => {
  const title = '北关区工信局2024年政府信息公开工作年度报告';

  it.each([
    ['北关区工业和\n信息化局2024年政府信息公开工作年度报告', '北关区工业和信息化局', 2024],
    ['北关区工信局\n2024年政府信息公开工作年度报告', '北关区工信局', 2024],
    ['北关区人民政府\n北关区工信局2024年政府信息公开工作年度报告', '北关区工信局', 2024],
    ['北关区工信局关于2024年政府信息公开工作的年度报告', '北关区工信局', 2024],
    ['北关区工信局（2024年度）政府信息公开工作年度报告', '北关区工信局', 2024],
    ['标题：北关区工信局2024年政府信息公开工作年度报告', '北关区工信局', 2024],
    ['北关区2024年度工信局政府信息公开年报', '北关区工信局', 2024],
    ['2024年度北关区工信局政府信息公开年报', '北关区工信局', 2024],
    ['北关区工信局政府信息公开工作年度报告（2024年度）', '北关区工信局', 2024],
    ['北关区工信局二〇二四年政府信息公开工作年度报告', '北关区工信局', 2024],
    ['首页 > 政务公开 > 政府信息公开年报\n北关区工信局2024年政府信息公开工作年度报告', '北关区工信局', 2024],
    ['北关区工信局２０２４年政府信息公开工作年度报告', '北关区工信局', 2024],
  ])('are read from %s', (text, organization, year) => {
    expect(readTextDocument(edit(title, text))).toMatchObject({ organization, year });
  });

  it.each([
    ['北关区工信局2023-2024年政府信息公开工作年度报告', 'UNKNOWN_YEAR'],
    ['政府信息公开工作年度报告', 'UNKNOWN_ORGANIZATION'],
  ])('are asked for after %s', (text, code) => {
    expect(codeOf(edit(title, text))).toBe(code);
  });

  it.each([
    [{ organization: '' }, 'organization'],
    [{ organization: '  ' }, 'organization'],
    [{ organization: 'a\u0000b' }, 'organization'],
    [{ organization: 'x'.repeat(5000) }, 'organization'],
    [{ year: -1 }, 'year'],
    [{ year: 99_999 }, 'year'],
  ])('are not overridden by %o', (overrides, what) => {
    expect(() => readTextDocument(sample, overrides)).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringContaining(what) }),
    );
  });
});

describe('a document that was made to keep the reader busy', () => {
  it.each([
    ['very many short lines', `${sample}${'甲\n'.repeat(200_000)}`],
    ['one very long title', `${'2024'.repeat(25_000)}报告`],
    ['the same label over and over', `${sample.slice(0, sample.indexOf('三、收到'))}${'行政许可\n'.repeat(40_000)}`],
    [
      'lines of figures',
      writeReportText(national2021, new Map()).replace('第二十条', `${'0 '.repeat(100_000)}第二十条`),
    ],
  ])('is done with in a moment: %s', (_, text) => {
    const began = performance.now();
    outcomeOf(text);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('is refused when it is longer than any report', () => {
    expect(codeOf('甲'.repeat(1_000_001))).toBe('DOCUMENT_TOO_LARGE');
  });
});
