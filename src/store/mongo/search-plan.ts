import type { CountDocumentsOptions } from 'mongodb';
import { allOf, type Condition } from '../documents/condition.ts';
import { tokenConditions } from '../documents/search-tokens.ts';
import { operationLimit } from './mongo-connection.ts';
import { isOverTime } from './mongo-failures.ts';
import { searchIndex } from './mongo-indexes.ts';

/** What is added to a query for words: a condition, and the index that it must use. */
export interface SearchPlan {
  readonly condition: Condition;
  readonly hint?: { readonly hint: string };
}

interface Searched {
  countDocuments(condition: object, options: CountDocumentsOptions): Promise<number>;
}

/** Up to how many documents a list of few is sorted out of. */
const few = 1000;

/** How many tokens of a search are looked at to find rare ones, and how many are asked for: the text decides. */
const probes = 12;
const used = 8;

/** How long one looks whether words that are common each are rare together, in milliseconds. */
const estimateLimit = 1000;

const byIndex = { hint: { hint: searchIndex } };

/** For a query without words, and one that no index of tokens helps. */
export const unplanned: SearchPlan = { condition: {} };

/**
 * Words that are rare, alone or together, are found by the index of tokens, and what is found is few enough to sort.
 * When many documents hold them all, the list's own index is walked instead, because the next hit is rarely far.
 */
export async function planList(collection: Searched, words: readonly string[] = []): Promise<SearchPlan> {
  if (words.length === 0) return unplanned;
  const { rarest, count } = await rarestOf(collection, words);
  const condition = allOf(rarest);
  return count < few || (rarest.length > 1 && (await areFew(collection, condition)))
    ? { condition, ...byIndex }
    : unplanned;
}

/** A count has to look at all that is found anyway. */
export async function planCount(collection: Searched, words: readonly string[] = []): Promise<SearchPlan> {
  if (words.length === 0) return unplanned;
  return { condition: allOf((await rarestOf(collection, words)).rarest), ...byIndex };
}

/** The rarest tokens first, by which MongoDB bounds the index, and how many documents hold the first. */
async function rarestOf(collection: Searched, words: readonly string[]) {
  const tokens = tokensOf(words).slice(0, probes);
  const counted = await Promise.all(
    tokens.map(async (token) => ({ token, count: await countFew(collection, token, operationLimit) })),
  );
  counted.sort((a, b) => a.count - b.count);
  return { rarest: counted.slice(0, used).map(({ token }) => token), count: counted[0]?.count ?? 0 };
}

/** The first tokens of all words, then the second ones: no word is left out for the length of another. */
function tokensOf(words: readonly string[]): Condition[] {
  const byWord = words.map((word) => tokenConditions('keys.tokens', word));
  const places = byWord.flatMap((tokens) => tokens.map((token, place) => ({ token, place })));
  return places.sort((a, b) => a.place - b.place).map(({ token }) => token);
}

/** Whether few documents hold all of it; not, when that takes long to say. */
async function areFew(collection: Searched, condition: Condition): Promise<boolean> {
  try {
    return (await countFew(collection, condition, estimateLimit)) < few;
  } catch (error) {
    if (isOverTime(error)) return false;
    throw error;
  }
}

function countFew(collection: Searched, condition: Condition, maxTimeMS: number): Promise<number> {
  return collection.countDocuments(condition, { limit: few, maxTimeMS, ...byIndex.hint });
}
