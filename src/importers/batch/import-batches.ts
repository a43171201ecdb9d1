import { randomUUID } from 'node:crypto';
import type { ImportBatch, ImportItem } from '#store/import-batch-store.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Store } from '#store/store.ts';
import type { DocumentReader } from '../reader/document-reader.ts';
import type { BatchItem } from './batch-item.ts';
import { importBatch, type BatchSettings, type ItemOutcome } from './import-batch.ts';
import { countDocuments, unpackItem } from './unpack.ts';

/** What is told of batches that do not end well. */
export type BatchLog = (entry: { readonly level: 'warn'; readonly message: string; readonly cause: unknown }) => void;

/** Documents that were handed in together, and who did it. */
export interface NewBatch extends Pick<BatchSettings, 'onExisting' | 'authorize' | 'actor'> {
  readonly items: readonly BatchItem[];
  /** Subject of whoever handed them in. */
  readonly startedBy: string | null;
}

/** Batches that are worked on at once: what they hold is in memory. */
const RUNNING_AT_ONCE = 4;
const HEARTBEAT_MILLISECONDS = 5_000;

function toItem({ name, outcome, ...rest }: ItemOutcome): ImportItem {
  if (!('error' in rest)) return { name, outcome, report: rest.report, error: null };
  const { code, parameters, line = null } = rest.error;
  return { name, outcome, report: null, error: { code, parameters, line } };
}

async function* unpackAll(items: readonly BatchItem[]): AsyncGenerator<BatchItem> {
  for (const item of items) yield* unpackItem(item);
}

/** Imports batches in the background and keeps what became of each document. */
export class ImportBatches {
  readonly #store: Store;
  readonly #reader: DocumentReader;
  readonly #log: BatchLog;
  readonly #running = new Map<Promise<void>, AbortController>();

  constructor(parts: { readonly store: Store; readonly reader: DocumentReader; readonly log: BatchLog }) {
    this.#store = parts.store;
    this.#reader = parts.reader;
    this.#log = parts.log;
  }

  /** The batch as it begins; READERS_BUSY when too many are under way here. */
  async start({ items, startedBy, ...how }: NewBatch): Promise<ImportBatch> {
    if (this.#running.size >= RUNNING_AT_ONCE) throw new NianbaoError('READERS_BUSY', { retryAfterSeconds: 30 });
    const total = await countDocuments(items);
    const batch = await this.#store.importBatches.start({ id: randomUUID(), startedBy, total });
    const stopping = new AbortController();
    const { signal } = stopping;
    const settings = { store: this.#store, reader: this.#reader, ...how, signal };
    const work = this.#work(batch.id, unpackAll(items), settings, stopping).finally(() => this.#running.delete(work));
    this.#running.set(work, stopping);
    return batch;
  }

  /** Whoever works on it, here or elsewhere, stops with the next document. */
  cancel(id: string): Promise<ImportBatch | null> {
    return this.#store.importBatches.end(id, 'CANCELLED');
  }

  /** Breaks off what is under way: it is INTERRUPTED, and goes on when it is sent again. */
  async close(): Promise<void> {
    for (const stopping of this.#running.values()) stopping.abort(new Error('The gateway stops.'));
    await Promise.all(this.#running.keys());
  }

  async #work(id: string, items: AsyncIterable<BatchItem>, settings: BatchSettings, stopping: AbortController) {
    const { importBatches } = this.#store;
    const tell = async (done: readonly ImportItem[]) => {
      if (!(await importBatches.append(id, done))) stopping.abort(new Error('The batch was ended.'));
    };
    const heartbeat = setInterval(() => void tell([]).catch(() => undefined), HEARTBEAT_MILLISECONDS);
    try {
      for await (const outcome of importBatch(items, settings)) {
        await tell([toItem(outcome)]);
        stopping.signal.throwIfAborted();
      }
      await importBatches.end(id, 'FINISHED');
    } catch (cause) {
      if (!stopping.signal.aborted) this.#log({ level: 'warn', message: 'a batch of imports broke off', cause });
    } finally {
      clearInterval(heartbeat);
    }
  }
}
