import { expect, test } from 'vitest';
import type { RenderJob } from '#store/render-job-store.ts';
import { freshStore, type CreateHarness } from './harness.ts';
import { sampleArtifact, sampleOrder } from './samples.ts';

const minute = 60_000;
const { record } = sampleArtifact(Buffer.from('done'));

/** Watching: the state now, then changes, then the end. */
export function watchContract(createHarness: CreateHarness): void {
  const store = freshStore(createHarness);
  const jobs = () => store().renderJobs;

  /** A watcher whose next states are asked for one by one. */
  function watcher(id: string, signal = new AbortController().signal): AsyncIterator<RenderJob> {
    return jobs().watch(id, signal)[Symbol.asyncIterator]();
  }

  test('it yields the state now, each change that it sees, and ends with the job', async () => {
    const { id } = await jobs().enqueue(sampleOrder(), 10);
    const watching = watcher(id);
    expect((await watching.next()).value).toMatchObject({ id, status: 'QUEUED' });
    await jobs().claim('worker', minute);
    expect((await watching.next()).value).toMatchObject({ status: 'RUNNING', progress: 0, attempts: 1 });
    await jobs().renew(id, 'worker', minute, 0.5);
    expect((await watching.next()).value).toMatchObject({ status: 'RUNNING', progress: 0.5 });
    await jobs().settle(id, 'worker', { status: 'SUCCEEDED', rendering: record });
    expect((await watching.next()).value).toEqual(await jobs().find(id));
    expect((await watching.next()).done).toBe(true);
  });

  test('no state comes twice and none out of order', async () => {
    const { id } = await jobs().enqueue(sampleOrder(), 10);
    const states = until(watcher(id), 'SUCCEEDED');
    await jobs().claim('worker', minute);
    for (let step = 1; step <= 20; step += 1) await jobs().renew(id, 'worker', minute, step / 20);
    await jobs().settle(id, 'worker', { status: 'SUCCEEDED', rendering: record });
    const progress = (await states).filter(({ status }) => status === 'RUNNING').map((state) => state.progress);
    expect(progress).toEqual([...new Set(progress)].toSorted((a, b) => a - b));
  });

  test('it goes on over a retry', async () => {
    const { id } = await jobs().enqueue(sampleOrder(), 10);
    const watching = watcher(id);
    await watching.next();
    await jobs().claim('worker', minute);
    await until(watching, 'RUNNING');
    const error = { code: 'RENDERING_TIMEOUT', parameters: {} } as const;
    await jobs().settle(id, 'worker', { status: 'QUEUED', error, retryAfter: minute });
    expect((await until(watching, 'QUEUED')).at(-1)).toMatchObject({ error });
    await jobs().cancel(id);
    await until(watching, 'CANCELLED');
    expect((await watching.next()).done).toBe(true);
  });

  test('of a job that has ended it yields the end, of an unknown one nothing', async () => {
    const job = await jobs().record(sampleOrder(), record);
    const watching = watcher(job.id);
    expect((await watching.next()).value).toEqual(job);
    expect((await watching.next()).done).toBe(true);
    expect((await watcher('unknown').next()).done).toBe(true);
  });

  test('several watchers see the same job', async () => {
    const { id } = await jobs().enqueue(sampleOrder(), 10);
    const ends = [watcher(id), watcher(id), watcher(id)].map((watching) => until(watching, 'CANCELLED'));
    await jobs().cancel(id);
    for (const states of await Promise.all(ends)) expect(states.at(-1)).toMatchObject({ id, status: 'CANCELLED' });
  });

  test('it stops when the signal aborts, also while it waits', async () => {
    const { id } = await jobs().enqueue(sampleOrder(), 10);
    const controller = new AbortController();
    const watching = watcher(id, controller.signal);
    await watching.next();
    const waiting = watching.next();
    controller.abort();
    expect((await waiting).done).toBe(true);
    expect((await watcher(id, AbortSignal.abort()).next()).done).toBe(true);
  });

  test('a watcher may leave early', async () => {
    const { id } = await jobs().enqueue(sampleOrder(), 10);
    for await (const state of jobs().watch(id, new AbortController().signal)) {
      expect(state.id).toBe(id);
      break;
    }
    expect(await jobs().cancel(id)).toMatchObject({ status: 'CANCELLED' });
  });

  test('closing the store ends the watch', async () => {
    const { id } = await jobs().enqueue(sampleOrder(), 10);
    const watching = watcher(id);
    await watching.next();
    const waiting = watching.next();
    await store().close();
    expect((await waiting).done).toBe(true);
  });
}

/** The states up to one of that status. */
async function until(watching: AsyncIterator<RenderJob>, status: string): Promise<RenderJob[]> {
  const states: RenderJob[] = [];
  while (states.at(-1)?.status !== status) {
    const next = await watching.next();
    if (next.done === true) throw new Error(`The watch ended before ${status}.`);
    states.push(next.value);
  }
  return states;
}
