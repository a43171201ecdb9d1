/** The few words that the page adds to the document's own. */
export interface Words {
  readonly note: string;
  readonly unit: (unit: string) => string;
}

const chinese: Words = { note: '注：', unit: (unit) => `（单位：${unit}）` };
const english: Words = { note: 'Note: ', unit: (unit) => ` (unit: ${unit})` };

/** Chinese words for Chinese documents, English ones for all others. */
export function wordsFor(language: string): Words {
  return /^zh\b/i.test(language) ? chinese : english;
}
