import { randomBytes } from 'node:crypto';
import { defaultPolicy } from '#reports/review-policy.ts';
import type { Entry, Restored } from '#store/dump.ts';
import type { Store } from '#store/store.ts';
import { nextState, sampleArtifact, sampleReport } from './samples.ts';

/** A tree of organizations, reports with up to 120 revisions, decisions on plugins, an artifact. */
export async function fill(store: Store): Promise<void> {
  const province = await store.organizations.save({ name: '江西省', parent: null });
  const city = await store.organizations.save({ name: '南昌市', parent: province.id });
  const bureau = await store.organizations.save({ name: '旧名', parent: city.id });
  for (const [index, { id, name, lineage }] of [province, city, bureau].entries()) {
    const organization = { id, name, lineage };
    for (const year of [2021, 2022]) await store.reports.create(sampleReport({ organization, year }));
    let report = sampleReport({ organization, year: 2023, title: `第1版 ${index}` });
    await store.reports.create(report);
    for (let revision = 1; revision < [1, 3, 120][index]!; revision += 1) {
      report = nextState(report, { title: `第${revision + 1}版 ${index}` });
      await store.reports.replace(report, revision);
    }
  }
  await store.organizations.save({ id: bureau.id, name: '财政局', parent: city.id });
  await store.organizationSettings.change(city.id, {
    dueDates: { departments: '01-28', governments: null },
    review: defaultPolicy,
  });
  await store.pluginRegistrations.save('summary', true);
  await store.pluginRegistrations.save('xlsx', false);
  const { record, bytes } = sampleArtifact(randomBytes(300_000));
  await store.artifacts.save('key', record, bytes);
}

/** All entries of a store. */
export async function dumped(store: Store, artifacts = false): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of store.dump({ artifacts })) entries.push(entry);
  return entries;
}

/** What became of each entry. */
export async function restored(store: Store, entries: Iterable<Entry> | AsyncIterable<Entry>): Promise<Restored[]> {
  const told: Restored[] = [];
  for await (const one of store.restore(entries)) told.push(one);
  return told;
}
