import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { BSON, MongoClient, type Db } from 'mongodb';
import { hasCode } from '#errors/nianbao-error.ts';
import { readDocument } from '#importers/read-document.ts';
import type { Report, ReportDraft } from '#reports/report.ts';
import type { Organization } from '#store/organization-store.ts';
import { toOrganizationDocument } from '#store/documents/organization-document.ts';
import { toReportDocument } from '#store/documents/report-document.ts';
import { createMongoCollection } from '#store/mongo/mongo-collection.ts';
import { createConnection } from '#store/mongo/mongo-connection.ts';
import { collectionNames } from '#store/mongo/mongo-indexes.ts';
import { openMongoStore } from '#store/mongo/open-mongo-store.ts';
import type { Slice } from '#store/page.ts';
import type { Fields, ReportFilter, ReportOrder } from '#store/report-store.ts';
import type { Store } from '#store/store.ts';
import { interleave, quantile } from './measure.ts';
import { syntheticDump } from './synthetic-reports.ts';

// npm run bench -- store [reports]: lists, parts of documents and rival updates on a database of that size.

const REPORTS = Number(process.argv[3] ?? 100_000);
const FEW = 1000;
const BATCH = 250;
const ROUNDS = 20;
const LIMIT = 20;

const uri = process.env['MONGODB_URI'];
if (uri === undefined) throw new Error('This bench needs MONGODB_URI.');
const address = uri;

const run = randomUUID().slice(0, 8);
const sample = await readFile(new URL('../../src/app/sample/beiguan-gongxinju-2024.txt', import.meta.url), 'utf8');
const model = await readDocument(sample, {});

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

interface Loaded {
  readonly store: Store;
  readonly database: string;
}

/** Documents first and indexes then, as one fills a database; nothing is held but a batch. */
async function load(reports: number): Promise<Loaded> {
  const database = `nianbao-bench-${run}-${reports}`;
  const began = performance.now();
  await insertAll(database, model, reports);
  const inserted = performance.now();
  const store = await openMongoStore({ uri: address, database, log: () => undefined });
  const [inserting, indexing] = [inserted - began, performance.now() - inserted].map((time) =>
    (time / 1000).toFixed(0),
  );
  const memory = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  say(`${reports} reports: inserted in ${inserting} s, indexed in ${indexing} s, at most ${memory} MiB of memory`);
  return { store, database };
}

async function insertAll(database: string, draft: ReportDraft, count: number): Promise<void> {
  const connection = createConnection(address, database);
  const reports = createMongoCollection(connection, collectionNames.reports);
  const organizations = createMongoCollection(connection, collectionNames.organizations);
  const waiting = { organizations: [] as Organization[], reports: [] as Report[] };
  const flush = async (atLeast: number) => {
    if (waiting.reports.length + waiting.organizations.length < atLeast) return;
    await organizations.insertMany(waiting.organizations.splice(0).map(toOrganizationDocument));
    await reports.insertMany(waiting.reports.splice(0).map(toReportDocument));
  };
  for (const entry of syntheticDump(draft, count)) {
    if (entry.kind === 'organization') waiting.organizations.push(entry.organization);
    if (entry.kind === 'revision') waiting.reports.push(entry.report);
    await flush(BATCH);
  }
  await flush(1);
  await connection.close();
}

const byYear: ReportOrder = { field: 'YEAR', direction: 'DESC' };
const byOrganization: ReportOrder = { field: 'ORGANIZATION', direction: 'ASC' };
const country: ReportFilter = { within: 'country' };
const title: Fields = ['title', 'year', 'organization'];
const figures: Fields = ['received.total', 'carriedOver.total', 'results.granted.total'].map(
  (path) => `figures.applications.${path}`,
);

function page({ store }: Loaded, filter: ReportFilter, order: ReportOrder, fields: Fields, slice: Partial<Slice> = {}) {
  return store.reports.list(filter, order, { limit: LIMIT, backward: false, ...slice }, fields);
}

/** The cursor before a page, found by walking there. */
async function cursorBefore(there: Loaded, number: number, filter: ReportFilter, order: ReportOrder): Promise<string> {
  let after: string | undefined;
  for (let left = (number - 1) * LIMIT; left > 0;) {
    const limit = Math.min(left, 2000);
    const { items } = await page(there, filter, order, ['year'], { limit, after });
    after = items.at(-1)?.cursor;
    if (items.length < limit || after === undefined) throw new Error(`The list ends before page ${number}.`);
    left -= limit;
  }
  return after ?? '';
}

let missed = false;

interface Aim {
  readonly text: string;
  readonly holds: (ratio: number) => boolean;
}

const atMost = (limit: number): Aim => ({ text: `at most ${limit}`, holds: (ratio) => ratio <= limit });
const atLeast = (limit: number): Aim => ({ text: `at least ${limit}`, holds: (ratio) => ratio >= limit });

/** Prints how many times as long the second takes, and notes when that is not as aimed at. */
function compare(what: string, first: number, second: number, aim?: Aim): void {
  const holds = aim?.holds(second / first) ?? true;
  missed ||= !holds;
  const figures = `${first.toFixed(2)} ms and ${second.toFixed(2)} ms, ${(second / first).toFixed(2)} x`;
  say(`${what}: ${figures}${aim ? ` (aim: ${aim.text} x)` : ''}${holds ? '' : '   MISSED'}`);
}

/** Prints whether something is as it must be. */
function require(what: string, holds: boolean): void {
  missed ||= !holds;
  say(`${what}${holds ? '' : '   MISSED'}`);
}

async function compareDepths(many: Loaded): Promise<void> {
  const number = Math.min(4000, Math.floor(REPORTS / LIMIT / 1.25));
  const after = await cursorBefore(many, number, country, byYear);
  const { first, last } = await interleave(
    {
      first: () => page(many, country, byYear, title),
      last: () => page(many, country, byYear, title, { after }),
    },
    ROUNDS,
  );
  compare(`page 1 and page ${number} of the country by year`, first, last, atMost(1.3));
}

async function compareSizes(less: Loaded, more: Loaded): Promise<void> {
  for (const order of [byYear, byOrganization]) {
    const filter = { ...country, year: 2020 };
    const { few, many } = await interleave(
      { few: () => page(less, filter, order, title), many: () => page(more, filter, order, title) },
      ROUNDS,
    );
    compare(
      `a page of the country’s reports of a year by ${order.field}, ${FEW} and ${REPORTS}`,
      few,
      many,
      atMost(1.5),
    );
  }
}

/** How long, and how many bytes of BSON, parts of documents and whole ones take. */
async function compareParts(many: Loaded): Promise<void> {
  for (const limit of [LIMIT, 100]) {
    const read = (fields: Fields) => page(many, { year: 2020 }, byYear, fields, { limit });
    const [less, more] = await Promise.all([read(figures), read('all')]);
    const share = BSON.calculateObjectSize({ ...less.items }) / BSON.calculateObjectSize({ ...more.items });
    require(`three figures of ${limit} reports: ${(100 * share).toFixed(2)} % of the bytes (aim: at most 5 %)`, share <=
      0.05);
    const { ids, part, whole } = await interleave(
      { ids: () => read([]), part: () => read(figures), whole: () => read('all') },
      ROUNDS,
    );
    // Of few documents one measures what every query costs on this server, whatever it reads.
    compare(
      `three figures of ${limit} reports and whole documents`,
      part,
      whole,
      limit > LIMIT ? atLeast(3) : undefined,
    );
    compare(`the ids of ${limit} reports alone and whole documents`, ids, whole);
  }
}

/** Changes that rivals make at the same reports: each is either there in the end or was refused. */
async function updateTogether({ store, database }: Loaded): Promise<void> {
  const ids = Array.from({ length: 50 }, (_, index) => `report-${index * 7}`);
  const before = await revisions(store, ids);
  let [left, acknowledged, refused] = [1000, 0, 0];
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const id = ids[Math.floor(Math.random() * ids.length)] ?? '';
      const report = (await store.reports.find(id, 'all')) as Report;
      const next = { ...report, revision: report.revision + 1, updatedAt: new Date() };
      const outcome = await store.reports.replace(next, report.revision).then(
        () => true,
        (error: unknown) => (hasCode(error, 'CONFLICT') ? false : Promise.reject(error as Error)),
      );
      if (outcome) acknowledged += 1;
      else {
        refused += 1;
        left += 1;
      }
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: 20 }, client));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const grown = (await revisions(store, ids)) - before;
  const kept = await withDatabase(database, (db) => db.collection(collectionNames.revisions).countDocuments());
  say(`20 clients, 50 reports: ${acknowledged} updates acknowledged and ${refused} refused in ${seconds} s`);
  require(`revisions grew by ${grown}, past states kept: ${kept}`, grown === acknowledged && kept === acknowledged);
}

async function revisions(store: Store, ids: readonly string[]): Promise<number> {
  const parts = await store.reports.findMany(ids, ['revision']);
  return parts.reduce((sum, part) => sum + (part?.revision ?? 0), 0);
}

/** Words that many, some and no reports hold: how long a page takes, and whether the count is that of a full scan. */
async function search({ store, database }: Loaded): Promise<void> {
  const name = ((await store.reports.find('report-700', ['organization']))?.organization?.name ?? '').slice(0, 5);
  for (const word of ['信息公开', '三审三校', name, '共1234件', '件件有答复 共77件', '量子计算']) {
    const times: number[] = [];
    for (let run = 0; run < 20; run += 1) {
      const began = performance.now();
      await page({ store, database }, { search: word }, byYear, title);
      times.push(performance.now() - began);
    }
    const began = performance.now();
    const count = await store.reports.count({ search: word });
    const counting = performance.now() - began;
    const expected = await withDatabase(database, (db) =>
      db.collection(collectionNames.reports).countDocuments({
        $and: word.split(' ').map((one) => ({ 'keys.text': { $regex: one } })),
      }),
    );
    const [page50, page95] = [quantile(times, 0.5), quantile(times, 0.95)].map((time) => time.toFixed(1));
    require(`search ${word}: a page in ${page50} ms (p95 ${page95}), ${count} found in ${counting.toFixed(0)} ms, a full scan finds ${expected}`, count ===
      expected);
  }
}

async function sizes({ database }: Loaded): Promise<void> {
  const stats = await withDatabase(database, (db) => db.command({ collStats: collectionNames.reports }));
  const { size, totalIndexSize, indexSizes } = stats as Record<'size' | 'totalIndexSize', number> & {
    readonly indexSizes: Readonly<Record<string, number>>;
  };
  const kib = (bytes: number) => `${(bytes / REPORTS / 1024).toFixed(2)} KiB`;
  say(
    `a report: ${kib(size)}, of its indexes ${kib(totalIndexSize)}, of these for searches ${kib(indexSizes['search'] ?? 0)}`,
  );
}

async function withDatabase<Result>(database: string, task: (db: Db) => Promise<Result>): Promise<Result> {
  const client = new MongoClient(address);
  try {
    return await task(client.db(database));
  } finally {
    await client.close();
  }
}

say(`Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} before`);
const databases: Loaded[] = [];
try {
  const few = await load(FEW);
  databases.push(few);
  const many = await load(REPORTS);
  databases.push(many);
  await sizes(many);
  await compareDepths(many);
  await compareSizes(few, many);
  await compareParts(many);
  await search(many);
  await updateTogether(many);
  if (missed) process.exitCode = 1;
} finally {
  for (const { store, database } of databases) {
    await store.close();
    await withDatabase(database, (db) => db.dropDatabase());
  }
}
