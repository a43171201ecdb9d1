import type { RenderingRecord } from '../artifact-store.ts';
import { hasEnded, type JobError, type RenderJob, type RenderOrder } from '../render-job-store.ts';

/** A job as both databases keep it. */
export interface RenderJobDocument extends Omit<RenderJob, 'id' | 'options' | 'error'> {
  readonly _id: string;
  /** JSON, because a plugin's options may have keys that no database takes. */
  readonly options: string;
  /** JSON, for the same reason. */
  readonly error: string | null;
  /** The key while the job has not ended: unique, so that one job at a time makes the same thing. */
  readonly openKey?: string;
  /** When the job may be taken: from the start or after a pause while it waits, at the end of the lease while it runs. */
  readonly dueAt?: Date;
  readonly worker?: string;
  /** Grows with every stored change. */
  readonly version: number;
}

/** The index of the times at which jobs ended. */
export const endingsIndex = 'endings';

/** A job that waits to be claimed. */
export function newJobDocument(order: RenderOrder, now: Date): RenderJobDocument {
  return { ...baseOf(order, now), openKey: order.key, dueAt: now };
}

/** A job that has its result already. */
export function recordedJobDocument(order: RenderOrder, rendering: RenderingRecord, now: Date): RenderJobDocument {
  return { ...baseOf(order, now), status: 'SUCCEEDED', progress: 1, rendering, finishedAt: now };
}

const untried = {
  status: 'QUEUED',
  progress: 0,
  rendering: null,
  error: null,
  attempts: 0,
  finishedAt: null,
  version: 1,
} as const;

function baseOf({ id, key, report, edition, organization, renderer, options }: RenderOrder, now: Date) {
  const order = { _id: id, key, report, edition, organization, renderer, options: JSON.stringify(options) };
  return { ...order, ...untried, createdAt: now };
}

/** The job of a document. */
export function toRenderJob(document: RenderJobDocument): RenderJob {
  const { _id, openKey: _key, dueAt: _due, worker: _worker, version: _version, options, error, ...job } = document;
  return {
    id: _id,
    ...job,
    // A job of an older version may be of any.
    edition: (job as Partial<RenderJob>).edition ?? 'working',
    options: JSON.parse(options) as RenderJob['options'],
    error: error === null ? null : (JSON.parse(error) as JobError),
  };
}

/** Whether the document's job will not change any more. */
export function isFinal(document: RenderJobDocument): boolean {
  return hasEnded(document.status);
}
