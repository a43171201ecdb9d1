/** The few words that the document adds to what it is given. */
export interface Words {
  readonly note: string;
  readonly unit: (unit: string) => string;
}

const chinese: Words = { note: '注：', unit: (unit) => `单位：${unit}` };
const english: Words = { note: 'Note: ', unit: (unit) => `Unit: ${unit}` };

/** Chinese words for Chinese documents, English ones for all others. */
export function wordsFor(language: string): Words {
  return /^zh\b/i.test(language) ? chinese : english;
}
