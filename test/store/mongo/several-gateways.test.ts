import { afterAll, beforeAll, expect, test } from 'vitest';
import { toReportDocument, toRevisionDocument } from '#store/documents/report-document.ts';
import { collectionNames } from '#store/mongo/mongo-indexes.ts';
import { openMongoStore } from '#store/mongo/open-mongo-store.ts';
import type { Store } from '#store/store.ts';
import { nextState, sampleArtifact, sampleOrder, sampleReport } from '../../contracts/store/samples.ts';
import { databaseName, describeWithMongo, dropDatabase, mongoUri, withClient } from './database-harness.ts';

describeWithMongo(() => {
  const database = databaseName();
  let stores: readonly Store[] = [];
  beforeAll(async () => {
    const options = { uri: mongoUri, database, log: () => undefined, pollMilliseconds: 10 };
    stores = await Promise.all(Array.from({ length: 4 }, () => openMongoStore(options)));
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await dropDatabase(database);
  });

  function gateway(index: number): Store {
    const store = stores[index];
    if (!store) throw new Error('The stores are not open.');
    return store;
  }

  /** Does the same in every gateway at once, several times over. */
  async function everywhere<Result>(times: number, task: (store: Store, index: number) => Promise<Result>) {
    const tasks = stores.flatMap((store, place) =>
      Array.from({ length: times }, (_, index) => task(store, place * times + index)),
    );
    return Promise.allSettled(tasks);
  }

  test('an organization is made once', async () => {
    const made = values(await everywhere(5, (store) => store.organizations.ensure('同名')));
    expect(made).toHaveLength(20);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  test('a report is created once', async () => {
    const { organization } = sampleReport();
    const outcomes = await everywhere(5, (store) => store.reports.create(sampleReport({ organization })));
    expect(values(outcomes)).toHaveLength(1);
    for (const outcome of outcomes.filter(({ status }) => status === 'rejected')) {
      expect(outcome).toMatchObject({ reason: { code: 'REPORT_EXISTS' } });
    }
  });

  test('of rival replacements one wins, and the past state is kept once', async () => {
    const first = gateway(0);
    const report = sampleReport();
    await first.reports.create(report);
    const outcomes = await everywhere(5, (store, index) =>
      store.reports.replace(nextState(report, { title: `第${index}个` }), 1),
    );
    expect(values(outcomes)).toHaveLength(1);
    const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
    expect(await first.reports.seenBy('everything').find(report.id, ['title', 'revision'])).toEqual({
      id: report.id,
      title: `第${winner}个`,
      revision: 2,
    });
    expect(await first.reports.findRevision(report.id, 1)).toEqual(report);
  });

  test('a replacement that broke off between its two writes has not happened', async () => {
    const first = gateway(0);
    const report = sampleReport();
    await first.reports.create(report);
    await withClient(async (client) => {
      const past = toRevisionDocument(toReportDocument(report));
      await client
        .db(database)
        .collection(collectionNames.revisions)
        .insertOne(past as never);
    });
    expect(await first.reports.seenBy('everything').find(report.id, 'all')).toEqual(report);
    const second = nextState(report, { title: '第二次' });
    await first.reports.replace(second, 1);
    expect(await first.reports.findRevision(report.id, 1)).toEqual(report);
    expect(await first.reports.findRevision(report.id, 2)).toEqual(second);
  });

  test('many orders of one key make one job', async () => {
    const jobs = values(await everywhere(5, (store) => store.renderJobs.enqueue(sampleOrder({ key: 'same' }), 1000)));
    expect(jobs).toHaveLength(20);
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(1);
    await gateway(0).renderJobs.cancel(jobs[0]?.id ?? '');
  });

  test('every job is held by one worker, and none is left', async () => {
    await everywhere(6, (store, index) =>
      store.renderJobs.enqueue(sampleOrder({ organization: `o${index % 5}` }), 1000),
    );
    const held: (string | undefined)[] = [];
    await everywhere(3, async (store, index) => {
      for (;;) {
        const job = await store.renderJobs.claim(`worker ${index}`, 60_000);
        if (!job) return;
        held.push(job.id);
      }
    });
    expect(held).toHaveLength(24);
    expect(new Set(held).size).toBe(24);
  });

  test('a watcher sees what another gateway’s worker does', async () => {
    const [watching, working] = [gateway(0), gateway(1)];
    const { id } = await watching.renderJobs.enqueue(sampleOrder(), 1000);
    const states = watching.renderJobs.watch(id, new AbortController().signal)[Symbol.asyncIterator]();
    expect((await states.next()).value).toMatchObject({ status: 'QUEUED' });
    await working.renderJobs.claim('worker', 60_000);
    expect((await states.next()).value).toMatchObject({ status: 'RUNNING' });
    const { record } = sampleArtifact(Buffer.from('done'));
    await working.renderJobs.settle(id, 'worker', { status: 'SUCCEEDED', rendering: record });
    expect((await states.next()).value).toMatchObject({ status: 'SUCCEEDED', rendering: record });
    expect((await states.next()).done).toBe(true);
  });

  test('the same bytes kept everywhere at once come back', async () => {
    const { record, bytes } = sampleArtifact(Buffer.alloc(600_000, 'x'));
    expect(values(await everywhere(2, (store) => store.artifacts.save('key', record, bytes)))).toHaveLength(8);
    const pieces: Uint8Array[] = [];
    for await (const piece of gateway(1).artifacts.read(record.sha256)) pieces.push(piece);
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  });
});

function values<Result>(outcomes: readonly PromiseSettledResult<Result>[]): Result[] {
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
}
