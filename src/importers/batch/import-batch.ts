import { pMapIterable } from 'p-map';
import { toNianbaoError, type NianbaoError } from '#errors/nianbao-error.ts';
import type { BatchItem } from './batch-item.ts';
import { readForImport, type DocumentOutcome, type DocumentSettings } from './import-document.ts';

/** What became of one document. */
export type ItemOutcome =
  | ({ readonly name: string } & DocumentOutcome)
  | { readonly name: string; readonly outcome: 'REFUSED'; readonly error: NianbaoError };

/** What a batch works with; each document says itself which body and year it is of. */
export type BatchSettings = Omit<DocumentSettings, 'overrides'>;

/** A store that is away refuses every document that follows; the batch ends, and is simply done again later. */
const fatal = 'STORE_UNAVAILABLE';

function refused(name: string, cause: unknown, { signal }: BatchSettings): ItemOutcome {
  signal?.throwIfAborted();
  const error = toNianbaoError(cause);
  if (error.code === fatal) throw error;
  return { name, outcome: 'REFUSED', error };
}

/** Reads a document; what is handed back stores it and says what became of it. */
async function readItem({ name, read }: BatchItem, settings: BatchSettings): Promise<() => Promise<ItemOutcome>> {
  try {
    const store = await readForImport(await read(), settings, name);
    return () =>
      store()
        .then((done) => ({ name, ...done }))
        .catch((cause: unknown) => refused(name, cause, settings));
  } catch (cause) {
    const outcome = refused(name, cause, settings);
    return () => Promise.resolve(outcome);
  }
}

/**
 * Imports documents in bounded memory: some are read at a time, they are stored and told of in their order, so that of
 * two for the same body and year it is always the first that counts. Done again, it stores nothing that is stored: what
 * broke off is continued by starting it anew. Rejects when the store is away or `signal` aborts.
 */
export async function* importBatch(
  items: AsyncIterable<BatchItem>,
  settings: BatchSettings,
): AsyncGenerator<ItemOutcome> {
  const { width } = settings.reader;
  const reading = { concurrency: width, backpressure: width * 2 };
  for await (const store of pMapIterable(items, (item) => readItem(item, settings), reading)) yield await store();
}
