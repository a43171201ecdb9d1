import type { Condition, Sort } from './condition.ts';

/** What a find reads: by default whole documents, all of them, in no order. */
export interface Reading {
  readonly sort?: Sort;
  readonly limit?: number;
  /** Stored paths that are needed; more of a document may come along. */
  readonly paths?: readonly string[] | undefined;
  /** Stored paths that are long and not needed, where not only `paths` are read; they may come along all the same. */
  readonly without?: readonly string[];
  /** The index that serves condition and sort, where it is known. */
  readonly index?: string | undefined;
  /** Words that the condition asks of `keys.text`; an adapter may have an index for them. */
  readonly words?: readonly string[] | undefined;
}

/**
 * Documents of one kind in either database. What goes in and out are copies; a write is acknowledged when it is as
 * safe as the database makes it. Everything may reject with STORE_UNAVAILABLE.
 */
export interface Collection<Row> {
  /** False when a unique key is taken. */
  insert(row: Row): Promise<boolean>;
  /** Inserts the documents whose unique keys are free; the ids of the others. */
  insertMany(rows: readonly Row[]): Promise<ReadonlySet<string>>;
  /** Replaces the document that meets the condition, atomically. */
  replace(condition: Condition, row: Row): Promise<'replaced' | 'missing' | 'taken'>;
  /** Puts the document under its id, in the place of an older one. */
  put(row: Row): Promise<void>;
  /** Changes the first document that meets the condition, atomically; the document as it is then, or null. */
  change(condition: Condition, change: Condition, sort?: Sort): Promise<Row | null>;
  /** Removes the documents of those ids that meet the condition; how many. */
  remove(ids: readonly string[], condition: Condition): Promise<number>;
  find(condition: Condition, reading?: Reading): Promise<Row[]>;
  count(condition: Condition, words?: readonly string[]): Promise<number>;
  /** Runs the documents that meet the condition through the stages of a pipeline. */
  aggregate<Result>(condition: Condition, stages: readonly Condition[]): Promise<Result[]>;
}
