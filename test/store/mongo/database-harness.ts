import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { describe } from 'vitest';
import { openMongoStore } from '#store/mongo/open-mongo-store.ts';
import type { RawDocument, StoreHarness } from '../../contracts/store/harness.ts';

/** Where the tests' MongoDB is; empty when there is none. */
export const mongoUri = process.env['MONGODB_URI'] ?? '';

/** A group of tests that need a MongoDB; skipped, and saying why, when there is none. */
export function describeWithMongo(tests: () => void): void {
  const reason = mongoUri === '' ? ' (skipped: MONGODB_URI is not set)' : '';
  describe.skipIf(mongoUri === '')(`with a MongoDB${reason}`, () => {
    tests();
  });
}

/** A harness on a database of its own. */
export function createDatabaseHarness(): Promise<StoreHarness> {
  const database = databaseName();
  return Promise.resolve({
    open: (options) =>
      openMongoStore({ log: () => undefined, pollMilliseconds: 20, ...options, uri: mongoUri, database }),
    rewrite: (name, change) =>
      withClient(async (client) => {
        const collection = client.db(database).collection<RawDocument>(name);
        for (const document of await collection.find().toArray()) {
          const { _id, ...rest } = change(document);
          await collection.replaceOne({ _id }, rest);
        }
      }),
    dispose: () => dropDatabase(database),
  });
}

/** A name that no other test has. */
export function databaseName(): string {
  return `nianbao-test-${randomUUID()}`;
}

/** Removes a test's database. */
export function dropDatabase(database: string): Promise<void> {
  return withClient(async (client) => {
    await client.db(database).dropDatabase();
  });
}

/** Connects, does it, disconnects. */
export async function withClient(task: (client: MongoClient) => Promise<void>): Promise<void> {
  const client = new MongoClient(mongoUri);
  try {
    await task(client);
  } finally {
    await client.close();
  }
}
