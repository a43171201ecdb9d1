import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { RenderJob, RenderOrder } from '#store/render-job-store.ts';
import { freshStore, type CreateHarness } from './harness.ts';
import { sampleArtifact, sampleOrder } from './samples.ts';

const minute = 60_000;
const { record } = sampleArtifact(Buffer.from('done'));
const error = { code: 'RENDERING_FAILED', parameters: { renderer: 'html', phase: 'render' } } as const;
const done = { status: 'SUCCEEDED', rendering: record } as const;
const failed = { status: 'FAILED', error } as const;

/** The queue: one job for each key, fair turns, leases. */
export function renderJobContract(createHarness: CreateHarness): void {
  const store = freshStore(createHarness);
  const jobs = () => store().renderJobs;

  async function queued(given: Partial<RenderOrder> = {}): Promise<RenderJob> {
    const job = await jobs().enqueue(sampleOrder(given), 1000);
    // Age decides over turns, in whole milliseconds.
    await pause(2);
    return job;
  }

  async function claimed(worker = 'worker'): Promise<string | undefined> {
    return (await jobs().claim(worker, minute))?.id;
  }

  test('a job waits with all that was ordered', async () => {
    const order = sampleOrder({ options: { locale: 'zh', nested: { list: [1, 'two', null] } } });
    const job = await jobs().enqueue(order, 10);
    const untried = { progress: 0, rendering: null, error: null, attempts: 0, finishedAt: null };
    expect(job).toEqual({ ...order, ...untried, status: 'QUEUED', createdAt: job.createdAt });
    expect(Math.abs(Date.now() - job.createdAt.getTime())).toBeLessThan(minute);
    expect(await jobs().find(job.id)).toEqual(job);
    expect(await jobs().find('unknown')).toBeNull();
  });

  test('options come back whatever their keys are', async () => {
    const options = JSON.parse(
      '{"$where":"1","a.b":{"$gt":""},"__proto__":{"polluted":true},"constructor":1,"":0}',
    ) as Record<string, unknown>;
    const job = await queued({ options });
    expect(Object.keys((await jobs().find(job.id))?.options ?? {}).toSorted()).toEqual(Object.keys(options).toSorted());
    expect((await jobs().find(job.id))?.options).toEqual(options);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('what was handed in and out may be changed', async () => {
    const order = sampleOrder({ options: { list: [1] } });
    const job = await jobs().enqueue(order, 10);
    const copy = structuredClone(job);
    (order.options['list'] as number[]).push(2);
    (job.options['list'] as number[]).push(2);
    job.createdAt.setTime(0);
    expect(await jobs().find(job.id)).toEqual(copy);
  });

  test('a key that is queued or running is not queued again', async () => {
    const first = await queued({ key: 'same' });
    expect(await jobs().enqueue(sampleOrder({ key: 'same' }), 10)).toEqual(first);
    await claimed();
    expect((await jobs().enqueue(sampleOrder({ key: 'same' }), 10)).id).toBe(first.id);
    await jobs().settle(first.id, 'worker', failed);
    expect((await jobs().enqueue(sampleOrder({ key: 'same' }), 10)).id).not.toBe(first.id);
  });

  test('many orders of one key at once make one job', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => jobs().enqueue(sampleOrder({ key: 'same' }), 1000)),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect([await claimed(), await claimed()]).toEqual([answers[0]?.id, undefined]);
  });

  test('a full queue refuses, but still answers for a key that it holds', async () => {
    const first = await jobs().enqueue(sampleOrder({ key: 'held' }), 2);
    await jobs().enqueue(sampleOrder(), 2);
    await expect(jobs().enqueue(sampleOrder(), 2)).rejects.toMatchObject({
      code: 'QUEUE_FULL',
      parameters: { retryAfterSeconds: expect.any(Number) as number },
    });
    expect((await jobs().enqueue(sampleOrder({ key: 'held' }), 2)).id).toBe(first.id);
    await claimed();
    expect((await jobs().enqueue(sampleOrder(), 2)).status).toBe('QUEUED');
  });

  test('a job with its result already is stored as done', async () => {
    const order = sampleOrder();
    const job = await jobs().record(order, record);
    expect(job).toMatchObject({ ...order, status: 'SUCCEEDED', progress: 1, rendering: record, error: null });
    expect(job.finishedAt).toBeInstanceOf(Date);
    expect(await jobs().find(job.id)).toEqual(job);
    expect(await claimed()).toBeUndefined();
    expect((await jobs().record(sampleOrder({ key: order.key }), record)).id).not.toBe(order.id);
    expect((await jobs().enqueue(sampleOrder({ key: order.key }), 1)).status).toBe('QUEUED');
  });

  test('a claimed job runs for its worker and ends with its result', async () => {
    const { id } = await queued();
    const job = await jobs().claim('worker', minute);
    expect(job).toMatchObject({ id, status: 'RUNNING', attempts: 1, progress: 0 });
    expect(await jobs().renew(id, 'worker', minute, 0.5)).toBe(true);
    expect(await jobs().find(id)).toMatchObject({ status: 'RUNNING', progress: 0.5 });
    expect(await jobs().settle(id, 'worker', done)).toBe(true);
    const end = await jobs().find(id);
    expect(end).toMatchObject({ status: 'SUCCEEDED', progress: 1, rendering: record, error: null, attempts: 1 });
    expect(end?.finishedAt).toBeInstanceOf(Date);
  });

  test('a job that has ended is nobody’s', async () => {
    const { id } = await queued();
    await claimed();
    await jobs().settle(id, 'worker', failed);
    expect(await jobs().find(id)).toMatchObject({ status: 'FAILED', error, rendering: null });
    expect(await jobs().settle(id, 'worker', done)).toBe(false);
    expect(await jobs().renew(id, 'worker', minute, 1)).toBe(false);
    expect(await jobs().find(id)).toMatchObject({ status: 'FAILED', error, rendering: null });
    expect(await claimed()).toBeUndefined();
  });

  test('only the job’s worker may renew and settle', async () => {
    const { id } = await queued();
    expect(await jobs().renew(id, 'worker', minute, 0.1)).toBe(false);
    expect(await jobs().settle(id, 'worker', done)).toBe(false);
    await claimed('worker');
    expect(await jobs().renew(id, 'other', minute, 0.1)).toBe(false);
    expect(await jobs().settle(id, 'other', done)).toBe(false);
    expect(await jobs().renew('unknown', 'worker', minute, 0.1)).toBe(false);
    expect(await jobs().settle('unknown', 'worker', done)).toBe(false);
    expect(await jobs().find(id)).toMatchObject({ status: 'RUNNING', progress: 0 });
  });

  test('the oldest job goes first', async () => {
    const ids = [(await queued()).id, (await queued()).id, (await queued()).id];
    expect([await claimed(), await claimed(), await claimed(), await claimed()]).toEqual([...ids, undefined]);
  });

  test('organizations take turns: fewest running first, then the oldest job', async () => {
    const busy = [];
    for (let count = 0; count < 3; count += 1) busy.push((await queued({ organization: 'busy' })).id);
    const quiet = (await queued({ organization: 'quiet' })).id;
    const late = (await queued({ organization: 'late' })).id;
    expect(await claimed()).toBe(busy[0]);
    expect(await claimed()).toBe(quiet);
    expect(await claimed()).toBe(late);
    expect(await claimed()).toBe(busy[1]);
    await jobs().settle(busy[0] ?? '', 'worker', done);
    await jobs().settle(busy[1] ?? '', 'worker', done);
    const next = (await queued({ organization: 'quiet' })).id;
    expect(await claimed()).toBe(busy[2]);
    expect(await claimed()).toBe(next);
  });

  test('two workers never hold the same job', async () => {
    for (let count = 0; count < 12; count += 1)
      await jobs().enqueue(sampleOrder({ organization: `o${count % 3}` }), 100);
    const claims = await Promise.all(Array.from({ length: 16 }, (_, index) => claimed(`worker ${index}`)));
    const held = claims.filter((id) => id !== undefined);
    expect(new Set(held).size).toBe(held.length);
    const rest = [];
    for (let id = await claimed(); id !== undefined; id = await claimed()) rest.push(id);
    expect(new Set([...held, ...rest]).size).toBe(12);
    expect(held.length + rest.length).toBe(12);
  });

  test('a job whose lease ran out goes to another worker, and the first one has lost it', async () => {
    const { id } = await queued();
    await jobs().claim('slow', 1);
    await pause(5);
    expect(await jobs().claim('quick', minute)).toMatchObject({ id, attempts: 2, status: 'RUNNING' });
    expect(await jobs().renew(id, 'slow', minute, 0.9)).toBe(false);
    expect(await jobs().settle(id, 'slow', done)).toBe(false);
    expect(await jobs().find(id)).toMatchObject({ status: 'RUNNING', progress: 0, attempts: 2 });
    expect(await jobs().settle(id, 'quick', done)).toBe(true);
  });

  test('a renewed lease keeps the job', async () => {
    const { id } = await queued();
    await jobs().claim('worker', 1);
    await jobs().renew(id, 'worker', minute, 0.1);
    await pause(5);
    expect(await claimed('other')).toBeUndefined();
  });

  test('a job whose lease ran out does not count as running', async () => {
    await queued({ organization: 'crashed' });
    const waiting = await queued({ organization: 'crashed' });
    const other = await queued({ organization: 'other' });
    const lost = await jobs().claim('dead', 1);
    await pause(5);
    expect([await claimed(), await claimed(), await claimed()]).toEqual([lost?.id, other.id, waiting.id]);
  });

  test('a job to be tried again waits for its pause', async () => {
    const { id, key } = await queued();
    await claimed();
    expect(await jobs().settle(id, 'worker', { status: 'QUEUED', error, retryAfter: minute })).toBe(true);
    expect(await jobs().find(id)).toMatchObject({
      status: 'QUEUED',
      error,
      attempts: 1,
      finishedAt: null,
      progress: 0,
    });
    expect(await claimed()).toBeUndefined();
    expect(await jobs().renew(id, 'worker', minute, 0.1)).toBe(false);
    expect((await jobs().enqueue(sampleOrder({ key }), 10)).id).toBe(id);
  });

  test('a job to be tried again is taken when its pause is over', async () => {
    const { id } = await queued();
    await claimed();
    await jobs().settle(id, 'worker', { status: 'QUEUED', error, retryAfter: 3 });
    await pause(8);
    expect(await jobs().claim('worker', minute)).toMatchObject({ id, attempts: 2, error: null });
    await jobs().settle(id, 'worker', done);
    expect(await jobs().find(id)).toMatchObject({ status: 'SUCCEEDED', error: null, attempts: 2 });
  });

  test('a queued job can be cancelled', async () => {
    const { id, key } = await queued();
    const cancelled = await jobs().cancel(id);
    expect(cancelled).toMatchObject({ id, status: 'CANCELLED' });
    expect(cancelled?.finishedAt).toBeInstanceOf(Date);
    expect(await claimed()).toBeUndefined();
    expect((await jobs().enqueue(sampleOrder({ key }), 10)).id).not.toBe(id);
  });

  test('a running job can be cancelled, and its worker has lost it', async () => {
    const { id } = await queued();
    await claimed();
    expect(await jobs().cancel(id)).toMatchObject({ status: 'CANCELLED' });
    expect(await jobs().renew(id, 'worker', minute, 0.9)).toBe(false);
    expect(await jobs().settle(id, 'worker', done)).toBe(false);
    expect(await jobs().find(id)).toMatchObject({ status: 'CANCELLED', rendering: null });
  });

  test('cancelling what has ended changes nothing', async () => {
    const { id } = await jobs().record(sampleOrder(), record);
    const before = await jobs().find(id);
    expect(await jobs().cancel(id)).toEqual(before);
    expect(await jobs().cancel('unknown')).toBeNull();
  });

  test('nothing is claimed from an empty queue', async () => {
    expect(await jobs().claim('worker', minute)).toBeNull();
  });
}
