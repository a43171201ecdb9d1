import { MongoClient, type Db, type MongoClientOptions } from 'mongodb';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { tooExpensive, unavailable } from '../documents/store-errors.ts';
import { isOverTime, isUnavailable } from './mongo-failures.ts';

/** How long the server may work on one operation, in milliseconds. */
export const operationLimit = 10_000;

const options: MongoClientOptions = {
  appName: 'nianbao',
  ignoreUndefined: true,
  retryWrites: true,
  retryReads: true,
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: operationLimit },
  readConcern: { level: 'local' },
  // A member that lags would answer with what was.
  readPreference: 'primary',
  serverSelectionTimeoutMS: 5000,
  connectTimeoutMS: 5000,
  waitQueueTimeoutMS: 5000,
  // For a server that took an operation and fell silent; longer than it may work on it.
  socketTimeoutMS: operationLimit + 5000,
};

/** A database, and the way through which all of its operations go. */
export interface MongoConnection {
  readonly database: Db;
  /** Runs an operation; STORE_UNAVAILABLE when the store was closed or the server does not answer in time. */
  readonly run: <Result>(operation: () => Promise<Result>) => Promise<Result>;
  /** Runs what may take long over a connection of its own, which waits for it. */
  readonly runLong: <Result>(operation: (database: Db) => Promise<Result>) => Promise<Result>;
  /** Waits for the operations that run and disconnects. */
  close(): Promise<void>;
}

/** Connects when the first operation runs. The database is the one given, or the one that the address names. */
export function createConnection(uri: string, database: string | undefined): MongoConnection {
  const name = database ?? databaseIn(uri) ?? 'nianbao';
  const { client, database: opened } = openClient(uri, name);
  const running = new Set<Promise<unknown>>();
  let closed: Promise<void> | undefined;

  async function run<Result>(operation: () => Promise<Result>): Promise<Result> {
    if (closed) throw unavailable(new Error('the store was closed'));
    const result = attempt(operation);
    running.add(result);
    return result.finally(() => running.delete(result));
  }

  async function close(): Promise<void> {
    await Promise.allSettled(running);
    await client.close();
  }

  return {
    database: opened,
    run,
    runLong: (operation) => run(() => withPatientClient(uri, (patient) => operation(patient.db(name)))),
    close: () => (closed ??= close()),
  };
}

/** CONFIG_INVALID for an address that the driver can not use; it may name a password, which nobody is told. */
function openClient(uri: string, name: string): { readonly client: MongoClient; readonly database: Db } {
  try {
    const client = new MongoClient(uri, options);
    return { client, database: client.db(name) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const faults = `MONGODB_URI: ${reason.replaceAll(uri, '…')}`;
    throw new NianbaoError('CONFIG_INVALID', { faults }, { cause: error });
  }
}

async function withPatientClient<Result>(uri: string, task: (client: MongoClient) => Promise<Result>): Promise<Result> {
  const client = new MongoClient(uri, { ...options, socketTimeoutMS: 0, writeConcern: { w: 'majority' } });
  try {
    return await task(client);
  } finally {
    await client.close();
  }
}

function databaseIn(uri: string): string | undefined {
  return /^mongodb(?:\+srv)?:\/\/[^/]+\/([^/?]+)/.exec(uri)?.[1];
}

async function attempt<Result>(operation: () => Promise<Result>): Promise<Result> {
  try {
    return await operation();
  } catch (error) {
    if (isOverTime(error)) throw tooExpensive(error);
    throw isUnavailable(error) ? unavailable(error) : error;
  }
}
