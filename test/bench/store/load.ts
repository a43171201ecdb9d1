import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { MongoClient, type Db } from 'mongodb';
import { readDocument } from '#importers/read-document.ts';
import type { Report, ReportDraft } from '#reports/report.ts';
import { toOrganizationDocument } from '#store/documents/organization-document.ts';
import { toReportDocument } from '#store/documents/report-document.ts';
import { createMongoCollection } from '#store/mongo/mongo-collection.ts';
import { createConnection } from '#store/mongo/mongo-connection.ts';
import { collectionNames } from '#store/mongo/mongo-indexes.ts';
import { openMongoStore } from '#store/mongo/open-mongo-store.ts';
import type { Organization } from '#store/organization-store.ts';
import type { Store } from '#store/store.ts';
import { say } from '../aims.ts';
import { syntheticDump } from '../synthetic-reports.ts';

const BATCH = 250;

const uri = process.env['MONGODB_URI'];
if (uri === undefined) throw new Error('This bench needs MONGODB_URI.');
const address = uri;

const mark = randomUUID().slice(0, 8);
const sample = new URL('../../../src/app/sample/beiguan-gongxinju-2024.txt', import.meta.url);

/** A store and the name of its database. */
export interface Loaded {
  readonly reports: number;
  readonly store: Store;
  readonly database: string;
}

/** Documents first and indexes then, as one fills a database; nothing is held but a batch. */
export async function load(reports: number): Promise<Loaded> {
  const database = `nianbao-bench-${mark}-${reports}`;
  const model = await readDocument(await readFile(sample), {});
  const began = performance.now();
  await insertAll(database, model, reports);
  const inserted = performance.now();
  const store = await openMongoStore({ uri: address, database, log: () => undefined });
  const [inserting, indexing] = [inserted - began, performance.now() - inserted].map((time) =>
    (time / 1000).toFixed(0),
  );
  const memory = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  say(`${reports} reports: inserted in ${inserting} s, indexed in ${indexing} s, at most ${memory} MiB of memory`);
  return { reports, store, database };
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

/** Runs a task on a database itself. */
export async function withDatabase<Result>(database: string, task: (db: Db) => Promise<Result>): Promise<Result> {
  const client = new MongoClient(address);
  try {
    return await task(client.db(database));
  } finally {
    await client.close();
  }
}

/** Closes the store and removes its database. */
export async function drop({ store, database }: Loaded): Promise<void> {
  await store.close();
  await withDatabase(database, (db) => db.dropDatabase());
}
