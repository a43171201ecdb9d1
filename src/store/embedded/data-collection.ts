import { aggregateExactly } from './exact-arithmetic.ts';
import type { Collection, Reading } from '../documents/collection.ts';
import type { Condition, Sort } from '../documents/condition.ts';
import { DataFile, type DataFileOptions, type Database } from './data-file.ts';

/** A collection in a file, and how to give the file back. */
export interface DataCollection<Row> extends Collection<Row> {
  /** Waits for what is being written. Later calls reject with STORE_UNAVAILABLE. */
  close(): Promise<void>;
}

/** Opens the collection that is kept in a file. STORE_UNAVAILABLE when the file is damaged. */
export async function openDataCollection<Row extends { readonly _id: string }>(
  options: DataFileOptions,
): Promise<DataCollection<Row>> {
  const data = await DataFile.open(options);
  const find = async (condition: Condition, reading: Reading = {}) =>
    structuredClone((await data.read((database) => findIn(database, condition, reading))) as Row[]);
  return {
    // NeDB copies objects but not the dates in them.
    insert: (row) =>
      data.write((database) => database.insertAsync(structuredClone(row))).then(() => true, onTaken(false)),
    insertMany: (rows) => insertMany(data, rows),
    replace: (condition, row) => replace(data, condition, row).catch(onTaken('taken' as const)),
    put: async (row) => {
      const { _id } = row;
      await data.write((database) => database.updateAsync({ _id }, structuredClone(row), { upsert: true }));
    },
    change: async (condition, change, sort) =>
      structuredClone((await data.write((database) => changeIn(database, condition, change, sort))) as Row | null),
    remove: (ids, condition) =>
      data.write((database) => database.removeAsync({ ...condition, _id: { $in: [...ids] } }, { multi: true })),
    find,
    count: (condition) => data.read(async (database) => Number(await database.countAsync(condition))),
    aggregate: async (condition, stages) => aggregateExactly(await find(condition), stages) as never[],
    close: () => data.close(),
  };
}

async function insertMany(data: DataFile, rows: readonly { readonly _id: string }[]): Promise<ReadonlySet<string>> {
  return data.write(async (database) => {
    // A batch is taken whole or not at all, and mostly whole.
    const all = await database.insertAsync(structuredClone([...rows])).then(() => true, onTaken(false));
    if (all) return new Set<string>();
    const taken = new Set<string>();
    for (const row of rows) {
      const { _id: id } = row;
      if (!(await database.insertAsync(structuredClone(row)).then(() => true, onTaken(false)))) taken.add(id);
    }
    return taken;
  });
}

async function replace(data: DataFile, condition: Condition, row: object): Promise<'replaced' | 'missing'> {
  const { numAffected } = await data.write((database) => database.updateAsync(condition, structuredClone(row)));
  return numAffected === 1 ? 'replaced' : 'missing';
}

/** Writes go one by one, so that nothing comes between finding the first document and changing it. */
async function changeIn(database: Database, condition: Condition, change: Condition, sort: Sort | undefined) {
  const reading = { ...(sort && { sort }), limit: 1, paths: ['_id'] };
  const [first] = (await findIn(database, condition, reading)) as { readonly _id: string }[];
  if (!first) return null;
  const { _id } = first;
  const returning = { returnUpdatedDocs: true as const };
  return (await database.updateAsync({ _id }, structuredClone(change), returning)).affectedDocuments;
}

async function findIn(database: Database, condition: Condition, { sort, limit, paths }: Reading): Promise<unknown[]> {
  // NeDB projects arrays and missing parents in its own way; the caller picks from the topmost fields.
  const projection = Object.fromEntries((paths ?? []).map((path) => [path.split('.')[0], 1]));
  const cursor = database.findAsync(condition, projection).sort(sort ?? {});
  return limit === undefined ? cursor : cursor.limit(limit);
}

function onTaken<Answer>(answer: Answer): (error: unknown) => Answer {
  return (error) => {
    if ((error as { errorType?: unknown }).errorType === 'uniqueViolated') return answer;
    throw error;
  };
}
