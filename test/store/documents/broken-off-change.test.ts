import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Collection } from '#store/documents/collection.ts';
import { createLocalExclusion } from '#store/documents/exclusion.ts';
import type { OrganizationDocument } from '#store/documents/organization-document.ts';
import { createOrganizationTree, type OrganizationTree } from '#store/documents/organization-tree.ts';
import { toReportDocument, type ReportDocument } from '#store/documents/report-document.ts';
import { createReportOrganizations } from '#store/documents/report-organizations.ts';
import { openDataCollection, type DataCollection } from '#store/embedded/data-collection.ts';
import { dataIndexes } from '#store/embedded/data-indexes.ts';
import { sampleReport } from '../../contracts/store/samples.ts';
import { breaking, BrokenOff } from './breaking-collection.ts';

let folder: string;
let organizations: DataCollection<OrganizationDocument>;
let reports: DataCollection<ReportDocument>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-tree-'));
  const log = () => undefined;
  const file = (name: string) => join(folder, name);
  organizations = await openDataCollection({ file: file('organizations'), indexes: dataIndexes.organizations, log });
  reports = await openDataCollection({ file: file('reports'), indexes: dataIndexes.reports, log });
});
afterEach(async () => {
  await Promise.all([organizations.close(), reports.close()]);
  await rm(folder, { recursive: true });
});

function treeOver(bodies: Collection<OrganizationDocument>, papers: Collection<ReportDocument>): OrganizationTree {
  const named = createReportOrganizations(papers, bodies);
  return createOrganizationTree({ organizations: bodies, reports: named, exclusion: createLocalExclusion() });
}

/** 省 > 市 > 局, each with a report, and another province to move to. */
async function plant(tree: OrganizationTree) {
  const province = await tree.save({ name: '省', parent: null });
  const city = await tree.save({ name: '市', parent: province.id });
  const bureau = await tree.save({ name: '局', parent: city.id });
  for (const { id, name, lineage } of [province, city, bureau]) {
    await reports.insert(toReportDocument(sampleReport({ organization: { id, name, lineage } })));
  }
  return { city, bureau, other: await tree.save({ name: '别省', parent: null }) };
}

test('a move that broke off after any of its writes is ended later', async () => {
  const tree = treeOver(organizations, reports);
  const { city, bureau, other } = await plant(tree);
  let parent: string | null = city.parent;
  for (let writes = 0, ended = false; !ended; writes += 1) {
    const allowance = { left: writes };
    const mortal = treeOver(breaking(organizations, allowance), breaking(reports, allowance));
    const [from, target] = [parent, parent === other.id ? city.parent : other.id];
    ended = await mortal.save({ id: city.id, name: `市${writes}`, parent: target }).then(() => true, brokenOff);
    await tree.finish();
    parent = await expectWhole(city.id, bureau.id);
    expect([from, target]).toContain(parent);
    expect(ended ? parent : target).toBe(target);
  }
});

/** Every lineage and every report says what the organizations say; the answer is the city's parent. */
async function expectWhole(city: string, bureau: string): Promise<string | null> {
  const bodies = await organizations.find({}, { sort: { name: 1 } });
  const parent = bodies.find(({ _id: id }) => id === city)?.parent ?? null;
  const lineageOf = (id: string) => bodies.find(({ _id }) => _id === id)?.lineage;
  expect(lineageOf(city)).toEqual([parent, city]);
  expect(lineageOf(bureau)).toEqual([parent, city, bureau]);
  expect(bodies.filter(({ spreading }) => spreading)).toEqual([]);
  const named = new Map(bodies.map(({ _id: id, name, lineage }) => [id, { id, name, lineage }]));
  for (const { organization } of await reports.find({})) expect(organization).toEqual(named.get(organization.id));
  return parent;
}

function brokenOff(error: unknown): false {
  expect(error).toBeInstanceOf(BrokenOff);
  return false;
}
