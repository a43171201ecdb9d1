import { afterAll, expect, test } from 'vitest';
import { organizationKeyset } from '#store/documents/organization-document.ts';
import type { StoreEvent } from '#store/documents/store-log.ts';
import { reportKeyset } from '#store/documents/report-query.ts';
import { collectionNames, mongoIndexes } from '#store/mongo/mongo-indexes.ts';
import { openMongoStore } from '#store/mongo/open-mongo-store.ts';
import { sampleReport } from '../../contracts/store/samples.ts';
import { databaseName, describeWithMongo, dropDatabase, mongoUri, withClient } from './database-harness.ts';

const keysOf = (collection: string) =>
  mongoIndexes.filter((declared) => declared.collection === collection).map(({ index }) => Object.entries(index.key));

test.each(['YEAR', 'ORGANIZATION', 'UPDATED_AT', 'RECEIVED_TOTAL'] as const)(
  'an index serves the order %s',
  (field) => {
    const { path } = reportKeyset({ field, direction: 'ASC' });
    expect(keysOf(collectionNames.reports)).toContainEqual([[path, 1]]);
  },
);

test('an index serves the list of organizations', () => {
  expect(keysOf(collectionNames.organizations)).toContainEqual([[organizationKeyset.path, 1]]);
});

test('every index has a name of its own in its collection, and a reason', () => {
  const names = mongoIndexes.map(({ collection, index }) => `${collection}.${index.name}`);
  expect(new Set(names).size).toBe(names.length);
  expect(mongoIndexes.filter(({ reason }) => reason === '')).toEqual([]);
});

describeWithMongo(() => {
  const database = databaseName();
  const other = databaseName();
  const dropped = databaseName();
  afterAll(() => Promise.all([database, other, dropped].map(dropDatabase)));

  test('an index that is another than declared, or that nobody declared, is reported and left alone', async () => {
    await withClient(async (client) => {
      const reports = client.db(other).collection(collectionNames.reports);
      await reports.createIndexes([
        { name: 'branch', key: { title: 1 } },
        { name: 'by_hand', key: { title: -1 } },
      ]);
    });
    const events: StoreEvent[] = [];
    const store = await openMongoStore({ uri: mongoUri, database: other, log: (event) => events.push(event) });
    await store.close();
    const warnings = events.filter(({ level }) => level === 'warn');
    expect(warnings).toHaveLength(2);
    expect(warnings).toContainEqual(expect.objectContaining({ collection: 'reports', index: 'branch' }));
    expect(warnings).toContainEqual(expect.objectContaining({ collection: 'reports', index: 'by_hand' }));
  });

  test('lists, searches and counts go on when an index is dropped under them, and it is made again', async () => {
    const events: StoreEvent[] = [];
    const store = await openMongoStore({ uri: mongoUri, database: dropped, log: (event) => events.push(event) });
    await store.reports.create(sampleReport({ title: '年度报告' }));
    const order = { field: 'YEAR', direction: 'ASC' } as const;
    const slice = { limit: 5, backward: false };
    await withClient(async (client) => {
      const reports = client.db(dropped).collection(collectionNames.reports);
      for (const [index, query] of [
        [
          'all_by_year',
          async () => (await store.reports.seenBy('everything').list({}, order, slice, ['title'])).items.length,
        ],
        [
          'search',
          async () =>
            (await store.reports.seenBy('everything').list({ search: '年度' }, order, slice, ['title'])).items.length,
        ],
        ['search', () => store.reports.seenBy('everything').count({ search: '年度' })],
      ] as const) {
        await reports.dropIndex(index);
        expect(await query()).toBe(1);
        await expect.poll(() => reports.indexExists(index), { timeout: 10_000 }).toBe(true);
      }
    });
    await store.close();
    expect(events.filter(({ message }) => message.includes('could not be made'))).toEqual([]);
  });

  test('opening makes every declared index, and opening again changes nothing', async () => {
    for (let round = 0; round < 2; round += 1) {
      const store = await openMongoStore({ uri: mongoUri, database, log: () => undefined });
      await store.close();
    }
    await withClient(async (client) => {
      for (const { collection, index } of mongoIndexes) {
        const made = await client.db(database).collection(collection).indexes();
        expect(made).toContainEqual(expect.objectContaining({ name: index.name, key: index.key }));
      }
    });
  });
});
