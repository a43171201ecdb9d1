import { english } from './words-en.ts';
import { chinese } from './words-zh.ts';
import type { Words } from './words.ts';

/** Chinese words for Chinese documents, English ones for all others. */
export function wordsFor(language: string): Words {
  return /^zh\b/i.test(language) ? chinese : english;
}
