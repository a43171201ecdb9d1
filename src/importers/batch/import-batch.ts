import { pMapIterable } from 'p-map';
import { toNianbaoError, type NianbaoError } from '#errors/nianbao-error.ts';
import type { BatchItem } from './batch-item.ts';
import { importDocument, type DocumentOutcome, type DocumentSettings } from './import-document.ts';

/** What became of one document. */
export type ItemOutcome =
  | ({ readonly name: string } & DocumentOutcome)
  | { readonly name: string; readonly outcome: 'REFUSED'; readonly error: NianbaoError };

/** What a batch works with; each document says itself which body and year it is of. */
export type BatchSettings = Omit<DocumentSettings, 'overrides'>;

/** A store that is away refuses every document that follows; the batch ends, and is simply done again later. */
const fatal = 'STORE_UNAVAILABLE';

async function outcomeOf(item: BatchItem, settings: BatchSettings): Promise<ItemOutcome> {
  try {
    return { name: item.name, ...(await importDocument(await item.read(), settings, item.name)) };
  } catch (cause) {
    settings.signal?.throwIfAborted();
    const error = toNianbaoError(cause);
    if (error.code === fatal) throw error;
    return { name: item.name, outcome: 'REFUSED', error };
  }
}

/**
 * Imports documents, some at a time, in bounded memory; tells of each in their order. Done again, it stores nothing
 * that is stored: what broke off is continued by starting it anew. Rejects when the store is away or `signal` aborts.
 */
export function importBatch(items: AsyncIterable<BatchItem>, settings: BatchSettings): AsyncIterable<ItemOutcome> {
  const { width } = settings.reader;
  return pMapIterable(items, (item) => outcomeOf(item, settings), { concurrency: width, backpressure: width * 2 });
}
