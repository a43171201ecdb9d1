import type { Collection } from './collection.ts';
import type { Condition } from './condition.ts';

/** What a scan reads. */
export interface Scanning {
  readonly condition?: Condition;
  readonly paths?: readonly string[];
  readonly without?: readonly string[];
  /** The index that finds few, which are sorted. */
  readonly index?: string;
  /** How many documents are held at a time. */
  readonly batch?: number;
}

/** All documents that meet a condition, by id, in batches; one that is there all the while is never left out. */
export async function* scan<Row extends { readonly _id: string }>(
  collection: Collection<Row>,
  { condition = {}, paths, without = [], index, batch = 200 }: Scanning = {},
): AsyncGenerator<Row[], void> {
  let last: string | undefined;
  for (;;) {
    const beyond = last === undefined ? {} : { _id: { $gt: last } };
    const reading = { sort: { _id: 1 }, limit: batch, paths, without, index } as const;
    const rows = await collection.find({ ...condition, ...beyond }, reading);
    if (rows.length > 0) yield rows;
    const final = rows.at(-1);
    if (!final || rows.length < batch) return;
    ({ _id: last } = final);
  }
}
