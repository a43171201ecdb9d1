import type { Condition } from './condition.ts';

/** The stored text that searches look in: lower case, one part a line. */
export function searchText(parts: readonly string[]): string {
  return parts.join('\n').toLowerCase();
}

/** One condition for each word of a search; the words are literal. */
export function wordConditions(path: string, search: string | undefined): Condition[] {
  const words = (search ?? '').toLowerCase().split(/\s+/u);
  return [...new Set(words)].filter((word) => word !== '').map((word) => ({ [path]: new RegExp(escapeRegExp(word)) }));
}

function escapeRegExp(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
