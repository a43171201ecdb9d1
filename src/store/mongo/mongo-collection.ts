import type { Document, FindOptions, UpdateFilter } from 'mongodb';
import type { Collection, Reading } from '../documents/collection.ts';
import { allOf, type Condition } from '../documents/condition.ts';
import { planCount, planList } from './search-plan.ts';
import { operationLimit, type MongoConnection } from './mongo-connection.ts';
import { isTaken, isWithoutIndex, takenOf } from './mongo-failures.ts';

const limited = { maxTimeMS: operationLimit };

/** Documents as this project keeps them: with a text for an id. */
interface Stored extends Document {
  readonly _id: string;
}

/** A collection of the database. */
export function createMongoCollection<Row extends { readonly _id: string }>(
  { database, run }: MongoConnection,
  name: string,
): Collection<Row> {
  const collection = database.collection<Stored>(name);

  async function put(row: Row): Promise<void> {
    const { _id, ...rest } = row;
    await collection.replaceOne({ _id }, rest, { ...limited, upsert: true });
  }

  async function insertMany(rows: readonly Row[]): Promise<ReadonlySet<string>> {
    if (rows.length === 0) return new Set();
    const options = { ...limited, ordered: false };
    const errors = await collection.insertMany(rows as never, options).then(() => [], takenOf);
    return new Set(errors.map(({ index }) => rows[index]?.['_id'] ?? ''));
  }

  async function replace(condition: Condition, row: Row): Promise<'replaced' | 'missing'> {
    const { _id: id, ...rest } = row;
    const { matchedCount } = await collection.replaceOne({ ...condition, _id: id }, rest, limited);
    return matchedCount === 1 ? 'replaced' : 'missing';
  }

  async function find(condition: Condition, reading: Reading = {}): Promise<Row[]> {
    const { sort, limit, words, index } = reading;
    const search = await planList(collection, words);
    const part = { projection: projectionOf(reading), ...(sort && { sort }), ...(limit !== undefined && { limit }) };
    const options = { ...limited, ...part, ...(index !== undefined && { hint: index }), ...search.hint };
    const all = allOf([condition, search.condition]);
    const read = (given: FindOptions) => collection.find(all, given).toArray() as unknown as Promise<Row[]>;
    return read(options).catch((error: unknown) => {
      if (!isWithoutIndex(error)) throw error;
      // Somebody dropped the index; it is made again when a store is opened.
      const { hint: _hint, ...unhinted } = options as FindOptions;
      return read(unhinted);
    });
  }

  async function count(condition: Condition, words: readonly string[] | undefined): Promise<number> {
    const search = planCount(words);
    return collection.countDocuments(allOf([condition, search.condition]), { ...limited, ...search.hint });
  }

  return {
    insert: (row) => run(() => collection.insertOne(row as never, limited)).then(() => true, onTaken(false)),
    insertMany: (rows) => run(() => insertMany(rows)),
    replace: (condition, row) => run(() => replace(condition, row)).catch(onTaken('taken' as const)),
    // Of two who put the same document first at once, one finds the other's when it tries again.
    put: (row) => run(() => put(row).catch((error: unknown) => retryTaken(error, () => put(row)))),
    change: (condition, change, sort) =>
      run(async () => {
        const options = { ...limited, ...(sort && { sort }), returnDocument: 'after' as const };
        const changed = await collection.findOneAndUpdate(condition, asUpdate(change), options);
        return changed as unknown as Row | null;
      }),
    remove: (ids, condition) =>
      run(async () => {
        const { deletedCount } = await collection.deleteMany({ ...condition, _id: { $in: [...ids] } }, limited);
        return deletedCount;
      }),
    find: (condition, reading) => run(() => find(condition, reading)),
    count: (condition, words) => run(() => count(condition, words)),
    aggregate: (condition, stages) =>
      run(async () => {
        const pipeline = [{ $match: condition }, ...stages];
        return (await collection.aggregate(pipeline, limited).toArray()) as never[];
      }),
  };
}

function projectionOf({ paths, without = [] }: Reading): Record<string, 0 | 1> {
  if (paths) return Object.fromEntries(paths.map((path) => [path, 1]));
  return Object.fromEntries(without.map((path) => [path, 0]));
}

/** Leaves out operators without fields, which older servers refuse. */
function asUpdate(change: Condition): UpdateFilter<Stored> {
  const operators = Object.entries(change).filter(([, fields]) => Object.keys(fields as object).length > 0);
  return Object.fromEntries(operators);
}

function onTaken<Answer>(answer: Answer): (error: unknown) => Answer {
  return (error) => {
    if (isTaken(error)) return answer;
    throw error;
  };
}

async function retryTaken(error: unknown, again: () => Promise<void>): Promise<void> {
  if (!isTaken(error)) throw error;
  await again();
}
