import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { JobFeed, ReadJob } from '../documents/job-feed.ts';
import { isFinal, toRenderJob } from '../documents/render-job-document.ts';
import type { RenderJob } from '../render-job-store.ts';

/**
 * A feed that looks for changes every so often, and at once after a change that was made in this process. Of changes
 * that follow each other faster it sees the last. It ends when `closing` aborts.
 *
 * Where the server has change streams, another JobFeed can take this one's place.
 */
export function createJobPolling(milliseconds: number, closing: AbortSignal): JobFeed {
  const changed = new EventEmitter().setMaxListeners(0);
  return {
    announce: (document) => {
      const { _id: id } = document;
      changed.emit(id);
    },
    watch: (id, signal, read) => {
      const either = AbortSignal.any([signal, closing]);
      return watch(read, either, () => nextLook(changed, id, { milliseconds, signal: either }));
    },
  };
}

async function* watch(
  read: ReadJob,
  signal: AbortSignal,
  untilNextLook: () => Promise<void>,
): AsyncGenerator<RenderJob, void> {
  let seen = 0;
  while (!signal.aborted) {
    // Waits from before the read, so that a change during the read is not missed.
    const next = untilNextLook();
    const document = await readUnless(signal, read);
    if (!document) return;
    if (document.version > seen) yield toRenderJob(document);
    if (isFinal(document)) return;
    seen = document.version;
    await next;
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

async function nextLook(
  changed: EventEmitter,
  id: string,
  { milliseconds, signal }: { milliseconds: number; signal: AbortSignal },
): Promise<void> {
  const settled = new AbortController();
  const until = AbortSignal.any([signal, settled.signal]);
  await Promise.race([once(changed, id, { signal: until }), pause(milliseconds, undefined, { signal: until })]).catch(
    () => undefined,
  );
  settled.abort();
}
