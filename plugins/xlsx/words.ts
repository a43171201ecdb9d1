/** The few words that the workbook adds to the document's own. */
export interface Words {
  /** Name of the sheet with the text. */
  readonly text: string;
  readonly chapter: string;
  readonly content: string;
  readonly tables: string;
  readonly note: string;
  readonly unit: (unit: string) => string;
}

const chinese: Words = {
  text: '报告正文',
  chapter: '章节',
  content: '内容',
  tables: '报表',
  note: '注：',
  unit: (unit) => `（单位：${unit}）`,
};

const english: Words = {
  text: 'Text',
  chapter: 'Chapter',
  content: 'Content',
  tables: 'Tables',
  note: 'Note: ',
  unit: (unit) => ` (unit: ${unit})`,
};

/** Chinese words for Chinese documents, English ones for all others. */
export function wordsFor(language: string): Words {
  return /^zh\b/i.test(language) ? chinese : english;
}
