import type { Page, Slice } from '../page.ts';
import type { Condition, Sort } from './condition.ts';
import { beyond, between, decodeCursor, encodeCursor, sortOf, type Keyset, type Place } from './keyset.ts';

/** An item as it was read, with its place in the list. */
export interface Row<Item> {
  readonly place: Place;
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
  const after = placeOf(keyset, slice.after);
  const before = placeOf(keyset, slice.before);
  const outside = async (bound: Place | undefined, side: 'after' | 'before') =>
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
    items: rows.map(({ place, item }) => ({ cursor: encodeCursor(keyset, place), item })),
    hasNext: later || (surplus && !slice.backward),
    hasPrevious: earlier || (surplus && slice.backward),
  };
}

function placeOf(keyset: Keyset, cursor: string | undefined): Place | undefined {
  return cursor === undefined ? undefined : decodeCursor(keyset, cursor);
}
