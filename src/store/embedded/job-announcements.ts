import { EventEmitter, on } from 'node:events';
import type { JobFeed, ReadJob } from '../documents/job-feed.ts';
import { isFinal, toRenderJob, type RenderJobDocument } from '../documents/render-job-document.ts';
import type { RenderJob } from '../render-job-store.ts';

/** A feed of what this process announces, all of it. It ends when `closing` aborts. */
export function createJobAnnouncements(closing: AbortSignal): JobFeed {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    announce: (document) => {
      const { _id: id } = document;
      emitter.emit(id, structuredClone(document));
    },
    watch: (id, signal, read) => watch(emitter, id, AbortSignal.any([signal, closing]), read),
  };
}

async function* watch(
  emitter: EventEmitter,
  id: string,
  signal: AbortSignal,
  read: ReadJob,
): AsyncGenerator<RenderJob, void> {
  if (signal.aborted) return;
  // Listens before it reads, so that no change is missed between the two.
  const changes = on(emitter, id, { signal });
  try {
    const first = await read();
    if (first) yield* follow(first, changes);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await changes.return?.();
  }
}

async function* follow(first: RenderJobDocument, changes: AsyncIterable<unknown[]>): AsyncGenerator<RenderJob, void> {
  yield toRenderJob(first);
  if (isFinal(first)) return;
  for await (const [change] of changes as AsyncIterable<[RenderJobDocument]>) {
    if (change.version <= first.version) continue;
    yield toRenderJob(change);
    if (isFinal(change)) return;
  }
}
