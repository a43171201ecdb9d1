import type { Block, HeaderNode, PrintableDocument, TableBlock } from 'nianbao/plugin-api';

const leaf = (label: string): HeaderNode => ({ label, children: [] });
const branch = (label: string, ...children: readonly HeaderNode[]): HeaderNode => ({ label, children });

/** What the narrative is made of. */
export const sentence =
  '坚持以公开为常态、不公开为例外，全年主动公开政府信息1286条，办理依申请公开47件，均已按期答复。';

/** How often the sentence stands in the sample. */
export const SENTENCES = 3 * (5 + 2 + 1);

function paragraphs(count: number): Block[] {
  return Array.from({ length: count }, () => ({ type: 'paragraph', role: 'body', text: sentence.repeat(3) }));
}

function chapter(number: number, text: string, ...blocks: readonly Block[]): Block[] {
  return [{ type: 'heading', level: 2, text, id: `chapter-${number}`, runIn: false }, ...blocks];
}

function countLeaves(nodes: readonly HeaderNode[]): number {
  return nodes.reduce((count, { children }) => count + (children.length === 0 ? 1 : countLeaves(children)), 0);
}

function table(id: string, columns: readonly HeaderNode[], rows: readonly HeaderNode[]): TableBlock {
  const cells = Array.from({ length: countLeaves(rows) }, (_, row) =>
    Array.from({ length: countLeaves(columns) }, (_unused, column) => ({
      text: String(row * 10 + column),
      state: 'figure' as const,
      path: `${id}.${row}.${column}`,
    })),
  );
  const labels = { caption: id, corner: '', unit: '件', notes: [], totals: [] };
  return { type: 'table', id, ...labels, columns, rows, cells };
}

const applicants = branch(
  '申请人情况',
  leaf('自然人'),
  branch('法人或其他组织', ...['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map(leaf)),
  leaf('总计'),
);
const group = (label: string, rows: number) =>
  branch(label, ...Array.from({ length: rows }, (_, row) => leaf(`${row + 1}.属于第${row + 1}类情形的政府信息`)));
const results = branch(
  '三、本年度办理结果',
  leaf('（一）予以公开'),
  leaf('（二）部分公开'),
  ...['（三）不予公开', '（四）无法提供', '（五）不予处理'].map((label, index) => group(label, [8, 3, 5][index] ?? 0)),
  leaf('（七）总计'),
);

/** A report of ordinary length in the shape of the national form: six chapters, three tables. */
export const sample: PrintableDocument = {
  title: '北关区工信局2024年政府信息公开工作年度报告',
  language: 'zh-CN',
  metadata: { author: '北关区工信局', subject: '', modified: '2025-01-20T08:00:00.000Z', keywords: [] },
  blocks: [
    { type: 'heading', level: 1, text: '北关区工信局2024年政府信息公开工作年度报告', id: 'title', runIn: false },
    ...chapter(1, '一、总体情况', ...paragraphs(5)),
    ...chapter(
      2,
      '二、主动公开政府信息情况',
      table(
        '第二十条第（一）项',
        ['本年制发件数', '本年废止件数', '现行有效件数'].map(leaf),
        ['规章', '行政规范性文件'].map(leaf),
      ),
    ),
    ...chapter(
      3,
      '三、收到和处理政府信息公开申请情况',
      table(
        '申请',
        [applicants],
        [
          leaf('一、本年新收政府信息公开申请数量'),
          leaf('二、上年结转政府信息公开申请数量'),
          results,
          leaf('四、结转下年度继续办理'),
        ],
      ),
    ),
    ...chapter(
      4,
      '四、政府信息公开行政复议、行政诉讼情况',
      table(
        '复议诉讼',
        ['行政复议', '未经复议直接起诉', '复议后起诉'].map((label) =>
          branch(label, ...['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map(leaf)),
        ),
        [leaf('')],
      ),
    ),
    ...chapter(5, '五、存在的主要问题及改进情况', ...paragraphs(2)),
    ...chapter(6, '六、其他需要报告的事项', ...paragraphs(1)),
  ],
};
