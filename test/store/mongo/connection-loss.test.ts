import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { openMongoStore } from '#store/mongo/open-mongo-store.ts';
import type { Store } from '#store/store.ts';
import { sampleReport } from '../../contracts/store/samples.ts';
import { databaseName, describeWithMongo, dropDatabase, mongoUri } from './database-harness.ts';
import { startProxy, type Proxy } from './proxy.ts';

const unavailable = { code: 'STORE_UNAVAILABLE', cause: expect.any(Error) as Error };

test('a server that is not there: unavailable, without a word of its address to the client', async () => {
  const uri = 'mongodb://user:secret@127.0.0.1:1/?directConnection=true';
  const error: unknown = await openMongoStore({ uri, log: () => undefined }).catch((reason: unknown) => reason);
  expect(error).toMatchObject(unavailable);
  expect((error as Error).message).not.toMatch(/127|secret|user/);
});

test.each([
  'mongodb://user:secret%ss@127.0.0.1:abc/x',
  'mongodb://user:secret@127.0.0.1/?unheard=1',
  'mongodb://user:secret@127.0.0.1/a.b',
])('an address that can not be used is a fault of the configuration: %s', async (uri) => {
  const error: unknown = await openMongoStore({ uri, log: () => undefined }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'CONFIG_INVALID' });
  expect((error as Error).message).toMatch(/MONGODB_URI/);
  expect((error as Error).message).not.toMatch(/secret/);
});

describeWithMongo(() => {
  const database = databaseName();
  let proxy: Proxy;
  let store: Store;
  beforeEach(async () => {
    proxy = await startProxy(mongoUri);
    store = await openMongoStore({ uri: proxy.uri, database, log: () => undefined });
  });
  afterEach(async () => {
    await store.close();
    await proxy.stop();
  });
  afterAll(() => dropDatabase(database));

  test('while the server is away everything is unavailable, afterwards all works', async () => {
    const report = sampleReport();
    await store.reports.create(report);
    proxy.refuse();
    const attempts = [
      store.ping(),
      store.reports.seenBy('everything').find(report.id, ['title']),
      store.reports.create(sampleReport()),
      store.organizations.ensure('单位'),
      store.renderJobs.claim('worker', 1000),
    ];
    for (const outcome of await Promise.allSettled(attempts)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: unavailable });
    }
    proxy.accept();
    expect(await store.reports.seenBy('everything').find(report.id, ['year'])).toEqual({ id: report.id, year: 2023 });
    await store.ping();
  });

  test('a server that falls silent is noticed by a ping within seconds', async () => {
    await store.ping();
    proxy.fallSilent();
    const begun = Date.now();
    await expect(store.ping()).rejects.toMatchObject(unavailable);
    expect(Date.now() - begun).toBeLessThan(6000);
    proxy.refuse();
  });
});
