import { expect, test } from 'vitest';
import { newJobDocument } from '#store/documents/render-job-document.ts';
import { createJobAnnouncements } from '#store/embedded/job-announcements.ts';
import { sampleOrder } from '../../contracts/store/samples.ts';

const queued = newJobDocument(sampleOrder(), new Date());
const { _id: id } = queued;
const running = { ...queued, status: 'RUNNING', version: 2 } as const;
const cancelled = { ...queued, status: 'CANCELLED', version: 3 } as const;

test('a change that is announced while the job is read comes once, whichever state was read', async () => {
  for (const found of [queued, running]) {
    const feed = createJobAnnouncements(new AbortController().signal);
    const read = () => {
      feed.announce(running);
      return Promise.resolve(found);
    };
    const states = feed.watch(id, new AbortController().signal, read)[Symbol.asyncIterator]();
    const seen = [(await states.next()).value?.status];
    feed.announce(cancelled);
    for (let next = await states.next(); next.done !== true; next = await states.next()) seen.push(next.value.status);
    expect(seen).toEqual([...new Set([found.status, 'RUNNING', 'CANCELLED'])]);
  }
});

test('a read that fails fails the watch, unless it was to end anyway', async () => {
  const closing = new AbortController();
  const feed = createJobAnnouncements(closing.signal);
  const watching = () => feed.watch(id, new AbortController().signal, unreadable)[Symbol.asyncIterator]().next();
  await expect(watching()).rejects.toThrow('unreadable');
  closing.abort();
  expect((await watching()).done).toBe(true);
});

function unreadable(): Promise<never> {
  return Promise.reject(new Error('unreadable'));
}
