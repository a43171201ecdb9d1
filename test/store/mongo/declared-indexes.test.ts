import { afterAll, expect, test } from 'vitest';
import { organizationKeyset } from '#store/documents/organization-document.ts';
import { reportKeyset } from '#store/documents/report-query.ts';
import { collectionNames, mongoIndexes } from '#store/mongo/mongo-indexes.ts';
import { openMongoStore } from '#store/mongo/open-mongo-store.ts';
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
  afterAll(() => dropDatabase(database));

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
