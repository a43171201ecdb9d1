import { setTimeout as pause } from 'node:timers/promises';
import type { Collections } from '../documents/collections.ts';
import { createDocumentStore, type DocumentStoreParts } from '../documents/document-store.ts';
import { createLease, defaultTimes } from '../documents/lease.ts';
import { migrate } from '../documents/migrate.ts';
import { startUpkeep, upkeepInterval } from '../documents/upkeep.ts';
import { unavailable } from '../documents/store-errors.ts';
import type { StoreLog } from '../documents/store-log.ts';
import type { Retention } from '../retention.ts';
import type { Store } from '../store.ts';
import { createGridBytes } from './grid-bytes.ts';
import { followJobChanges } from './job-changes.ts';
import { createJobFeed } from './job-feed.ts';
import { createMongoCollection } from './mongo-collection.ts';
import { createConnection, type MongoConnection } from './mongo-connection.ts';
import { createIndexRepair, makeIndexes } from './make-indexes.ts';
import { collectionNames } from './mongo-indexes.ts';
import { createServerClock, type ServerClock } from './server-clock.ts';

/** Which database a store is kept in, and where it reports what it did to it. */
export interface MongoStoreOptions {
  readonly uri: string;
  /** Instead of the database that the address names; `nianbao` when neither does. */
  readonly database?: string | undefined;
  readonly log: StoreLog;
  /** How often watched jobs are looked at. */
  readonly pollMilliseconds?: number | undefined;
  readonly retention?: Retention | undefined;
  /** How often it is noted that somebody asked for an artifact. */
  readonly noteMilliseconds?: number | undefined;
}

/**
 * Opens the store in a MongoDB database, which may be a standalone server, a replica set or a sharded cluster, and
 * which any number of processes may have open. Makes the indexes that are missing and renews documents of older
 * versions. STORE_UNAVAILABLE when the server cannot be reached, STORE_NEWER when a newer version wrote to it.
 */
export async function openMongoStore(options: MongoStoreOptions): Promise<Store> {
  const { uri, database, log } = options;
  const connection = createConnection(uri, database);
  try {
    const clock = createServerClock(connection, log);
    await clock.refresh();
    await makeIndexes(connection, log);
    const collections = mongoCollections(connection, createIndexRepair(connection, log));
    const exclusion = createLease(createMongoCollection(connection, collectionNames.leases), 'tree of organizations', {
      ...defaultTimes,
      clock: clock.now,
    });
    await migrate(collections, { exclusion, log });
    log({ level: 'info', message: 'the database is ready', database: connection.database.databaseName });
    return createStore(connection, { collections, exclusion, clock }, options);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

function createStore(
  connection: MongoConnection,
  { clock, ...parts }: Pick<DocumentStoreParts, 'collections' | 'exclusion'> & { readonly clock: ServerClock },
  options: MongoStoreOptions,
): Store {
  const { pollMilliseconds = 500, retention, noteMilliseconds, log } = options;
  const closing = new AbortController();
  const { store, upkeep } = createDocumentStore({
    ...parts,
    clock: clock.now,
    bytes: createGridBytes(connection),
    feed: createJobFeed({
      jobs: parts.collections.renderJobs,
      milliseconds: pollMilliseconds,
      follow: followJobChanges(connection.database, log, closing.signal),
      closing: closing.signal,
    }),
    retention,
    noteMilliseconds,
  });
  const stopUpkeep = startUpkeep([{ doing: 'comparing clocks', run: () => clock.refresh() }, ...upkeep], {
    every: upkeepInterval,
    log,
  });
  return {
    ...store,
    ping: () => ping(connection),
    close: async () => {
      closing.abort();
      await Promise.all([stopUpkeep(), connection.close()]);
    },
  };
}

function mongoCollections(connection: MongoConnection, onIndexMissing: () => void): Collections {
  const open = <Row extends { readonly _id: string }>(name: string) =>
    createMongoCollection<Row>(connection, name, onIndexMissing);
  return {
    reports: open(collectionNames.reports),
    publishedReports: open(collectionNames.publishedReports),
    revisions: open(collectionNames.revisions),
    organizations: open(collectionNames.organizations),
    renderJobs: open(collectionNames.renderJobs),
    artifacts: open(collectionNames.artifacts),
    organizationSettings: open(collectionNames.organizationSettings),
    pluginRegistrations: open(collectionNames.pluginRegistrations),
    importedDocuments: open(collectionNames.importedDocuments),
    importBatches: open(collectionNames.importBatches),
    importItems: open(collectionNames.importItems),
    apiKeys: open(collectionNames.apiKeys),
    auditEntries: open(collectionNames.auditEntries),
  };
}

/** A server that has fallen silent is noticed sooner than an operation's own limits would. */
async function ping({ database, run }: MongoConnection): Promise<void> {
  const answered = new AbortController();
  const silence = pause(3000, undefined, { signal: answered.signal }).then(() => {
    throw unavailable(new Error('the database did not answer a ping'));
  });
  try {
    await Promise.race([run(() => database.command({ ping: 1 })), silence]);
  } finally {
    answered.abort();
    silence.catch(() => undefined);
  }
}
