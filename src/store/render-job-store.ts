import type { Parameters } from '#errors/locale.ts';
import type { ErrorCode } from '#errors/catalogue.ts';
import type { RenderingRecord } from './artifact-store.ts';

export const renderStatuses = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'] as const;
export type RenderStatus = (typeof renderStatuses)[number];

/** What a job is to make; `key` is a digest of all that the result depends on. */
export interface RenderOrder {
  readonly id: string;
  readonly key: string;
  readonly report: string;
  /** Which edition of it: what readers see, or what those see who work on it. */
  readonly edition: 'published' | 'working';
  /** Whose report it is; organizations take turns. */
  readonly organization: string;
  readonly renderer: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The public side of an error that ended a job. */
export interface JobError {
  readonly code: ErrorCode;
  readonly parameters: Parameters;
}

/** A job and how far it is. Times are whole milliseconds. */
export interface RenderJob extends RenderOrder {
  readonly status: RenderStatus;
  /** 0 to 1 */
  readonly progress: number;
  readonly rendering: RenderingRecord | null;
  readonly error: JobError | null;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** How an attempt ended: done, given up, or to be tried again after a pause of `retryAfter` milliseconds. */
export type JobOutcome =
  | { readonly status: 'SUCCEEDED'; readonly rendering: RenderingRecord }
  | { readonly status: 'FAILED'; readonly error: JobError }
  | { readonly status: 'QUEUED'; readonly error: JobError; readonly retryAfter: number };

/** A queue of renderings that several workers share. A worker holds a job for as long as it renews its lease. */
export interface RenderJobStore {
  /**
   * Accepts a job, or answers with the one of the same key that is queued or running. QUEUE_FULL when `limit` jobs
   * are queued already.
   */
  enqueue(order: RenderOrder, limit: number): Promise<RenderJob>;
  /** Stores a job that has its result already. */
  record(order: RenderOrder, rendering: RenderingRecord): Promise<RenderJob>;
  find(id: string): Promise<RenderJob | null>;
  /**
   * Takes a job that waits, or one whose worker let its lease run out; null when there is none. The organization
   * with the fewest running jobs goes first, then the oldest job. `attempts` grows by one.
   */
  claim(worker: string, leaseMilliseconds: number): Promise<RenderJob | null>;
  /** Renews the lease and notes the progress; false when the job is no longer this worker's (lost or cancelled). */
  renew(id: string, worker: string, leaseMilliseconds: number, progress: number): Promise<boolean>;
  /** Ends the attempt; false, and nothing stored, when the job is no longer this worker's. */
  settle(id: string, worker: string, outcome: JobOutcome): Promise<boolean>;
  /** Cancels a job that has not ended; the job as it is then, null when there is none. */
  cancel(id: string): Promise<RenderJob | null>;
  /** The job now, then each change until it has ended or `signal` aborts. Ends at once when there is no such job. */
  watch(id: string, signal: AbortSignal): AsyncIterable<RenderJob>;
  /** Removes the jobs that ended before; how many. Their documents stay. */
  expire(endedBefore: Date): Promise<number>;
}

/** Whether a job in that state will not change any more. */
export function hasEnded(status: RenderStatus): boolean {
  return status === 'SUCCEEDED' || status === 'FAILED' || status === 'CANCELLED';
}
