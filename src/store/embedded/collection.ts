import type { Condition, Sort } from '../documents/condition.ts';
import { DataFile, type DataFileOptions } from './data-file.ts';

/** What a find reads: by default whole documents, all of them, in no order. */
export interface Reading {
  readonly sort?: Sort;
  readonly limit?: number;
  /** Stored paths that are needed; more of a document may come along. */
  readonly paths?: readonly string[] | undefined;
}

/** Documents of one kind. Writes are acknowledged when they are on the disk; what goes in and out are copies. */
export interface Collection<Row> {
  /** False when a unique key is taken. */
  insert(row: Row): Promise<boolean>;
  /** Replaces the document that meets the condition. */
  replace(condition: Condition, row: Row): Promise<'replaced' | 'missing' | 'taken'>;
  /** Puts the document under its id, in the place of an older one. */
  put(row: Row & { readonly _id: string }): Promise<void>;
  /** Changes one document that meets the condition; the document as it is then, or null. */
  change(condition: Condition, change: Condition): Promise<Row | null>;
  find(condition: Condition, reading?: Reading): Promise<Row[]>;
  count(condition: Condition): Promise<number>;
  /** Waits for what is being written. Later calls reject with STORE_UNAVAILABLE. */
  close(): Promise<void>;
}

/** Opens the collection that is kept in a file. */
export async function openCollection<Row extends object>(options: DataFileOptions): Promise<Collection<Row>> {
  const data = await DataFile.open(options);
  return {
    insert: (row) => data.write((db) => db.insertAsync(structuredClone(row))).then(() => true, refuseTaken(false)),
    replace: (condition, row) => replace(data, condition, row).catch(refuseTaken('taken' as const)),
    put: async (row) => {
      const { _id } = row;
      await data.write((db) => db.updateAsync({ _id }, structuredClone(row), { upsert: true }));
    },
    change: async (condition, change) => {
      const returning = { returnUpdatedDocs: true } as const;
      const changed = await data.write((db) => db.updateAsync(condition, structuredClone(change), returning));
      return structuredClone((changed.affectedDocuments ?? null) as Row | null);
    },
    find: async (condition, reading = {}) => structuredClone((await find(data, condition, reading)) as Row[]),
    count: (condition) => data.read(async (db) => Number(await db.countAsync(condition))),
    close: () => data.close(),
  };
}

async function replace(data: DataFile, condition: Condition, row: object): Promise<'replaced' | 'missing'> {
  const { numAffected } = await data.write((db) => db.updateAsync(condition, structuredClone(row)));
  return numAffected === 1 ? 'replaced' : 'missing';
}

function find(data: DataFile, condition: Condition, { sort, limit, paths }: Reading): Promise<unknown> {
  // NeDB projects arrays and missing parents in its own way; the caller picks from the topmost fields.
  const projection = Object.fromEntries((paths ?? []).map((path) => [path.split('.')[0], 1]));
  return data.read(async (db) => {
    const cursor = db.findAsync(condition, projection).sort(sort ?? {});
    return limit === undefined ? cursor : cursor.limit(limit);
  });
}

function refuseTaken<Answer>(answer: Answer): (error: unknown) => Answer {
  return (error) => {
    if ((error as { errorType?: unknown }).errorType === 'uniqueViolated') return answer;
    throw error;
  };
}
