import { setTimeout as pause } from 'node:timers/promises';
import type { Collection } from '../documents/collection.ts';
import type { JobFeed, ReadJob } from '../documents/job-feed.ts';
import { isFinal, toRenderJob, type RenderJobDocument } from '../documents/render-job-document.ts';
import type { RenderJob } from '../render-job-store.ts';
import type { ChangeFollower } from './job-changes.ts';
import { createWakers } from './wakers.ts';

/** How many times as seldom one looks while the server tells of changes by itself. */
const CALM = 10;

/** Where jobs are, how often one looks for changes of them, and who tells of changes besides. */
export interface JobFeedParts {
  readonly jobs: Collection<RenderJobDocument>;
  readonly milliseconds: number;
  readonly follow: ChangeFollower;
  readonly closing: AbortSignal;
}

/**
 * A feed that reads a watched job again when it may have changed: after a change that was made in this process, when the
 * server tells of one, and when a look at the versions of all watched jobs, by one query every so often, finds another.
 * Of changes that follow each other faster it sees the last. It ends when `closing` aborts.
 */
export function createJobFeed({ jobs, milliseconds, follow, closing }: JobFeedParts): JobFeed {
  const wakers = createWakers();
  const versions = new Map<string, number>();
  let looking = false;
  let isTold: (() => boolean) | undefined;

  async function look(): Promise<void> {
    const ids = wakers.ids();
    const found = await jobs.find({ _id: { $in: ids } }, { paths: ['version'] });
    const now = new Map(found.map(({ _id: id, version }) => [id, version]));
    for (const id of ids) if (versions.get(id) !== now.get(id)) wakers.wake(id);
    versions.clear();
    for (const [id, version] of now) versions.set(id, version);
  }

  async function keepLooking(): Promise<void> {
    if (looking) return;
    looking = true;
    isTold ??= follow(wakers);
    while (wakers.ids().length > 0 && !closing.aborted) {
      const interval = isTold() ? CALM * milliseconds : milliseconds;
      await pause(interval, undefined, { signal: closing }).catch(() => undefined);
      // Who watches reads then, and hears of the failure.
      await look().catch(() => wakers.wakeAll());
    }
    looking = false;
  }

  function untilWoken(id: string, signal: AbortSignal): Promise<void> {
    const woken = wakers.wait(id, signal);
    void keepLooking();
    return woken;
  }

  async function* watch(id: string, either: AbortSignal, read: ReadJob): AsyncGenerator<RenderJob, void> {
    const ended = new AbortController();
    const signal = AbortSignal.any([either, ended.signal]);
    try {
      yield* statesOf(read, signal, () => untilWoken(id, signal));
    } finally {
      // Nobody waits for the job any more.
      ended.abort();
    }
  }

  return {
    announce: ({ _id: id }) => wakers.wake(id),
    watch: (id, signal, read) => watch(id, AbortSignal.any([signal, closing]), read),
  };
}

async function* statesOf(read: ReadJob, signal: AbortSignal, untilWoken: () => Promise<void>) {
  let seen = 0;
  while (!signal.aborted) {
    // Listens from before the read, so that a change during the read is not missed.
    const woken = untilWoken();
    const document = await readUnless(signal, read);
    if (!document) return;
    if (document.version > seen) yield toRenderJob(document);
    if (isFinal(document)) return;
    seen = document.version;
    await woken;
  }
}

/** A store that closes while it is read is no error to who watches. */
async function readUnless(signal: AbortSignal, read: ReadJob) {
  try {
    return await read();
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}
