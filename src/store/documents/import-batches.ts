import { setTimeout as pause } from 'node:timers/promises';
import type { ImportBatch, ImportBatchStore, ImportItem } from '../import-batch-store.ts';
import { localClock, type Clock } from './clock.ts';
import type { Collection } from './collection.ts';
import type { Condition } from './condition.ts';
import {
  doneOf,
  importIndexes,
  importItemKeyset,
  newBatchDocument,
  toImportBatch,
  toItemDocuments,
  toItemRow,
  type ImportBatchDocument,
  type ImportItemDocument,
} from './import-batch-document.ts';
import { createListReader } from './list-reader.ts';
import { paginate } from './paginate.ts';

/** Where batches and their items are kept. */
export interface ImportBatchCollections {
  readonly importBatches: Collection<ImportBatchDocument>;
  readonly importItems: Collection<ImportItemDocument>;
}

/** How often a watched batch is looked at, and how many documents are removed at a time. */
const POLL_MILLISECONDS = 500;
const REMOVED_AT_ONCE = 500;

/** The batch while it takes outcomes. */
function running(id: string): Condition {
  return { _id: id, status: 'RUNNING' };
}

function increments(items: readonly ImportItem[]): Condition {
  const counts: Record<string, number> = {};
  for (const { outcome } of items) counts[`counts.${outcome}`] = (counts[`counts.${outcome}`] ?? 0) + 1;
  return Object.keys(counts).length === 0 ? {} : { $inc: counts };
}

/** Batches of imports in two collections. */
export function createImportBatches(
  { importBatches, importItems }: ImportBatchCollections,
  clock: Clock = localClock,
): ImportBatchStore {
  async function find(id: string): Promise<ImportBatch | null> {
    const [document] = await importBatches.find({ _id: id });
    return document ? toImportBatch(document, clock()) : null;
  }

  async function append(id: string, items: readonly ImportItem[]): Promise<boolean> {
    const change = { $set: { aliveAt: clock() }, ...increments(items) };
    const changed = await importBatches.change(running(id), change);
    if (!changed) return false;
    if (items.length > 0) await importItems.insertMany(toItemDocuments(id, items, doneOf(changed) - items.length));
    return true;
  }

  async function* watch(id: string, signal: AbortSignal): AsyncGenerator<ImportBatch> {
    let seen = '';
    while (!signal.aborted) {
      const batch = await find(id);
      if (!batch) return;
      const now = JSON.stringify(batch);
      if (now !== seen) yield batch;
      if (batch.status !== 'RUNNING') return;
      seen = now;
      await pause(POLL_MILLISECONDS, undefined, { signal }).catch(() => undefined);
    }
  }

  async function removeItems(batch: string): Promise<void> {
    for (;;) {
      const items = await importItems.find({ batch }, { limit: REMOVED_AT_ONCE, paths: ['_id'] });
      if (items.length === 0) return;
      const ids = items.map(({ _id }) => _id);
      await importItems.remove(ids, { batch });
    }
  }

  return {
    start: async (batch) => {
      const document = newBatchDocument(batch, clock());
      await importBatches.put(document);
      return toImportBatch(document, clock());
    },
    append,
    end: async (id, status) => {
      const now = clock();
      await importBatches.change(running(id), { $set: { status, finishedAt: now, aliveAt: now } });
      return find(id);
    },
    find,
    items: async (batch, outcome, slice) => {
      const condition = { batch, ...(outcome !== undefined && { outcome }) };
      const list = { collection: importItems, condition, index: importIndexes.items, toRow: toItemRow };
      return paginate(importItemKeyset, slice, createListReader(list));
    },
    watch,
    // Also those that were never ended: their last sign of life counts.
    expire: async (before) => {
      const old = await importBatches.find({ aliveAt: { $lt: before } }, { paths: ['_id'] });
      for (const { _id } of old) await removeItems(_id);
      const ids = old.map(({ _id }) => _id);
      return ids.length === 0 ? 0 : importBatches.remove(ids, { aliveAt: { $lt: before } });
    },
  };
}
