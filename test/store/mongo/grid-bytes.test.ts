import { randomBytes } from 'node:crypto';
import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMongoStore } from '#store/mongo/open-mongo-store.ts';
import type { Store } from '#store/store.ts';
import { sampleArtifact } from '../../contracts/store/samples.ts';
import { databaseName, describeWithMongo, dropDatabase, mongoUri, withClient } from './database-harness.ts';

describeWithMongo(() => {
  const database = databaseName();
  let store: Store;
  beforeAll(async () => {
    store = await openMongoStore({ uri: mongoUri, database, log: () => undefined, noteMilliseconds: 0 });
  });
  afterAll(async () => {
    await store.close();
    await dropDatabase(database);
  });

  async function read(sha256: string): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for await (const piece of store.artifacts.read(sha256)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  test.each([
    ['all pieces', {}],
    ['a piece', { n: 1 }],
  ])('bytes that lost %s are not there, and can be saved again', async (_, lost) => {
    const { record, bytes } = sampleArtifact(randomBytes(700_000));
    await store.artifacts.save('key', record, bytes);
    await withClient(async (client) => {
      await client.db(database).collection('artifactBytes.chunks').deleteMany(lost);
    });
    expect(await store.artifacts.find('key')).toBeNull();
    expect(await store.artifacts.findBySha256(record.sha256)).toBeNull();
    await store.artifacts.save('key', record, bytes);
    expect(await store.artifacts.find('key')).toEqual(record);
    expect((await read(record.sha256)).equals(bytes)).toBe(true);
  });

  test('pieces of uploads that broke off long ago go, those of now stay', async () => {
    const ids = [ObjectId.createFromTime(1_000_000), new ObjectId()];
    await withClient(async (client) => {
      const pieces = client.db(database).collection('artifactBytes.chunks');
      await pieces.insertMany(ids.flatMap((id) => [0, 1].map((n) => ({ files_id: id, n, data: Buffer.from('x') }))));
      await store.artifacts.expire(new Date(Date.now() - 86_400_000));
      expect(await pieces.countDocuments({ files_id: ids[0] })).toBe(0);
      expect(await pieces.countDocuments({ files_id: ids[1] })).toBe(2);
    });
  });
});
