import type { Condition } from './condition.ts';

const lineBreak = 10;

/**
 * The pairs of neighbouring UTF-16 units of a text, each as one signed 32-bit number with the first unit in its upper
 * half, so that a range of numbers is all pairs that begin with a unit. A pair is left out when it begins with white
 * space, which no word holds; white space that follows is a line break.
 */
export function searchTokens(text: string): number[] {
  const tokens = new Set<number>();
  for (let index = 0; index < text.length; index += 1) {
    if (!isSpace(text, index))
      tokens.add(pair(text.charCodeAt(index), isSpace(text, index + 1) ? lineBreak : text.charCodeAt(index + 1)));
  }
  return [...tokens];
}

/** What the tokens of a text hold that contains the word; more texts than those may. */
export function tokenConditions(path: string, word: string): Condition[] {
  if (word.length === 1) {
    const first = word.charCodeAt(0);
    return [{ [path]: { $elemMatch: { $gte: pair(first, 0), $lte: pair(first, 0xff_ff) } } }];
  }
  const inner = Array.from({ length: word.length - 1 }, (_, index) =>
    pair(word.charCodeAt(index), word.charCodeAt(index + 1)),
  );
  return [...new Set(inner)].map((token) => ({ [path]: token }));
}

function pair(first: number, second: number): number {
  return (first << 16) | second;
}

/** The end of the text counts as white space. */
function isSpace(text: string, index: number): boolean {
  return index >= text.length || /\s/u.test(text.charAt(index));
}
