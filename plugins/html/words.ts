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
}

const chinese: Words = {
  empty: '空',
  note: '注：',
  updated: '数据版本日期：',
  unit: (unit) => `单位：${unit}`,
  gap: '',
  day: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' }),
};

const english: Words = {
  empty: 'empty',
  note: 'Note: ',
  updated: 'Data as of: ',
  unit: (unit) => `Unit: ${unit}`,
  gap: ' ',
  day: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** Chinese words for Chinese documents, English ones for all others. */
export function wordsFor(language: string): Words {
  return /^zh\b/i.test(language) ? chinese : english;
}
