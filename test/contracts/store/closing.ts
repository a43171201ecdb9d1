import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CreateHarness, StoreHarness } from './harness.ts';
import { nextState, sampleArtifact, sampleOrder, sampleReport } from './samples.ts';

/** What closing and opening again do. */
export function closingContract(createHarness: CreateHarness): void {
  let harness: StoreHarness;
  beforeEach(async () => {
    harness = await createHarness();
  });
  afterEach(() => harness.dispose());

  test('everything is there when the store is opened again', async () => {
    const first = await harness.open();
    const report = sampleReport();
    const { record, bytes } = sampleArtifact(Buffer.from('text'));
    const body = await first.organizations.ensure('单位');
    await first.reports.create(report);
    await first.reports.replace(nextState(report), 1);
    await first.artifacts.save('key', record, bytes);
    const job = await first.renderJobs.enqueue(sampleOrder({ options: { $x: 1 } }), 10);
    await first.close();

    const second = await harness.open();
    expect(await second.organizations.findByName('单位')).toEqual(body);
    expect(await second.organizations.ensure('单位')).toEqual(body);
    expect(await second.reports.seenBy('everything').find(report.id, 'all')).toEqual(nextState(report));
    expect(await second.reports.findRevision(report.id, 1)).toEqual(report);
    await expect(second.reports.create({ ...report, id: 'other' })).rejects.toMatchObject({ code: 'REPORT_EXISTS' });
    expect(await second.artifacts.find('key')).toEqual(record);
    expect(await second.renderJobs.claim('worker', 60_000)).toMatchObject({ id: job.id, options: { $x: 1 } });
    await second.close();
  });

  test('an open store answers', async () => {
    const store = await harness.open();
    await expect(store.ping()).resolves.toBeUndefined();
    await store.close();
  });

  test('closing twice is harmless, also at once', async () => {
    const store = await harness.open();
    await Promise.all([store.close(), store.close()]);
    await expect(store.close()).resolves.toBeUndefined();
  });

  test('a closed store refuses', async () => {
    const store = await harness.open();
    const { record, bytes } = sampleArtifact(Buffer.from('text'));
    await store.close();
    const refused = [
      store.ping(),
      store.reports.seenBy('everything').find('id', 'all'),
      store.reports.create(sampleReport()),
      store.organizations.ensure('单位'),
      store.renderJobs.claim('worker', 1000),
      store.artifacts.save('key', record, bytes),
    ];
    for (const { status, ...outcome } of await Promise.allSettled(refused)) {
      expect({ status, ...outcome }).toMatchObject({ status: 'rejected', reason: { code: 'STORE_UNAVAILABLE' } });
    }
  });

  test('what is being written when the store closes is written', async () => {
    const store = await harness.open();
    const names = Array.from({ length: 20 }, (_, index) => `单位${index}`);
    const writing = Promise.allSettled(names.map((name) => store.organizations.ensure(name)));
    await store.close();
    const acknowledged = (await writing).flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const again = await harness.open();
    for (const body of acknowledged) expect(await again.organizations.find(body.id)).toEqual(body);
    await again.close();
  });
}
