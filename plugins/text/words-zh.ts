import type { Words } from './words.ts';

function outcome(agreeing: number, disagreeing: number, open: number): string {
  if (agreeing + disagreeing + open === 0) return '没有可核对的数';
  if (disagreeing + open === 0) return `${agreeing}处全部一致`;
  const parts: [number, string][] = [
    [agreeing, '一致'],
    [disagreeing, '不一致'],
    [open, '因缺数无法核对'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${word}${count}处`)
    .join('，');
}

const severities = { error: '错误', warning: '警告', info: '提示' };

/** The words of the text in Chinese. */
export const chinese: Words = {
  source: '来源',
  subject: '主题',
  date: '数据版本日期',
  unit: '计量单位',
  day: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' }),
  colon: '：',
  comma: '，',
  semicolon: '；',
  gap: ' ',
  note: '注',
  corner: '表头左上格',
  columnHeads: '列标题',
  empty: '空',
  nil: (mark) => `原文“${mark}”`,
  contents: (entries) => `目录，共${entries}项`,
  legend: {
    rows: '表格读法：先报表号、表名、行数和列数，再逐行读。“第几行”之后是行标题，其下每行是一个数，先读列标题，后读数值。“空”表示原表该格空白，“原文”之后是原表该格所填的符号，都不是零。每张表读完有“结束”。',
    columns:
      '表格读法：先报表号、表名、行数和列数，再逐列读。“第几列”之后是列标题，其下每行是一个数，先读行标题，后读数值。“空”表示原表该格空白，“原文”之后是原表该格所填的符号，都不是零。每张表读完有“结束”。',
  },
  figure: (number) => `图 ${number}`,
  table: (number) => `表 ${number}`,
  tableBegins: (number) => `表 ${number} 开始`,
  tableEnds: (number) => `表 ${number} 结束`,
  size: ({ rows, columns, unit, order, skipTo }) =>
    [
      `${rows}行${columns}列，${order === 'rows' ? '逐行读' : '逐列读'}。`,
      unit === '' ? '' : `单位：${unit}。`,
      skipTo === '' ? '' : `要跳过本表，请查找“${skipTo}”。`,
    ].join(''),
  rows: {
    name: (number) => `第${number}行`,
    zeros: (count, names) => `全为0的行共${count}行：${names.join('；')}。`,
  },
  columns: {
    name: (number) => `第${number}列`,
    zeros: (count, names) => `全为0的列共${count}列：${names.join('；')}。`,
  },
  group: (label, members) => `${label}（${members.join('、')}）`,
  total: ({ label, agreeing, disagreeing, open }) => `核对：${label}：${outcome(agreeing, disagreeing, open)}。`,
  checked: (errors, others) =>
    errors + others === 0
      ? '数据核对：没有发现问题。'
      : `数据核对：发现错误${errors}处，提示${others}处，写在相应表格的末尾。`,
  finding: ({ number, severity, text }) => `问题${number}：${severities[severity]}：${text}`,
  seeTable: (number) => `图中数据见表 ${number}。`,
};
