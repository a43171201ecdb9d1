import { afterAll, expect, test } from 'vitest';
import { createLocalExclusion } from '#store/documents/exclusion.ts';
import { toOrganizationDocument, type OrganizationDocument } from '#store/documents/organization-document.ts';
import { createOrganizationTree } from '#store/documents/organization-tree.ts';
import type { ReportDocument } from '#store/documents/report-document.ts';
import { createReportOrganizations } from '#store/documents/report-organizations.ts';
import { createMongoCollection } from '#store/mongo/mongo-collection.ts';
import { createConnection } from '#store/mongo/mongo-connection.ts';
import { collectionNames } from '#store/mongo/mongo-indexes.ts';
import { openMongoStore } from '#store/mongo/open-mongo-store.ts';
import { databaseName, describeWithMongo, dropDatabase, mongoUri } from './database-harness.ts';
import { costOf, recording, type RecordedQuery } from './recorded-queries.ts';

const bodies = 3000;

function body(id: string, parent: string | null, above: readonly string[] = []): OrganizationDocument {
  return toOrganizationDocument({ id, name: id, parent, lineage: [...above, id] });
}

describeWithMongo(() => {
  const database = databaseName();
  const queries: RecordedQuery[] = [];
  const connection = createConnection(mongoUri, database);
  afterAll(async () => {
    await connection.close();
    await dropDatabase(database);
  });

  test('who moves reads what lies below and nothing else', { timeout: 60_000 }, async () => {
    const opened = await openMongoStore({ uri: mongoUri, database, log: () => undefined });
    await opened.close();
    const recorded = recording(connection, queries);
    const organizations = createMongoCollection<OrganizationDocument>(recorded, collectionNames.organizations);
    const reports = createMongoCollection<ReportDocument>(recorded, collectionNames.reports);
    const counties = Array.from({ length: bodies / 10 }, (_, index) => body(`county ${index}`, null));
    const bureaus = Array.from({ length: bodies }, (_, index) => {
      const county = `county ${index % counties.length}`;
      return body(`bureau ${index}`, county, [county]);
    });
    await organizations.insertMany([...counties, ...bureaus]);
    const named = createReportOrganizations(reports, organizations);
    const tree = createOrganizationTree({ organizations, reports: named, exclusion: createLocalExclusion() });
    await tree.save({ id: 'county 7', name: 'county 7', parent: 'county 8' });
    expect(await organizations.count({ lineage: 'county 8' })).toBe(22);
    const examined = await Promise.all(
      queries.map(async (query) => (await costOf(connection.database, query)).examined),
    );
    expect(Math.max(...examined)).toBeLessThanOrEqual(20);
  });
});
