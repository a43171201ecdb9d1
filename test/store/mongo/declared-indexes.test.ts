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
  afterAll(() => Promise.all([dropDatabase(database), dropDatabase(other)]));

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

  test('a list goes on when its index is dropped under it', async () => {
    const store = await openMongoStore({ uri: mongoUri, database: other, log: () => undefined });
    await store.reports.create(sampleReport());
    await withClient(async (client) => {
      await client.db(other).collection(collectionNames.reports).dropIndex('all_by_year');
    });
    const order = { field: 'YEAR', direction: 'ASC' } as const;
    expect((await store.reports.list({}, order, { limit: 5, backward: false }, ['title'])).items).toHaveLength(1);
    await store.close();
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
