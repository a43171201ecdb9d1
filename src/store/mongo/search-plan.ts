import type { CountDocumentsOptions } from 'mongodb';
import { allOf, type Condition } from '../documents/condition.ts';
import { tokenConditions } from '../documents/search-tokens.ts';
import { operationLimit } from './mongo-connection.ts';
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

/** How many tokens of a search are looked at to find a rare one, and how many are asked for: the text decides. */
const probes = 12;
const used = 4;

const byIndex = { hint: { hint: searchIndex } };
const unplanned: SearchPlan = { condition: {} };

/**
 * A rare word is found by the index of tokens, and what is found is few enough to sort. When all words are common, the
 * list's own index is walked instead, because the next ones that hold them are rarely far.
 */
export async function planList(collection: Searched, words: readonly string[] = []): Promise<SearchPlan> {
  if (words.length === 0) return unplanned;
  const tokens = conditionsOf(words).slice(0, probes);
  const counted = await Promise.all(tokens.map(async (token) => ({ token, count: await countFew(collection, token) })));
  // MongoDB bounds the index by the first.
  const rarest = counted.sort((a, b) => a.count - b.count);
  if ((rarest[0]?.count ?? 0) >= few) return unplanned;
  return { condition: allOf(rarest.slice(0, used).map(({ token }) => token)), ...byIndex };
}

/** A count has to look at all that is found anyway. */
export function planCount(words: readonly string[] = []): SearchPlan {
  return words.length === 0 ? unplanned : { condition: allOf(conditionsOf(words).slice(0, probes)), ...byIndex };
}

function conditionsOf(words: readonly string[]): Condition[] {
  return words.flatMap((word) => tokenConditions('keys.tokens', word));
}

async function countFew(collection: Searched, token: Condition): Promise<number> {
  const counting = { limit: few, maxTimeMS: operationLimit, ...byIndex.hint };
  return collection.countDocuments(token, counting);
}
