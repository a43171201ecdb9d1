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
  const after = keyOf(keyset, slice.after);
  const before = keyOf(keyset, slice.before);
  const outside = async (bound: string | undefined, side: 'after' | 'before') =>
    bound !== undefined && (await reader.has(beyond(keyset, bound, side, true)));
  const [read, earlier, later] = await Promise.all([
    // One more than asked tells whether the list goes on, without a second query.
    reader.read(between(keyset, after, before), sortOf(keyset, slice.backward), slice.limit + 1),
    outside(after, 'before'),
    outside(before, 'after'),
  ]);
  const surplus = read.length > slice.limit;
  const rows = read.slice(0, slice.limit);
  if (slice.backward) rows.reverse();
  return {
    items: rows.map(({ key, item }) => ({ cursor: encodeCursor(keyset, key), item })),
    hasNext: later || (surplus && !slice.backward),
    hasPrevious: earlier || (surplus && slice.backward),
  };
}

function keyOf(keyset: Keyset, cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : decodeCursor(keyset, cursor);
}
