import { Big } from 'big.js';
import { graphql } from 'graphql';
import type { Db, Document } from 'mongodb';
import { schema } from '#graphql/schema/index.ts';
import { readPath, type FigureTree } from '#reports/figures.ts';
import { allPaths } from '#rollups/comparable.ts';
import { rollUp } from '#rollups/roll-up.ts';
import { figuresFor } from '#rollups/sums.ts';
import { expressionOf, sumStages } from '#store/documents/report-sums.ts';
import { collectionNames } from '#store/mongo/mongo-indexes.ts';
import { atMost, compare, conclude, demand } from './aims.ts';
import { median } from './measure.ts';
import { drop, load, withDatabase, type Loaded } from './store/load.ts';

// npm run bench -- rollups [reports]: sums over a country against the same aggregation by the bare driver, in turns.

const REPORTS = Number(process.argv[3] ?? 10_000);
const ROUNDS = 7;
const BATCH = 250;

const dashboard = [
  'received',
  'carriedOver',
  'carriedForward',
  'outcomes.disclosed',
  'outcomes.partlyDisclosed',
  'outcomes.total',
];

/** Median milliseconds of two tasks that run in turns; the first round warms up. */
async function inTurns(bare: () => Promise<unknown>, ours: () => Promise<unknown>): Promise<[number, number]> {
  const times = { bare: [] as number[], ours: [] as number[] };
  const run = async (task: () => Promise<unknown>) => {
    const began = performance.now();
    await task();
    return performance.now() - began;
  };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [first, second] = [await run(bare), await run(ours)];
    if (round === 0) continue;
    times.bare.push(first);
    times.ours.push(second);
  }
  return [median(times.bare), median(times.ours)];
}

/** The same stages by the driver alone. */
function bareAggregation(db: Db, paths: readonly string[]): () => Promise<unknown> {
  const stages = sumStages(figuresFor(paths).map(expressionOf));
  const match = { 'places.p0': 'country', status: { $in: ['PUBLISHED'] }, 'organization.id': { $ne: 'country' } };
  return () =>
    db
      .collection(collectionNames.publishedReports)
      .aggregate([{ $match: match }, ...stages])
      .toArray();
}

/** The query of a front end, executed as the gateway does. */
function query(store: Loaded['store'], selection: string): () => Promise<unknown> {
  const filter = { within: Buffer.from('Organization:country').toString('base64') };
  const source = `query ($filter: ReportFilter!) { rollup(filter: $filter) { reportCount ${selection} } }`;
  return async () => {
    const answer = await graphql({
      schema,
      source,
      variableValues: { filter },
      contextValue: { store, loaders: { organizations: { load: (id: string) => store.organizations.find(id) } } },
    });
    if (answer.errors) throw answer.errors[0]!;
  };
}

function selectionOf(rows: readonly string[]): string {
  const select = (row: string) => row.split('.').reduceRight((inner, name) => `${name} { ${inner} }`, 'total');
  const outcomes = rows
    .filter((row) => row.startsWith('outcomes.'))
    .map((row) => select(row.slice('outcomes.'.length)));
  const others = rows.filter((row) => !row.startsWith('outcomes.')).map(select);
  return `applications { ${others.join(' ')} outcomes { ${outcomes.join(' ')} } }`;
}

/** Every cell against the sum of all reports, added up here in decimals. */
async function compareWithDecimals({ store, database }: Loaded): Promise<void> {
  const { cells, reports } = await rollUp(
    { reports: store.reports.seenBy('published'), organizations: store.organizations },
    { within: 'country', reach: 'below' },
    allPaths,
  );
  const sums = new Map<string, Big>();
  await withDatabase(database, async (db) => {
    for await (const { figures } of db.collection('reports').find({}, { projection: { figures: 1 } })) {
      for (const path of allPaths) {
        const figure = readPath(figures as FigureTree, path) ?? null;
        if (figure !== null) sums.set(path, (sums.get(path) ?? new Big(0)).plus(String(figure)));
      }
    }
  });
  const wrong = [...sums].filter(([path, sum]) => cells.get(path)?.sum !== sum.toFixed());
  demand(`${sums.size} sums of ${reports} reports, ${wrong.length} other than in decimals`, wrong.length === 0);
}

/** The query of a front end against the same aggregation by the driver alone. */
async function compareWithBare({ store, database }: Loaded): Promise<void> {
  const paths = dashboard.map((row) => `applications.${row}.total`);
  const selections = [
    { name: `${paths.length} cells`, cells: paths, selection: selectionOf(dashboard) },
    { name: `all ${allPaths.length} cells`, cells: allPaths, selection: 'cells { path sum blankCount }' },
  ];
  await withDatabase(database, async (db) => {
    for (const { name, cells, selection } of selections) {
      const times = await inTurns(bareAggregation(db, cells), query(store, selection));
      compare(`${name} of ${REPORTS} reports: the bare aggregation and the query`, times, atMost(1.2));
    }
  });
}

/** The reports were put in as they are worked on; readers see them where they are published. */
async function publish({ database }: Loaded): Promise<void> {
  await withDatabase(database, async (db) => {
    let batch: Document[] = [];
    const flush = async () => {
      if (batch.length > 0) await db.collection(collectionNames.publishedReports).insertMany(batch);
      batch = [];
    };
    for await (const document of db.collection(collectionNames.reports).find()) {
      batch.push(document);
      if (batch.length === BATCH) await flush();
    }
    await flush();
  });
}

const loaded = await load(REPORTS);
try {
  await publish(loaded);
  await compareWithDecimals(loaded);
  await compareWithBare(loaded);
  conclude();
} finally {
  await drop(loaded);
}
