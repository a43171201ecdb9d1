import type { Collection } from './collection.ts';

/** How many documents are looked at a time. */
const batch = 200;

/** Documents that have a date below which they are not kept; `index` serves it. */
export interface Expiry {
  readonly path: string;
  readonly before: Date;
  readonly index: string;
}

/** Removes the documents whose date lies before, oldest first; how many. A date that is renewed meanwhile counts. */
export async function expire<Row extends { readonly _id: string }>(
  collection: Collection<Row>,
  { path, before, index }: Expiry,
): Promise<number> {
  // A date that is absent is less than every other in NeDB, and no date at all in MongoDB.
  const condition = { [path]: { $gt: new Date(0), $lt: before } };
  let removed = 0;
  for (;;) {
    const old = await collection.find(condition, { sort: { [path]: 1 }, limit: batch, paths: ['_id'], index });
    if (old.length === 0) return removed;
    removed += await collection.remove(
      old.map(({ _id: id }) => id),
      condition,
    );
  }
}
