import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { searchText, wordsOf } from '#store/documents/search-text.ts';
import { searchTokens, tokenConditions } from '#store/documents/search-tokens.ts';

const character = constantFrom('政', '府', '公', '开', 'a', 'B', '9', '𠮷', '\ufa0e', '.', ' ', '\n', '\u3000');
const texts = array(character, { maxLength: 12 }).map((characters) => characters.join(''));

/** Whether tokens meet the conditions, of which there are two kinds. */
function meets(tokens: readonly number[], word: string): boolean {
  return tokenConditions('t', word).every(({ t }) => {
    if (typeof t === 'number') return tokens.includes(t);
    const { $gte, $lte } = (t as { $elemMatch: { $gte: number; $lte: number } }).$elemMatch;
    return tokens.some((token) => token >= $gte && token <= $lte);
  });
}

test('every text is found by every part of it', () => {
  assert(
    property(texts, texts, (given, around) => {
      const tokens = searchTokens(searchText([around + given, `${given}${around}`]));
      for (const word of wordsOf(given)) {
        for (let start = 0; start < word.length; start += 1) {
          for (let end = start + 1; end <= word.length; end += 1) {
            expect(meets(tokens, word.slice(start, end))).toBe(true);
          }
        }
      }
    }),
  );
});

test('a text without one of a word’s pairs is not found by it', () => {
  const tokens = searchTokens(searchText(['政府信息公开', '年度报告']));
  expect(['政府', '息公', '开', '报告'].filter((word) => meets(tokens, word))).toHaveLength(4);
  expect(['府政', '开年', '九', '政府公开'].filter((word) => meets(tokens, word))).toEqual([]);
});

test('tokens are 32-bit numbers, each once', () => {
  const tokens = searchTokens('重复重复 \uffff\uffff ab');
  expect(new Set(tokens).size).toBe(tokens.length);
  for (const token of tokens) expect(token | 0).toBe(token);
});
