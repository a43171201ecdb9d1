import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entry } from '#store/dump.ts';
import type { StoreEvent } from '#store/documents/store-log.ts';
import type { Store } from '#store/store.ts';
import type { CreateHarness, RawDocument, StoreHarness } from './harness.ts';
import { nextState, sampleArtifact, sampleReport } from './samples.ts';

const year = { field: 'YEAR', direction: 'ASC' } as const;
const all = { limit: 200, backward: false } as const;

/** What documents of the first version did not have. */
const later = new Set([
  'schema',
  'places',
  'usedAt',
  'publishedRevision',
  'reviews',
  'corrections',
  'change',
  'releasing',
]);

/** Documents as the first version stored them: also without search tokens. */
function ofFirstVersion(document: RawDocument): RawDocument {
  const { _id, keys, ...rest } = document;
  const { tokens: _tokens, ...others } = (keys ?? {}) as Record<string, unknown>;
  const known = Object.entries(rest).filter(([name]) => !later.has(name));
  return { _id, ...Object.fromEntries(known), ...(keys !== undefined && { keys: others }) };
}

/** Documents of older and newer versions. */
export function migrationContract(createHarness: CreateHarness): void {
  let harness: StoreHarness;
  beforeEach(async () => {
    harness = await createHarness();
  });
  afterEach(() => harness.dispose());

  async function withStore<Result>(task: (store: Store, events: readonly StoreEvent[]) => Promise<Result>) {
    const events: StoreEvent[] = [];
    const store = await harness.open({ log: (event) => events.push(event) });
    try {
      return await task(store, events);
    } finally {
      await store.close();
    }
  }

  function renewals(events: readonly StoreEvent[]): unknown[] {
    return events.filter(({ message }) => message.startsWith('all documents')).map(({ renewed }) => renewed);
  }

  async function entries(store: Store): Promise<Entry[]> {
    const found: Entry[] = [];
    for await (const entry of store.dump({ artifacts: true })) found.push(entry);
    return found;
  }

  async function fill(store: Store, count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const organization = { id: `body ${index}`, name: `第${index}局`, lineage: ['province', `body ${index}`] };
      const report = sampleReport({ organization, title: `第${index}号报告` });
      await store.reports.create(report);
      if (index % 10 === 0) await store.reports.replace(nextState(report), 1);
    }
    const { record, bytes } = sampleArtifact(randomBytes(100));
    await store.artifacts.save('key', record, bytes);
  }

  test('documents of the first version are renewed once, and nothing of them is lost', async () => {
    const before = await withStore(async (store) => {
      await fill(store, 120);
      await store.organizations.ensure('财政厅');
      return entries(store);
    });
    await harness.rewrite('organizations', ofFirstVersion);
    await harness.rewrite('reports', ofFirstVersion);
    await harness.rewrite('artifacts', ofFirstVersion);
    await withStore(async (store, events) => {
      expect(renewals(events)).toEqual([1, 120, 1]);
      expect(await entries(store)).toEqual(before);
      expect((await store.organizations.list('财政', all)).items.map(({ item }) => item.name)).toEqual(['财政厅']);
      const within = await store.reports.seenBy('everything').list({ within: 'province' }, year, all, ['title']);
      expect(within.items).toHaveLength(120);
      const found = await store.reports.seenBy('everything').list({ search: '第77号' }, year, all, ['title']);
      expect(found.items.map(({ item }) => item.title)).toEqual(['第77号报告']);
      expect(await store.artifacts.find('key')).not.toBeNull();
      expect(await store.artifacts.expire(new Date(Date.now() + 1000))).toBe(1);
    });
    await withStore((_, events) => Promise.resolve(expect(renewals(events)).toEqual([])));
  });

  test('what a migration that broke off has left is renewed by the next', async () => {
    await withStore((store) => fill(store, 30));
    let index = 0;
    await harness.rewrite('reports', (document) => ((index += 1) % 3 === 0 ? document : ofFirstVersion(document)));
    await withStore(async (store, events) => {
      expect(renewals(events)).toEqual([20]);
      expect(
        (await store.reports.seenBy('everything').list({ within: 'province' }, year, all, ['title'])).items,
      ).toHaveLength(30);
    });
  });

  test('what was published before there were editions is what readers see', async () => {
    const published = sampleReport({ status: 'PUBLISHED', publishedAt: new Date('2024-01-31T00:00:00.000Z') });
    const draft = sampleReport();
    await withStore(async ({ reports }) => {
      await reports.create(published);
      await reports.create(draft);
      expect(await reports.seenBy('published').count({})).toBe(0);
    });
    await harness.rewrite('reports', ofFirstVersion);
    await withStore(async ({ reports }) => {
      const seen = { ...published, publishedRevision: 1 };
      expect(await reports.seenBy('published').find(published.id, 'all')).toEqual(seen);
      expect(await reports.seenBy('published').count({})).toBe(1);
      expect(await reports.seenBy('everything').find(published.id, 'all')).toEqual(seen);
    });
  });

  test('a database that a newer version wrote to is not touched', async () => {
    await withStore((store) => fill(store, 3));
    const seen: RawDocument[] = [];
    await harness.rewrite('reports', (document) => ({
      ...ofFirstVersion(document),
      ...(seen.push(document) === 2 && { schema: 99 }),
    }));
    const refusal = { code: 'STORE_NEWER', parameters: { collection: 'reports', found: 99, known: 3 } };
    await expect(harness.open()).rejects.toMatchObject(refusal);
    let untouched = 0;
    await harness.rewrite('reports', (document) => {
      if (document['places'] === undefined) untouched += 1;
      return document;
    });
    expect(untouched).toBe(3);
  });
}
