import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReportOrganizations } from '#store/documents/report-organizations.ts';
import { toReportDocument, type ReportDocument, type RevisionDocument } from '#store/documents/report-document.ts';
import { createReportReader } from '#store/documents/report-reader.ts';
import { createMongoCollection } from '#store/mongo/mongo-collection.ts';
import { createConnection, type MongoConnection } from '#store/mongo/mongo-connection.ts';
import { collectionNames } from '#store/mongo/mongo-indexes.ts';
import { openMongoStore } from '#store/mongo/open-mongo-store.ts';
import type { Audience, ReportFilter, ReportOrder, ReportReader } from '#store/report-store.ts';
import { receivedFigures, sampleReport } from '../../contracts/store/samples.ts';
import { databaseName, describeWithMongo, dropDatabase, mongoUri } from './database-harness.ts';
import { costOf, recording, type QueryCost, type RecordedQuery } from './recorded-queries.ts';

const count = 6000;
const limit = 20;

const orders: readonly ReportOrder[] = (['YEAR', 'ORGANIZATION', 'UPDATED_AT', 'RECEIVED_TOTAL'] as const).flatMap(
  (field) => (['ASC', 'DESC'] as const).map((direction) => ({ field, direction })),
);

/** Filters that one index answers: nothing is examined that is not returned. */
const exact: readonly ReportFilter[] = [
  {},
  { year: 2020 },
  { within: 'province 3' },
  { within: 'city 33' },
  { status: ['PUBLISHED'] },
  { status: ['WITHDRAWN'] },
  { passed: true },
  { passed: false },
  { form: '2019' },
];

/** Filters of which the documents decide a part, and at most how many are examined for one that is returned. */
const partly: readonly { readonly filter: ReportFilter; readonly ratio: number }[] = [
  { filter: { within: 'province 3', status: ['PUBLISHED'] }, ratio: 2 },
  { filter: { year: 2020, status: ['PUBLISHED'], passed: true }, ratio: 15 },
  { filter: { status: ['PUBLISHED', 'WITHDRAWN'] }, ratio: 2 },
  { filter: { within: 'country', year: 2021 }, ratio: 12 },
  { filter: { within: 'province 3', year: 2021 }, ratio: 12 },
  { filter: { search: '年度报告' }, ratio: 1.1 },
  { filter: { search: '度 政府', within: 'province 3' }, ratio: 1.1 },
];

const [ownCity, ownProvince, others] = ['working in city 33', 'working in province 5', 'published'];

/** What those see who see the working edition within a province and a city of another one. */
const staff = [
  { filter: {}, parts: [ownCity, ownProvince, others] },
  { filter: { within: 'country' }, parts: [ownCity, ownProvince, others] },
  { filter: { within: 'province 9' }, parts: [ownCity, others] },
  { filter: { within: 'province 3' }, parts: [others] },
  { filter: { within: 'province 5' }, parts: [ownProvince] },
  { filter: { within: 'city 5' }, parts: ['working in city 5'] },
] satisfies readonly { readonly filter: ReportFilter; readonly parts: readonly (string | undefined)[] }[];

/** What a query reads. */
function partOf(collection: string, filter: object): string {
  if (collection === collectionNames.publishedReports) return 'published';
  return `working in ${/(?:city|province) \d+/u.exec(JSON.stringify(filter))?.[0]}`;
}

/** What finds few, which are sorted: rare words, one organization. */
const rare: readonly ReportFilter[] = [
  { search: '第4321号' },
  { search: '年度 第4321号 信息' },
  { search: '第4321号', year: 2021, status: ['PUBLISHED'] },
  { search: '鄱' },
  { search: '东南西北中发白的一句长长的话 鄱' },
  // Words of every second report each, which few hold both.
  { search: '甲乙 丙丁' },
  { search: '丙丁 甲乙', within: 'province 5', status: ['PUBLISHED'] },
  { organization: 'body 77' },
];

function syntheticReport(index: number) {
  const year = 2018 + (index % 6);
  const [province, city, body] = [`province ${index % 12}`, `city ${index % 120}`, `body ${Math.floor(index / 6)}`];
  return sampleReport({
    year,
    title: `第${index}号年度报告`,
    narratives: { overview: index % 1000 === 77 ? '鄱' : '政府', problems: problemsOf(index) },
    organization: { id: body, name: body, lineage: ['country', province, city, body] },
    status: index % 5 === 0 ? 'WITHDRAWN' : 'PUBLISHED',
    form: year < 2021 ? '2019' : '2021',
    checks: { passed: Math.floor(index / 7) % 2 === 0, violations: [] },
    updatedAt: new Date(Math.floor(index / 2000) * 1000),
    figures: receivedFigures(index % 10),
  });
}

function problemsOf(index: number): string {
  const phrase = '东南西北中发白的一句长长的话';
  if (index % 1000 === 77) return `${phrase}甲乙、丙丁`;
  return `${phrase}${index % 2 === 0 ? '甲乙' : '丙丁'}`;
}

describeWithMongo(() => {
  const database = databaseName();
  const queries: RecordedQuery[] = [];
  let connection: MongoConnection;
  let seenBy: (audience: Audience) => ReportReader;
  beforeAll(async () => {
    const store = await openMongoStore({ uri: mongoUri, database, log: () => undefined });
    await store.close();
    connection = createConnection(mongoUri, database);
    await fill(connection);
    const recorded = recording(connection, queries);
    const named = createReportOrganizations(
      createMongoCollection(connection, collectionNames.reports),
      createMongoCollection(connection, collectionNames.organizations),
    );
    const editions = {
      working: createMongoCollection<ReportDocument>(recorded, collectionNames.reports),
      published: createMongoCollection<ReportDocument>(recorded, collectionNames.publishedReports),
    };
    const revisions = createMongoCollection<RevisionDocument>(recorded, collectionNames.revisions);
    seenBy = (audience) => createReportReader({ editions, revisions, organizations: named }, audience);
  }, 120_000);
  afterAll(async () => {
    await connection.close();
    await dropDatabase(database);
  });

  /** What every query of a list costs, read from both ends, from the start and from a cursor. */
  async function costs(filter: ReportFilter, order: ReportOrder, audience: Audience = 'everything') {
    const reports = seenBy(audience);
    queries.length = 0;
    const first = await reports.list(filter, order, { limit, backward: false }, ['title']);
    const cursor = first.items.at(-1)?.cursor;
    await reports.list(filter, order, { limit, backward: true }, ['title']);
    for (const backward of [false, true]) {
      await reports.list(filter, order, { limit, backward, after: cursor }, ['title']);
      await reports.list(filter, order, { limit, backward, before: cursor }, ['title']);
    }
    return Promise.all(queries.map((query) => costOf(connection.database, query)));
  }

  test.each(exact)('a list is a range of an index, in every order: %j', { timeout: 60_000 }, async (filter) => {
    for (const order of orders) {
      for (const { stages, returned, examined } of await costs(filter, order)) {
        expect(stages).toContain('IXSCAN');
        expect(stages).not.toContain('SORT');
        expect(stages).not.toContain('COLLSCAN');
        expect(examined).toBeLessThanOrEqual(returned);
      }
    }
  });

  test.each(exact)('for readers too it is a range of an index: %j', { timeout: 60_000 }, async (filter) => {
    for (const order of orders) {
      for (const { collection, stages, returned, examined } of await costs(filter, order, 'published')) {
        expect(collection).toBe(collectionNames.publishedReports);
        expect(stages).not.toContain('SORT');
        expect(stages).not.toContain('COLLSCAN');
        expect(examined).toBeLessThanOrEqual(returned);
      }
    }
  });

  test.each(staff)('for staff it is one of each edition: $filter', { timeout: 60_000 }, async ({ filter, parts }) => {
    for (const order of orders) {
      const all = await costs(filter, order, { workingWithin: ['city 33', 'province 5', 'city 5'] });
      for (const { stages } of all) {
        expect(stages).toContain('IXSCAN');
        expect(stages).not.toContain('SORT');
        expect(stages).not.toContain('COLLSCAN');
      }
      expect(new Set(all.map(({ collection, filter: asked }) => partOf(collection, asked)))).toEqual(new Set(parts));
      expect(sum(all, 'examined')).toBeLessThanOrEqual(1.5 * sum(all, 'returned'));
    }
  });

  test.each(partly)('little is examined in vain: $filter', { timeout: 60_000 }, async ({ filter, ratio }) => {
    for (const order of orders) {
      const all = await costs(filter, order);
      for (const { stages } of all) {
        expect(stages).toContain('IXSCAN');
        expect(stages).not.toContain('SORT');
        expect(stages).not.toContain('COLLSCAN');
      }
      expect(sum(all, 'examined')).toBeLessThanOrEqual(ratio * sum(all, 'returned'));
    }
  });

  test.each(rare)('few are found and sorted: %j', { timeout: 60_000 }, async (filter) => {
    for (const order of orders) {
      for (const { stages, examined } of await costs(filter, order)) {
        expect(stages).toContain('IXSCAN');
        expect(stages).not.toContain('COLLSCAN');
        expect(examined).toBeLessThanOrEqual(count / 100);
      }
    }
  });

  test('years from and to are a range of the list by year', async () => {
    const filter = { years: { from: 2020, to: 2021 } };
    for (const direction of ['ASC', 'DESC'] as const) {
      for (const { stages, returned, examined } of await costs(filter, { field: 'YEAR', direction })) {
        expect(stages).not.toContain('SORT');
        expect(examined).toBeLessThanOrEqual(returned);
      }
    }
  });
});

function sum(all: readonly QueryCost[], figure: 'examined' | 'returned'): number {
  return all.reduce((total, cost) => total + cost[figure], 0);
}

async function fill(connection: MongoConnection): Promise<void> {
  const [working, published] = [collectionNames.reports, collectionNames.publishedReports].map((name) =>
    createMongoCollection<ReportDocument>(connection, name),
  );
  for (let from = 0; from < count; from += 1000) {
    const rows = Array.from({ length: 1000 }, (_, index) => toReportDocument(syntheticReport(from + index)));
    expect((await working!.insertMany(rows)).size).toBe(0);
    expect((await published!.insertMany(rows)).size).toBe(0);
  }
}
