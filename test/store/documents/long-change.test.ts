import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Collection } from '#store/documents/collection.ts';
import type { Exclusion } from '#store/documents/exclusion.ts';
import { toOrganizationDocument, type OrganizationDocument } from '#store/documents/organization-document.ts';
import { createOrganizationTree } from '#store/documents/organization-tree.ts';
import type { ReportDocument } from '#store/documents/report-document.ts';
import { createReportOrganizations } from '#store/documents/report-organizations.ts';
import { openDataCollection, type DataCollection } from '#store/embedded/data-collection.ts';
import { dataIndexes } from '#store/embedded/data-indexes.ts';

const children = 900;

/** More would outlive a lease of 30 seconds on a slow database. */
const mostWrites = 250;

let folder: string;
let organizations: DataCollection<OrganizationDocument>;
let reports: DataCollection<ReportDocument>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-long-'));
  const log = () => undefined;
  const file = (name: string) => join(folder, name);
  organizations = await openDataCollection({ file: file('organizations'), indexes: dataIndexes.organizations, log });
  reports = await openDataCollection({ file: file('reports'), indexes: dataIndexes.reports, log });
});
afterEach(async () => {
  await Promise.all([organizations.close(), reports.close()]);
  await rm(folder, { recursive: true });
});

/** The collection, telling of each change and of each find what it found. */
function watched<Row>(
  collection: Collection<Row>,
  on: { readonly change: () => void; readonly found: (rows: number) => void },
): Collection<Row> {
  return {
    ...collection,
    change: (...given) => {
      on.change();
      return collection.change(...given);
    },
    find: async (...given) => {
      const rows = await collection.find(...given);
      on.found(rows.length);
      return rows;
    },
  };
}

test('the lease is renewed every few hundred writes, and no read brings all children of one parent', async () => {
  const body = (id: string, parent: string | null, lineage: readonly string[]) =>
    toOrganizationDocument({ id, name: id, parent, lineage: [...lineage, id] });
  await organizations.insertMany([
    body('省', null, []),
    body('县', null, []),
    ...Array.from({ length: children }, (_, index) => body(`局${index}`, '县', ['县'])),
  ]);
  const longest = { writes: 0, read: 0 };
  let writes = 0;
  const exclusion: Exclusion = (task) =>
    task(() => {
      writes = 0;
      return Promise.resolve();
    });
  const tree = createOrganizationTree({
    organizations: watched(organizations, {
      change: () => (longest.writes = Math.max(longest.writes, ++writes)),
      found: (rows) => (longest.read = Math.max(longest.read, rows)),
    }),
    reports: createReportOrganizations(reports, organizations),
    exclusion,
  });
  await tree.save({ id: '县', name: '县', parent: '省' });
  expect(await organizations.count({ lineage: '省' })).toBe(children + 2);
  expect(longest.writes).toBeLessThanOrEqual(mostWrites);
  expect(longest.read).toBeLessThanOrEqual(mostWrites);
});
