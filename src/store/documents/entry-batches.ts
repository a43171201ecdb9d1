import type { Entry } from '../dump.ts';

/** An entry, and whether it is the last of its report's states. */
export interface Placed {
  readonly entry: Entry;
  readonly isLast: boolean;
}

/** How many entries are held at a time; no more than one artifact, whose bytes come along. */
const size = 200;

/** Looks one entry ahead. */
export async function* withLast(entries: AsyncIterable<Entry> | Iterable<Entry>): AsyncGenerator<Placed, void> {
  let held: Entry | undefined;
  for await (const entry of entries) {
    if (held) yield { entry: held, isLast: reportOf(held) !== reportOf(entry) };
    held = entry;
  }
  if (held) yield { entry: held, isLast: true };
}

function reportOf(entry: Entry): string | undefined {
  return entry.kind === 'revision' ? entry.report.id : undefined;
}

/** Batches of entries, in their order. */
export async function* inBatches(entries: AsyncIterable<Placed>): AsyncGenerator<readonly Placed[], void> {
  let batch: Placed[] = [];
  for await (const placed of entries) {
    batch.push(placed);
    if (batch.length < size && placed.entry.kind !== 'artifact') continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
