import type { Parameters } from '#errors/locale.ts';
import type { Page, Slice } from './page.ts';

/** INTERRUPTED: whoever worked on it fell silent; sent again, it goes on where it broke off. */
export const importBatchStatuses = ['RUNNING', 'FINISHED', 'CANCELLED', 'INTERRUPTED'] as const;
export type ImportBatchStatus = (typeof importBatchStatuses)[number];

export const importOutcomes = ['CREATED', 'UPDATED', 'UNCHANGED', 'REFUSED'] as const;
export type ImportOutcomeKind = (typeof importOutcomes)[number];

/** Many documents that are imported together. */
export interface ImportBatch {
  readonly id: string;
  /** Subject of whoever started it. */
  readonly startedBy: string | null;
  readonly status: ImportBatchStatus;
  /** Documents that are done, by outcome. */
  readonly counts: Readonly<Record<ImportOutcomeKind, number>>;
  /** How many documents there are; an archive in an archive counts as one until it is opened. */
  readonly total: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** What became of one document of a batch. */
export interface ImportItem {
  readonly name: string;
  readonly outcome: ImportOutcomeKind;
  readonly report: string | null;
  readonly error: ImportItemError | null;
}

/** Why a document was refused, as of the catalogue of errors. */
export interface ImportItemError {
  readonly code: string;
  readonly parameters: Parameters;
  readonly line: number | null;
}

/** Batches of imports and the outcome of each document, in the order in which they were done. */
export interface ImportBatchStore {
  start(batch: Pick<ImportBatch, 'id' | 'startedBy' | 'total'>): Promise<ImportBatch>;
  /** Adds outcomes and shows that the batch lives; false when it is no longer running. */
  append(id: string, items: readonly ImportItem[]): Promise<boolean>;
  /** Ends a running batch; the batch as it is then, or null when there is none. */
  end(id: string, status: 'FINISHED' | 'CANCELLED'): Promise<ImportBatch | null>;
  find(id: string): Promise<ImportBatch | null>;
  /** `outcome` keeps those of one outcome alone. */
  items(id: string, outcome: ImportOutcomeKind | undefined, slice: Slice): Promise<Page<ImportItem>>;
  /** The batch now, then each change that is seen until it has ended or the signal aborts. */
  watch(id: string, signal: AbortSignal): AsyncIterable<ImportBatch>;
  /** Removes batches that ended before; how many. */
  expire(before: Date): Promise<number>;
}
