import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Report } from '#reports/report.ts';
import type { Collection } from '#store/documents/collection.ts';
import type { OrganizationDocument } from '#store/documents/organization-document.ts';
import { createReleases } from '#store/documents/releases.ts';
import type { ReportDocument, RevisionDocument } from '#store/documents/report-document.ts';
import { createReportOrganizations } from '#store/documents/report-organizations.ts';
import { createReports } from '#store/documents/reports.ts';
import { openDataCollection, type DataCollection } from '#store/embedded/data-collection.ts';
import { dataIndexes } from '#store/embedded/data-indexes.ts';
import { nextState, sampleReport } from '../../contracts/store/samples.ts';
import { breaking, BrokenOff, type Allowance } from './breaking-collection.ts';

let folder: string;
let reports: DataCollection<ReportDocument>;
let published: DataCollection<ReportDocument>;
let revisions: DataCollection<RevisionDocument>;
let organizations: DataCollection<OrganizationDocument>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-release-'));
  const open = <Row extends { readonly _id: string }>(name: keyof typeof dataIndexes) =>
    openDataCollection<Row>({ file: join(folder, name), indexes: dataIndexes[name], log: () => undefined });
  [reports, published] = [await open('reports'), await open('published-reports')];
  [revisions, organizations] = [await open('revisions'), await open('organizations')];
});
afterEach(async () => {
  await Promise.all([reports, published, revisions, organizations].map((collection) => collection.close()));
  await rm(folder, { recursive: true });
});

/** A store of which writes fail once the allowance is used up. */
function storeWith(allowance: Allowance) {
  const mortal = <Row>(collection: Collection<Row>) => breaking(collection, allowance);
  const parts = { reports: mortal(reports), published: mortal(published), revisions: mortal(revisions) };
  const named = createReportOrganizations(parts.reports, organizations);
  const releases = createReleases({
    ...parts,
    organizations: createReportOrganizations(parts.published, organizations),
  });
  return { store: createReports({ ...parts, named, releases }), releases };
}

const unbroken = () => storeWith({ left: Number.POSITIVE_INFINITY });

function publishedState(report: Report, given: Partial<Report> = {}): Report {
  return nextState(report, { status: 'PUBLISHED', publishedRevision: report.revision + 1, ...given });
}

test.each(['the upkeep', 'the next change'])(
  'a release that broke off after any of its writes is ended by %s',
  async (ender) => {
    for (let writes = 0, ended = false; !ended; writes += 1) {
      const draft = sampleReport();
      await unbroken().store.create(draft);
      const shown = publishedState(draft, { title: `第${writes}次` });
      ended = await storeWith({ left: writes })
        .store.replace(shown, 1)
        .then(() => true, brokenOff);
      const { store, releases } = unbroken();
      const stored = (await store.seenBy('everything').find(draft.id, 'all')) as Report;
      if (ender === 'the upkeep') await releases.finish();
      else await store.replace(nextState(stored, { title: '之后', status: 'DRAFT' }), stored.revision);
      const seen = await store.seenBy('published').find(draft.id, 'all');
      expect(seen).toEqual(stored.revision === 2 ? shown : null);
      expect(await reports.find({ releasing: true })).toEqual([]);
    }
  },
);

test('a release that is ended late does not bring back an older state', async () => {
  const draft = sampleReport();
  const { store, releases } = unbroken();
  await store.create(draft);
  const first = publishedState(draft);
  await store.replace(first, 1);
  const second = publishedState(first, { title: '更正后' });
  await store.replace(second, 2);
  await releases.show(first);
  expect(await store.seenBy('published').find(draft.id, 'all')).toEqual(second);
});

function brokenOff(error: unknown): false {
  expect(error).toBeInstanceOf(BrokenOff);
  return false;
}
