import { afterEach, beforeEach, expect, test } from 'vitest';
import { newJobDocument, type RenderJobDocument } from '#store/documents/render-job-document.ts';
import type { StoreEvent } from '#store/documents/store-log.ts';
import type { Woken } from '#store/mongo/job-changes.ts';
import { createJobFeed } from '#store/mongo/job-feed.ts';
import { createMongoCollection } from '#store/mongo/mongo-collection.ts';
import { createConnection, type MongoConnection } from '#store/mongo/mongo-connection.ts';
import { collectionNames } from '#store/mongo/mongo-indexes.ts';
import { openMongoStore } from '#store/mongo/open-mongo-store.ts';
import { sampleOrder } from '../../contracts/store/samples.ts';
import { databaseName, describeWithMongo, dropDatabase, mongoUri } from './database-harness.ts';

const never = 3_600_000;

describeWithMongo(() => {
  let database: string;
  let connection: MongoConnection;
  beforeEach(() => {
    database = databaseName();
    connection = createConnection(mongoUri, database);
  });
  afterEach(async () => {
    await connection.close();
    await dropDatabase(database);
  });

  /** A feed that looks hourly and is told of changes by the test, and a watched job. */
  async function watchedJob(milliseconds: number) {
    const jobs = createMongoCollection<RenderJobDocument>(connection, collectionNames.renderJobs);
    const document = newJobDocument(sampleOrder(), new Date());
    await jobs.insert(document);
    const { _id: id } = document;
    const closing = new AbortController();
    let woken: Woken | undefined;
    const follow = (given: Woken) => {
      woken = given;
      return () => false;
    };
    const feed = createJobFeed({ jobs, milliseconds, follow, closing: closing.signal });
    const read = async () => (await jobs.find({ _id: id }))[0];
    const states = feed.watch(id, new AbortController().signal, read)[Symbol.asyncIterator]();
    expect((await states.next()).value).toMatchObject({ status: 'QUEUED' });
    const change = (progress: number) => jobs.change({ _id: id }, { $set: { progress }, $inc: { version: 1 } });
    return { id, states, change, woken: () => woken, close: () => closing.abort() };
  }

  test('a job is read again when one is told that it changed, or that any may have', async () => {
    const { id, states, change, woken, close } = await watchedJob(never);
    const half = states.next();
    await change(0.5);
    woken()?.wake('another');
    woken()?.wake(id);
    expect((await half).value).toMatchObject({ progress: 0.5 });
    const most = states.next();
    await change(0.75);
    woken()?.wakeAll();
    expect((await most).value).toMatchObject({ progress: 0.75 });
    close();
    expect((await states.next()).done).toBe(true);
  });

  test('without that, it is read again when its version is another at the next look', async () => {
    const { states, change, close } = await watchedJob(20);
    const half = states.next();
    await change(0.5);
    expect((await half).value).toMatchObject({ progress: 0.5 });
    close();
    expect((await states.next()).done).toBe(true);
  });

  test('a server with change streams tells at once; of one without, the log says so', async () => {
    const events: StoreEvent[] = [];
    const log = (event: StoreEvent) => events.push(event);
    const watching = await openMongoStore({ uri: mongoUri, database, log, pollMilliseconds: 500 });
    const working = await openMongoStore({ uri: mongoUri, database, log: () => undefined });
    const { id } = await watching.renderJobs.enqueue(sampleOrder(), 10);
    const states = watching.renderJobs.watch(id, new AbortController().signal)[Symbol.asyncIterator]();
    await states.next();
    const next = states.next();
    await working.renderJobs.claim('worker', 60_000);
    expect((await next).value).toMatchObject({ status: 'RUNNING' });
    const hello = await connection.database.command({ hello: 1 });
    const lacks = events.some(({ message }) => message.startsWith('the database has no change streams'));
    // A member of a replica set always has them.
    expect(lacks && 'setName' in hello).toBe(false);
    expect(lacks || 'setName' in hello || hello['msg'] === 'isdbgrid').toBe(true);
    await Promise.all([watching.close(), working.close()]);
  });
});
