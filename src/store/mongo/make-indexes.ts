import { isDeepStrictEqual } from 'node:util';
import type { Db, IndexDescriptionInfo } from 'mongodb';
import type { StoreLog } from '../documents/store-log.ts';
import type { MongoConnection } from './mongo-connection.ts';
import { isNoSuchCollection } from './mongo-failures.ts';
import { mongoIndexes, type DeclaredIndex } from './mongo-indexes.ts';

type Found = Pick<IndexDescriptionInfo, 'name' | 'key' | 'unique' | 'sparse'>;

/** Makes the indexes that are missing, however long that takes, and logs where the database has others than declared. */
export async function makeIndexes({ database, run, runLong }: MongoConnection, log: StoreLog): Promise<void> {
  const names = [...new Set(mongoIndexes.map(({ collection }) => collection))];
  await Promise.all(
    names.map(async (name) => {
      const declared = mongoIndexes.filter(({ collection }) => collection === name);
      const found = await run(() => indexesOf(database, name));
      const missing = declared.filter(({ index }) => !found.some((one) => one.name === index.name));
      for (const fault of driftOf(declared, found)) log({ level: 'warn', collection: name, ...fault });
      if (missing.length === 0) return;
      await runLong((patient) => patient.collection(name).createIndexes(missing.map(({ index }) => index)));
    }),
  );
}

/** What makes missing indexes again behind the queries that miss them, once at a time, and tells the log. */
export function createIndexRepair(connection: MongoConnection, log: StoreLog): () => void {
  let running = false;

  async function repair(): Promise<void> {
    log({ level: 'warn', message: 'an index that queries use is gone; missing indexes are made again' });
    try {
      await makeIndexes(connection, log);
    } catch (cause) {
      log({ level: 'warn', message: 'missing indexes could not be made; the next query tries again', cause });
    }
    running = false;
  }

  return () => {
    if (running) return;
    running = true;
    void repair();
  };
}

async function indexesOf(database: Db, collection: string): Promise<readonly Found[]> {
  try {
    return await database.collection(collection).indexes();
  } catch (error) {
    if (isNoSuchCollection(error)) return [];
    throw error;
  }
}

/** Indexes that differ from the declared ones of their name, and such as nobody declared. */
function driftOf(declared: readonly DeclaredIndex[], found: readonly Found[]) {
  return found.flatMap(({ name, key, ...options }) => {
    if (name === '_id_') return [];
    const same = declared.find(({ index }) => index.name === name);
    if (!same) return [{ message: 'an index is there that nobody declared', index: name }];
    const isSame = isDeepStrictEqual(signature({ key, ...options }), signature(same.index));
    return isSame
      ? []
      : [
          {
            message:
              'an index is not as it was declared; stop the gateways and workers first, drop it and start them to have it made anew',
            index: name,
          },
        ];
  });
}

/** Fields in their order, and what makes an index another one. */
function signature({ key, unique, sparse }: Omit<Found, 'name'> | DeclaredIndex['index']): unknown {
  return [Object.entries(key), unique === true, sparse === true];
}
