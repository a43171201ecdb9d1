import type { Page, Slice } from '../page.ts';
import type { Condition, Sort } from './condition.ts';
import { beyond, between, decodeCursor, encodeCursor, sortOf, type Keyset } from './keyset.ts';

/** An item as it was read, with its key in the list. */
export interface Row<Item> {
  readonly key: string;
  readonly item: Item;
}

/** How an adapter reads a list. Conditions come on top of the list's own filter. */
export interface ListReader<Item> {
  read(condition: Condition, sort: Sort, limit: number): Promise<readonly Row<Item>[]>;
  /** Whether any item of the list meets the condition. */
  has(condition: Condition): Promise<boolean>;
}

/** Reads a slice without ever skipping over items: the cost does not grow with the distance from the start. */
export async function paginate<Item>(keyset: Keyset, slice: Slice, reader: ListReader<Item>): Promise<Page<Item>> {
  const { backward, limit } = slice;
  const after = keyOf(keyset, slice.after);
  const before = keyOf(keyset, slice.before);
  const bounds = [after, before].filter((bound) => bound !== undefined);
  // One more than asked tells whether the list goes on, and the items at the bounds that it begins before or ends
  // behind them, without a second query.
  const read = await reader.read(between(keyset, after, before), sortOf(keyset, backward), limit + 1 + bounds.length);
  const inside = read.filter(({ key }) => !bounds.includes(key));
  const surplus = inside.length > limit;
  const isThere = async (bound: string | undefined, side: 'after' | 'before') =>
    bound !== undefined && (read.some(({ key }) => key === bound) || (await reader.has(beyond(keyset, bound, side))));
  const rows = inside.slice(0, limit);
  if (backward) rows.reverse();
  return {
    items: rows.map(({ key, item }) => ({ cursor: encodeCursor(keyset, key), item })),
    hasNext: (surplus && !backward) || (await isThere(before, 'after')),
    hasPrevious: (surplus && backward) || (await isThere(after, 'before')),
  };
}

function keyOf(keyset: Keyset, cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : decodeCursor(keyset, cursor);
}

/** Several lists as one: no item may be in two of them. */
export function together<Item>({ path }: Keyset, readers: readonly ListReader<Item>[]): ListReader<Item> {
  return {
    read: async (condition, sort, limit) => {
      const parts = await Promise.all(readers.map((reader) => reader.read(condition, sort, limit)));
      const direction = sort[path] ?? 1;
      const rows = parts.flat().sort((a, b) => (a.key < b.key ? -direction : direction));
      return rows.slice(0, limit);
    },
    has: async (condition) => (await Promise.all(readers.map((reader) => reader.has(condition)))).includes(true),
  };
}
