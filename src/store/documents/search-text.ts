import { invalidInput } from '#errors/invalid-input.ts';
import type { Condition } from './condition.ts';

/** The stored text that searches look in: lower case, one part a line. */
export function searchText(parts: readonly string[]): string {
  return parts.join('\n').toLowerCase();
}

/** More is no search but a load: every pair of characters is looked up. */
const most = { characters: 200, words: 10 };

const sentences = {
  LONG: { zh: '检索词最多 {most} 字。', en: 'A search has at most {most} characters.' },
  MANY: { zh: '检索词最多 {most} 个。', en: 'A search has at most {most} words.' },
} as const;

/** Control characters and halves of surrogate pairs are in no text that is kept. */
const never = /[\p{Cc}\p{Cs}]/gu;

/** The words of a search, each once. INPUT_INVALID, naming the place, for more than 200 characters or 10 words. */
export function wordsOf(search: string | undefined, place = 'search'): string[] {
  const text = (search ?? '').replace(never, ' ').toLowerCase();
  if (text.length > most.characters) throw invalidInput(place, sentences.LONG, { most: most.characters });
  const words = [...new Set(text.split(/\s+/u))].filter((word) => word !== '');
  if (words.length > most.words) throw invalidInput(place, sentences.MANY, { most: most.words });
  return words;
}

/** One condition for each word; the words are literal. */
export function wordConditions(path: string, words: readonly string[]): Condition[] {
  return words.map((word) => ({ [path]: new RegExp(escapeRegExp(word)) }));
}

function escapeRegExp(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
