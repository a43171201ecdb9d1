import type { ImportBatch, ImportItem, ImportItemError, ImportOutcomeKind } from '../import-batch-store.ts';
import { wellFormed } from '../well-formed.ts';
import type { Keyset } from './keyset.ts';

/** A batch as both databases keep it. */
export interface ImportBatchDocument extends Omit<ImportBatch, 'id' | 'status'> {
  readonly _id: string;
  readonly status: Exclude<ImportBatch['status'], 'INTERRUPTED'>;
  /** When whoever works on it last showed that it does. */
  readonly aliveAt: Date;
}

/** The outcome of one document as both databases keep it; ids of one batch sort in the order of its documents. */
export interface ImportItemDocument extends Omit<ImportItem, 'error'> {
  readonly _id: string;
  readonly batch: string;
  /** JSON, because parameters may have keys that no database takes. */
  readonly error: string | null;
}

/** The order of a batch's items. */
export const importItemKeyset: Keyset = { name: 'importItems', path: '_id', direction: 1 };

/** Indexes that both databases have. */
export const importIndexes = { items: 'items_of_batch', endings: 'endings' } as const;

/** Silence after which a batch counts as broken off; signs of life come every few seconds. */
const SILENCE_MILLISECONDS = 60_000;

const none: Readonly<Record<ImportOutcomeKind, number>> = { CREATED: 0, UPDATED: 0, UNCHANGED: 0, REFUSED: 0 };

/** A batch that begins. */
export function newBatchDocument(
  { id, ...batch }: Pick<ImportBatch, 'id' | 'startedBy' | 'total'>,
  now: Date,
): ImportBatchDocument {
  return { _id: id, ...batch, status: 'RUNNING', counts: none, createdAt: now, finishedAt: null, aliveAt: now };
}

/** The batch of a document. */
export function toImportBatch({ _id, aliveAt, status, ...batch }: ImportBatchDocument, now: Date): ImportBatch {
  const silent = status === 'RUNNING' && now.getTime() - aliveAt.getTime() > SILENCE_MILLISECONDS;
  const total = Math.max(batch.total, doneOf(batch));
  return { id: _id, ...batch, total, status: silent ? 'INTERRUPTED' : status };
}

/** How many documents of a batch are done. */
export function doneOf({ counts }: Pick<ImportBatch, 'counts'>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The documents of items of which the first is the `number`th of the batch, counted from 0. */
export function toItemDocuments(batch: string, items: readonly ImportItem[], number: number): ImportItemDocument[] {
  return items.map(({ name, error, ...item }, index) => ({
    _id: `${batch}/${String(number + index).padStart(8, '0')}`,
    batch,
    ...item,
    name: wellFormed(name),
    error: error && JSON.stringify(error),
  }));
}

/** The item of a document with its key in the list. */
export function toItemRow({ _id: key, batch: _batch, error, ...item }: ImportItemDocument) {
  return { key, item: { ...item, error: error === null ? null : (JSON.parse(error) as ImportItemError) } };
}
