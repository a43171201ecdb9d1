import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { hasCode } from '#errors/nianbao-error.ts';
import type { RenderingRecord } from '#store/artifact-store.ts';
import type { Store } from '#store/store.ts';
import type { CreateHarness } from './harness.ts';
import { sampleArtifact, sampleOrder } from './samples.ts';

const longAgo = new Date(0);

/** What is kept of artifacts and jobs, and for how long. */
export function expiryContract(createHarness: CreateHarness): void {
  async function withStore(task: (store: Store) => Promise<void>): Promise<void> {
    const harness = await createHarness();
    const store = await harness.open({ noteMilliseconds: 0 });
    try {
      await task(store);
    } finally {
      await store.close();
      await harness.dispose();
    }
  }

  /** A moment that lies behind all that happened and before all that happens. */
  async function now(): Promise<Date> {
    await pause(5);
    const moment = new Date();
    await pause(5);
    return moment;
  }

  async function save(store: Store, key: string, content = randomBytes(300_000)): Promise<RenderingRecord> {
    const { record, bytes } = sampleArtifact(content);
    await store.artifacts.save(key, record, bytes);
    return record;
  }

  async function isReadable(store: Store, { sha256, byteLength }: RenderingRecord): Promise<boolean> {
    let length = 0;
    try {
      for await (const piece of store.artifacts.read(sha256)) length += piece.byteLength;
    } catch (error) {
      if (hasCode(error, 'NOT_FOUND')) return false;
      throw error;
    }
    return length === byteLength;
  }

  describe('artifacts', () => {
    test('go when nobody asked for them again, by key or address, and their bytes with them', () =>
      withStore(async (store) => {
        const [idle, byKey, byAddress, again] = await Promise.all(
          ['idle', 'by key', 'by address', 'again'].map((key) => save(store, key)),
        );
        if (!idle || !byKey || !byAddress || !again) throw new Error('not saved');
        const since = await now();
        await store.artifacts.find('by key');
        await store.artifacts.findBySha256(byAddress.sha256);
        const { record, bytes } = sampleArtifact(randomBytes(10));
        await store.artifacts.save('again', record, bytes);
        const later = await save(store, 'later');
        expect(await store.artifacts.expire(since)).toBe(1);
        expect(await store.artifacts.find('idle')).toBeNull();
        expect(await isReadable(store, idle)).toBe(false);
        // The key has other bytes now.
        expect(await isReadable(store, again)).toBe(false);
        for (const kept of [byKey, byAddress, record, later]) expect(await isReadable(store, kept)).toBe(true);
        expect(await store.artifacts.find('by key')).toEqual(byKey);
        expect(await store.artifacts.expire(since)).toBe(0);
      }));

    test('bytes stay while any record is theirs', () =>
      withStore(async (store) => {
        const content = randomBytes(1000);
        const record = await save(store, 'first', content);
        const since = await now();
        await save(store, 'second', content);
        expect(await store.artifacts.expire(since)).toBe(1);
        expect(await isReadable(store, record)).toBe(true);
        expect(await store.artifacts.find('second')).toEqual(record);
        expect(await store.artifacts.expire(await now())).toBe(1);
        expect(await isReadable(store, record)).toBe(false);
        await save(store, 'third', content);
        expect(await isReadable(store, record)).toBe(true);
      }));

    test('what is saved and asked for while others go is never lost', () =>
      withStore(async (store) => {
        const contents = Array.from({ length: 12 }, () => randomBytes(2000));
        await Promise.all(contents.map((content, index) => save(store, `old ${index}`, content)));
        const since = await now();
        const rivals = contents.map(async (content, index) => {
          const record = await save(store, `new ${index}`, content);
          return { record, found: await store.artifacts.find(`new ${index}`) };
        });
        const [removed, saved] = await Promise.all([store.artifacts.expire(since), Promise.all(rivals)]);
        expect(removed).toBe(contents.length);
        for (const { record, found } of saved) {
          expect(found).toEqual(record);
          expect(await isReadable(store, record)).toBe(true);
        }
      }));

    test('more than are looked at at a time', { timeout: 60_000 }, () =>
      withStore(async (store) => {
        const keys = Array.from({ length: 450 }, (_, index) => `key ${index}`);
        for (const key of keys) await save(store, key, randomBytes(8));
        expect(await store.artifacts.expire(await now())).toBe(keys.length);
      }),
    );
  });

  test('jobs go some time after they ended; those that wait and run stay', () =>
    withStore(async (store) => {
      const record = await save(store, 'done');
      const [done, waiting, running] = [sampleOrder(), sampleOrder(), sampleOrder()];
      await store.renderJobs.record(done, record);
      await store.renderJobs.enqueue(running, 10);
      await store.renderJobs.claim('worker', 60_000);
      await store.renderJobs.enqueue(waiting, 10);
      const since = await now();
      const cancelled = sampleOrder();
      await store.renderJobs.enqueue(cancelled, 10);
      await store.renderJobs.cancel(cancelled.id);
      expect(await store.renderJobs.expire(since)).toBe(1);
      expect(await store.renderJobs.find(done.id)).toBeNull();
      for (const { id } of [waiting, running, cancelled]) expect(await store.renderJobs.find(id)).not.toBeNull();
      expect(await store.artifacts.find('done')).toEqual(record);
      expect(await store.renderJobs.expire(await now())).toBe(1);
    }));

  test('a store that is opened removes what is too old by itself', async () => {
    const harness = await createHarness();
    const first = await harness.open();
    const record = await save(first, 'old');
    await first.close();
    await pause(20);
    // A hundredth of a second
    const store = await harness.open({ retention: { artifactDays: 1e-7, jobDays: 1e-7 } });
    await expect.poll(() => isReadable(store, record), { timeout: 5000 }).toBe(false);
    await store.close();
    await harness.dispose();
  });

  test('a store that is opened in passing removes nothing', async () => {
    const harness = await createHarness();
    const first = await harness.open();
    const record = await save(first, 'old');
    await first.close();
    await harness.rewrite('artifacts', (document) => ({ ...document, savedAt: longAgo, usedAt: longAgo }));
    const store = await harness.open();
    await pause(300);
    expect(await isReadable(store, record)).toBe(true);
    expect(await store.artifacts.find('old')).toEqual(record);
    await store.close();
    await harness.dispose();
  });

  test('a time before all time removes nothing', () =>
    withStore(async (store) => {
      const record = await save(store, 'key');
      expect(await store.artifacts.expire(new Date(-1e12))).toBe(0);
      expect(await isReadable(store, record)).toBe(true);
    }));
}
