import type { DocumentOptions } from '#plugin-api/document-options.ts';

/** What the document of a roll-up says besides the form's own labels. */
export interface RollupWords {
  readonly everywhere: string;
  readonly title: (name: string, span: string) => string;
  readonly subject: string;
  readonly keywords: readonly string[];
  readonly scope: string;
  readonly counts: (reports: number, bodies: number) => string;
  readonly forms: (forms: readonly { readonly form: string; readonly reports: number }[]) => string;
  readonly leftOut: (cells: number) => string;
  readonly missing: (count: number, names: readonly string[]) => string;
  readonly noneMissing: string;
  readonly overlapping: (count: number, names: readonly string[]) => string;
  readonly blank: (cells: number) => string;
  readonly noneBlank: string;
  readonly outcomes: string;
  readonly outcome: string;
  readonly byYear: string;
  readonly filed: string;
  readonly notFiled: string;
  readonly agrees: string;
  readonly incomplete: string;
  readonly differences: string;
  readonly cell: string;
  readonly sum: string;
  readonly stated: string;
  readonly difference: string;
  readonly blanks: string;
  readonly withFigure: string;
  readonly withoutFigure: string;
  readonly says: (label: string, value: string) => string;
  readonly pieces: string;
  readonly none: string;
}

const others = (names: readonly string[], count: number, more: (rest: number) => string, comma: string) =>
  names.join(comma) + (count > names.length ? more(count - names.length) : '');

const chinese: RollupWords = {
  everywhere: '全部单位',
  title: (name, span) => `${name}${span}政府信息公开工作年度报告汇总`,
  subject: '政府信息公开工作年度报告汇总',
  keywords: ['政府信息公开', '年度报告', '汇总'],
  scope: '汇总范围',
  counts: (reports, bodies) =>
    `汇总已发布的年度报告 ${reports} 份，涉及 ${bodies} 个单位；不含本级单位自己填报的汇总报告。`,
  forms: (forms) => `所用格式：${forms.map(({ form, reports }) => `${form}，${reports} 份`).join('；')}。`,
  leftOut: (cells) => `各格式含义不同的 ${cells} 个单元格不予汇总，表中留空。`,
  missing: (count, names) =>
    `缺少已发布报告的单位 ${count} 个：${others(names, count, (rest) => `，另有 ${rest} 个`, '、')}。`,
  noneMissing: '应有报告的单位均已发布报告。',
  overlapping: (count, names) =>
    `${count} 个单位与其下级单位的报告同时计入，若前者已包含下级数据则有重复计算：${others(names, count, (rest) => `，另有 ${rest} 个`, '、')}。`,
  blank: (cells) => `${cells} 个单元格有报告未填数字。未填的不作为零，合计只含已填的数字，详见文末表格。`,
  noneBlank: '所有报告均填有数字。',
  outcomes: '本年度办理结果构成',
  outcome: '办理结果',
  byYear: '历年合计',
  filed: '与本级汇总报告比较',
  notFiled: '没有可比较的本级汇总报告。',
  agrees: '两者均有数字的单元格全部一致。',
  incomplete: '汇总尚不完整，下列差异不能据此判定为错误。',
  differences: '与本级汇总报告不一致的单元格',
  cell: '单元格',
  sum: '下级合计',
  stated: '本级填报',
  difference: '差额',
  blanks: '有报告未填数字的单元格',
  withFigure: '已填报告数',
  withoutFigure: '未填报告数',
  says: (label, value) => `${label}：${value}`,
  pieces: '件',
  none: '没有数字',
};

const english: RollupWords = {
  everywhere: 'All bodies',
  title: (name, span) => `${name}: sum of the annual reports on government information disclosure, ${span}`,
  subject: 'Sum of annual reports on government information disclosure',
  keywords: ['government information disclosure', 'annual report', 'sum'],
  scope: 'What is added up',
  counts: (reports, bodies) =>
    `${reports} published annual reports of ${bodies} bodies are added up, without the report that the whole filed itself.`,
  forms: (forms) => `Forms: ${forms.map(({ form, reports }) => `${form}, ${reports} reports`).join('; ')}.`,
  leftOut: (cells) => `${cells} cells that do not mean the same on all of these forms are left out and stand empty.`,
  missing: (count, names) =>
    `${count} bodies have no published report: ${others(names, count, (rest) => ` and ${rest} more`, ', ')}.`,
  noneMissing: 'Every body that should have a report has published it.',
  overlapping: (count, names) =>
    `${count} bodies are added up together with bodies below them; what their reports cover already is counted twice: ${others(names, count, (rest) => ` and ${rest} more`, ', ')}.`,
  blank: (cells) =>
    `In ${cells} cells some reports have no figure. That is not a zero: the sums hold the figures that there are. The table at the end says how many.`,
  noneBlank: 'Every report has a figure in every cell.',
  outcomes: 'Outcomes of the year',
  outcome: 'Outcome',
  byYear: 'Sums by year',
  filed: 'Beside the report of the whole',
  notFiled: 'There is no report of the whole to compare with.',
  agrees: 'All cells in which both have a figure agree.',
  incomplete: 'The sum is incomplete, so that the differences below are no faults yet.',
  differences: 'Cells that differ from the report of the whole',
  cell: 'Cell',
  sum: 'Sum of those below',
  stated: 'Report of the whole',
  difference: 'Difference',
  blanks: 'Cells in which reports have no figure',
  withFigure: 'Reports with a figure',
  withoutFigure: 'Reports without',
  says: (label, value) => `${label}: ${value}`,
  pieces: 'pieces',
  none: 'no figure',
};

/** The words in both languages. */
export const rollupWords: Readonly<Record<DocumentOptions['locale'], RollupWords>> = { 'zh-CN': chinese, en: english };
