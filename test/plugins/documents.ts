import * as fc from 'fast-check';
import type {
  Block,
  HeaderNode,
  HeadingBlock,
  ParagraphBlock,
  PrintableDocument,
  TableBlock,
  TableCell,
} from 'nianbao/plugin-api';
import { leafPaths } from 'nianbao/plugin-api';

/** A leaf's label, or a label followed by what stands below it. */
type Tree = string | Group;
interface Group extends ReadonlyArray<Tree> {
  readonly 0: string;
}

function headers(trees: readonly Tree[]): HeaderNode[] {
  return trees.map((tree) => {
    if (typeof tree === 'string') return { label: tree, children: [] };
    return { label: tree[0], children: headers(tree.slice(1)) };
  });
}

// Nothing is empty, what has no digit is a nil mark.
function cell(text: string | number, path = 'x'): TableCell {
  const said = String(text);
  const state = said === '' ? 'empty' : /\d/.test(said) ? 'figure' : 'nil';
  return { text: said, state, path };
}

/** A paragraph of the narrative. */
export function paragraph(text: string, role: ParagraphBlock['role'] = 'body'): ParagraphBlock {
  return { type: 'paragraph', text, role };
}

/** A heading; run in when told. */
export function heading(level: HeadingBlock['level'], text: string, id: string, runIn = false): HeadingBlock {
  return { type: 'heading', level, text, id, runIn };
}

type TableParts = Partial<Omit<TableBlock, 'columns' | 'rows' | 'cells'>> & {
  readonly id: string;
  readonly columns: readonly Tree[];
  readonly rows: readonly Tree[];
  readonly values: readonly (readonly (string | number)[])[];
};

/** A table from its heads and values; what is not told is empty. */
export function table({ values, columns, rows, ...rest }: TableParts): TableBlock {
  const cells = values.map((row, i) => row.map((value, j) => cell(value, `${rest.id}.${i}.${j}`)));
  const plain = { type: 'table', caption: '', corner: '', unit: '', notes: [], totals: [] } as const;
  return { ...plain, ...rest, columns: headers(columns), rows: headers(rows), cells };
}

/** A document of some blocks. */
export function documentOf(blocks: readonly Block[], given: Partial<PrintableDocument> = {}): PrintableDocument {
  const metadata = {
    author: '北关区工信局',
    subject: '政府信息公开工作年度报告',
    modified: '2025-01-20T17:30:00.000Z',
    keywords: ['政府信息公开', '年度报告', '2024'],
  };
  return { title: '北关区工信局2024年政府信息公开工作年度报告', language: 'zh-CN', metadata, blocks, ...given };
}

const disputeResults = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const;

const applicants: Tree[] = [
  ['申请人情况', '自然人', ['法人或其他组织', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'], '总计'],
];

const outcomes: Tree[] = [
  '一、本年新收政府信息公开申请数量',
  '二、上年结转政府信息公开申请数量',
  [
    '三、本年度办理结果',
    '（一）予以公开',
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    [
      '（三）不予公开',
      '1.属于国家秘密',
      '2.其他法律行政法规禁止公开',
      '3.危及“三安全一稳定”',
      '4.保护第三方合法权益',
      '5.属于三类内部事务信息',
      '6.属于四类过程性信息',
      '7.属于行政执法案卷',
      '8.属于行政查询事项',
    ],
    ['（四）无法提供', '1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确'],
    [
      '（五）不予处理',
      '1.信访举报投诉类申请',
      '2.重复申请',
      '3.要求提供公开出版物',
      '4.无正当理由大量反复申请',
      '5.要求行政机关确认或重新出具已获取信息',
    ],
    [
      '（六）其他处理',
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      '3.其他',
    ],
    '（七）总计',
  ],
  '四、结转下年度继续办理',
];

type Values = readonly (readonly (string | number)[])[];

/** The form's chapter on requests: 25 rows in three levels by 7 columns in three levels. */
function applicationsTable(values: Values): TableBlock {
  return table({
    id: 'applications',
    caption: '收到和处理政府信息公开申请情况',
    corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    unit: '件',
    columns: applicants,
    rows: outcomes,
    values,
    totals: [
      { label: '总计等于各类申请人之和', agreeing: 24, disagreeing: 0, open: 1 },
      { label: '（七）总计等于各项办理结果之和', agreeing: 7, disagreeing: 0, open: 0 },
    ],
  });
}

/** The form's chapter on disputes: one row without a head by 15 columns in three levels. */
function disputesTable(values: readonly (string | number)[]): TableBlock {
  const results = [...disputeResults];
  return table({
    id: 'disputes',
    caption: '政府信息公开行政复议、行政诉讼情况',
    unit: '件',
    columns: [
      ['行政复议', ...results],
      ['行政诉讼', ['未经复议直接起诉', ...results], ['复议后起诉', ...results]],
    ],
    rows: [''],
    values: [values],
    totals: [{ label: '总计等于各项结果之和', agreeing: 2, disagreeing: 1, open: 0 }],
  });
}

/** The form's four small tables of the chapter on what was disclosed. */
function disclosureTables(values: readonly Values[]): TableBlock[] {
  const decisions = ['本年处理决定数量'];
  const shapes = [
    ['（一）', '件', ['本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '行政规范性文件']],
    ['（五）', '件', decisions, ['行政许可']],
    ['（六）', '件', decisions, ['行政处罚', '行政强制']],
    ['（八）', '万元', ['本年收费金额（单位：万元）'], ['行政事业性收费']],
  ] as const;
  return shapes.map(([item, unit, columns, rows], index) =>
    table({
      id: `article20-${index + 1}`,
      caption: `第二十条第${item}项`,
      corner: '信息内容',
      unit,
      columns,
      rows,
      values: values[index] ?? [],
    }),
  );
}

const noApplications = Array.from({ length: 25 }, () => Array.from({ length: 7 }, () => 0));

// A large city: eight digits in a row, blanks, nil marks.
const cityApplications: Values = noApplications.map((row, index) => {
  if (index === 0) return [11398889, 20715, 12, 8, 1204, 33, 11420861];
  if (index === 4) return ['/', '/', '/', '/', '/', '/', '/'];
  if (index === 7) return [17, '', 0, 0, '', 3, ''];
  if (index === 23) return [11397000, 20700, 12, 8, 1200, 33, 11418953];
  return row.map((_, column) => (index * 37 + column * 101) % 900);
});

const narrative: Block[] = [
  heading(3, '（一）主动公开方面。', 'overview-1', true),
  paragraph(
    '通过北关区人民政府网站主动公开政府信息2147条，其中政策文件36条、规划计划12条、财政信息208条，发布政策解读稿件58篇，“图说”“视频”等形式占八成以上。围绕“专精特新”企业培育、绿色制造、技术改造资金等群众和企业关心的事项，及时更新办事指南，做到申报条件、办理流程、评审结果全过程公开。',
  ),
  heading(3, '（二）依申请公开方面。', 'overview-2', true),
  paragraph(
    '本年度收到政府信息公开申请11420861件，上年结转0件，均在法定期限内答复，答复书格式统一、救济途径告知完整，未发生因超期答复引起的行政争议。对内容复杂的申请，坚持与申请人先行沟通，准确把握需求后再作答复。',
  ),
  heading(3, '（三）政府信息管理方面。', 'overview-3', true),
  paragraph(
    '切实履行信息公开主体责任，加强政府网站信息公开发布审查机制，严格执行“三审三校”制度，确保主动公开信息准确规范、全面及时。建立政策文件台账，定期清理并标注失效文件，统一现行有效文件的版本。',
  ),
  heading(3, '（四）平台建设方面。', 'overview-4', true),
  paragraph(
    '我局未单独搭建政府信息公开平台，主要依托“北关区人民政府门户网站”政务公开栏目，将单位职责、机构设置、领导简介、政策文件等内容进行公开，并完成适老化和无障碍改造。',
  ),
  heading(3, '（五）监督保障方面。', 'overview-5', true),
  paragraph(
    '严格执行《政府信息公开条例》，进一步提升信息管理和公开意识，强化组织保障，加强信息公开保密审查，切实落实政务信息公开相关任务，全年组织业务培训4次、120人次，推动政务公开工作规范化运行。',
  ),
];

const problems: Block[] = [
  paragraph(
    '本年度，我局政务公开工作虽然取得了一定成效，但也存在一些不足。一是政府信息公开的内容不够全面，质量有待提高；二是干部队伍建设需进一步加强。下一步，将从以下几个方面改进：',
  ),
  paragraph('一是加强监督保障。充分发挥局政务公开领导小组作用，加强对局各科室的业务指导，为政务公开内容提供有力支撑。'),
  paragraph(
    '二是加强信息主动公开工作。坚持公开为常态、不公开为例外，逐步扩大信息主动公开范围，提高公开质量，促进依法行政。',
  ),
];

function report(tables: readonly TableBlock[], opening: string): PrintableDocument {
  return documentOf([
    heading(2, '一、总体情况', 'overview'),
    paragraph(opening),
    ...narrative,
    heading(2, '二、主动公开政府信息情况', 'proactive-disclosure'),
    ...tables.slice(0, 4),
    heading(2, '三、收到和处理政府信息公开申请情况', 'applications-chapter'),
    ...tables.slice(4, 5),
    heading(2, '四、政府信息公开行政复议、行政诉讼情况', 'disputes-chapter'),
    ...tables.slice(5),
    heading(2, '五、存在的主要问题及改进情况', 'problems'),
    ...problems,
    heading(2, '六、其他需要报告的事项', 'other-matters'),
    paragraph('本年度，本机关未收取信息公开处理费。'),
  ]);
}

const opening =
  '2024年度，在区委、区政府的坚强领导下，北关区工信局紧紧围绕工信领域各项重点任务，按照政务公开有关要求，进一步加强政务公开工作，规范政务公开内容，提高政务公开水平。具体如下：';

/** A whole report with large figures, blanks and nil marks. */
export const cityReport = report(
  [
    ...disclosureTables([
      [
        [2, 1, 14],
        ['', '/', 422],
      ],
      [[11398889]],
      [[49120], [3071]],
      [['72701.2578']],
    ]),
    applicationsTable(cityApplications),
    disputesTable([12, 3, 0, 2, 17, 104, 26, 0, 31, 161, 20, '/', 0, '', 20]),
  ],
  opening,
);

/** A whole report in which nothing happened, as most are. */
export const quietReport = report(
  [
    ...disclosureTables([
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
      [[0]],
      [[0], [0]],
      [[0]],
    ]),
    applicationsTable(noApplications),
    disputesTable(Array.from({ length: 15 }, () => 0)),
  ],
  opening,
);

const hostile = `<script>alert("1")</script> & 'quoted' "quoted" a\u200bb \u202eevil</td>`;

/** A document in which every string tries to break out. */
export const hostileDocument = documentOf(
  [
    heading(2, hostile, 'hostile-heading'),
    heading(3, hostile, 'hostile-run-in', true),
    paragraph(hostile),
    paragraph(hostile, 'note'),
    { type: 'figure', svg: '<svg onload="alert(1)"/>', alternative: hostile, caption: hostile },
    {
      ...table({ id: 'hostile-table', columns: [hostile], rows: [[hostile, hostile]], values: [[`1${hostile}`]] }),
      caption: hostile,
      corner: hostile,
      unit: hostile,
      notes: [hostile],
      totals: [{ label: hostile, agreeing: 1, disagreeing: 2, open: 3 }],
    },
  ],
  {
    title: hostile,
    language: 'zh-CN"><script>',
    metadata: { author: hostile, subject: hostile, modified: hostile, keywords: [hostile] },
  },
);

const label = fc.oneof(
  fc.constantFrom(
    '总计',
    '（一）予以公开',
    '1.属于国家秘密',
    '商业企业',
    '单位：万元',
    '“三安全一稳定”',
    'a: b',
    '第 1 行',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

const nodes = fc.letrec<{ nodes: HeaderNode[]; node: HeaderNode }>((tie) => ({
  nodes: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
  node: fc.record({
    label,
    children: fc.oneof({ depthSize: 'small', maxDepth: 2 }, fc.constant([]), tie('nodes')),
  }),
})).nodes;

const anyCell = fc.oneof(
  { weight: 4, arbitrary: fc.nat().map((figure) => cell(figure)) },
  { weight: 1, arbitrary: fc.constantFrom('0', '72701.2578', '-3').map((figure) => cell(figure)) },
  { weight: 1, arbitrary: fc.constantFrom('/', '-', '—', '无', '”', 'a：b').map((mark) => cell(mark)) },
  { weight: 1, arbitrary: fc.constant(cell('')) },
);

/** Any table that the contract allows. */
export const anyTable: fc.Arbitrary<TableBlock> = fc
  .record({ columns: nodes, rows: nodes, caption: label, unit: label, corner: label, notes: fc.array(label) })
  .chain(({ columns, rows, ...rest }) => {
    const [height, width] = [leafPaths(rows).length, leafPaths(columns).length];
    const line = fc.array(anyCell, { minLength: width, maxLength: width });
    return fc
      .array(line, { minLength: height, maxLength: height })
      .map((cells) => ({ type: 'table' as const, id: 'any', totals: [], columns, rows, cells, ...rest }));
  });

/** Documents of several tables between headings and paragraphs. */
export const anyDocument: fc.Arbitrary<PrintableDocument> = fc
  .tuple(fc.array(anyTable, { maxLength: 3 }), fc.array(label, { maxLength: 3 }), fc.constantFrom('zh-CN', 'en'))
  .map(([tables, texts, language]) =>
    documentOf(
      [
        ...texts.map((text) => paragraph(`段落${text}`)),
        ...tables.map((one, index) => ({ ...one, id: `table-${index}` })),
      ],
      { language },
    ),
  );
