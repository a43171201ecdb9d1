import type { Finding } from 'nianbao/plugin-api';

/** The few words that the page adds to the document's own. */
export interface Words {
  readonly empty: string;
  readonly note: string;
  /** Before the day of the state that is shown. */
  readonly updated: string;
  readonly unit: (unit: string) => string;
  /** Stands between a run-in heading and its paragraph. */
  readonly gap: string;
  readonly day: Intl.DateTimeFormat;
  /** What the checks of the report have found, as a whole. */
  readonly checked: (errors: number, others: number) => string;
  /** Above what they have found in a table. */
  readonly findings: string;
  /** What a finding is called beside its cell. */
  readonly finding: (number: number) => string;
  readonly severity: Readonly<Record<Finding['severity'], string>>;
  readonly colon: string;
  /** Leads from a finding back to its cell. */
  readonly toCell: string;
  /** Leads from a picture to the table of its figures. */
  readonly toTable: string;
}

const chinese: Words = {
  empty: '空',
  note: '注：',
  updated: '数据版本日期：',
  unit: (unit) => `单位：${unit}`,
  gap: '',
  day: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' }),
  checked: (errors, others) =>
    errors + others === 0
      ? '数据核对：没有发现问题。'
      : `数据核对：发现错误 ${errors} 处，提示 ${others} 处，列在相应表格之后。`,
  findings: '数据核对发现的问题',
  finding: (number) => `问题${number}`,
  severity: { error: '错误', warning: '警告', info: '提示' },
  colon: '：',
  toCell: '回到数据',
  toTable: '图中数据见表格',
};

const english: Words = {
  empty: 'empty',
  note: 'Note: ',
  updated: 'Data as of: ',
  unit: (unit) => `Unit: ${unit}`,
  gap: ' ',
  day: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
  checked: (errors, others) =>
    errors + others === 0
      ? 'Checks: nothing was found.'
      : `Checks: errors: ${errors}, remarks: ${others}; they stand below their tables.`,
  findings: 'Found by the checks',
  finding: (number) => `Finding ${number}`,
  severity: { error: 'error', warning: 'warning', info: 'remark' },
  colon: ': ',
  toCell: 'Back to the figure',
  toTable: 'The figures of this picture as a table',
};

/** Chinese words for Chinese documents, English ones for all others. */
export function wordsFor(language: string): Words {
  return /^zh\b/i.test(language) ? chinese : english;
}
