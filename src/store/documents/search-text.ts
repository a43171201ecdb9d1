import type { Condition } from './condition.ts';

/** The stored text that searches look in: lower case, one part a line. */
export function searchText(parts: readonly string[]): string {
  return parts.join('\n').toLowerCase();
}

/** The words of a search, each once. */
export function wordsOf(search: string | undefined): string[] {
  const words = (search ?? '').toLowerCase().split(/\s+/u);
  return [...new Set(words)].filter((word) => word !== '');
}

/** One condition for each word; the words are literal. */
export function wordConditions(path: string, words: readonly string[]): Condition[] {
  return words.map((word) => ({ [path]: new RegExp(escapeRegExp(word)) }));
}

function escapeRegExp(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
