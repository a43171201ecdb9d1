import type { RenderJob } from '../render-job-store.ts';
import type { RenderJobDocument } from './render-job-document.ts';

/** How an adapter tells watchers of jobs what has changed. */
export interface JobFeed {
  /** Called with each change that was made here. */
  readonly announce: (document: RenderJobDocument) => void;
  /** The job as `read` finds it, then each change that is seen, until it has ended or the signal aborts. */
  readonly watch: (id: string, signal: AbortSignal, read: ReadJob) => AsyncIterable<RenderJob>;
}

/** Reads a job's document as it is now. */
export type ReadJob = () => Promise<RenderJobDocument | undefined>;
