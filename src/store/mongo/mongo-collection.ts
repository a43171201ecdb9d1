import type { Document, UpdateFilter } from 'mongodb';
import type { Collection, Reading } from '../documents/collection.ts';
import { allOf, type Condition } from '../documents/condition.ts';
import { planCount, planList, unplanned } from './search-plan.ts';
import { operationLimit, type MongoConnection } from './mongo-connection.ts';
import { isTaken, isWithoutIndex, takenOf } from './mongo-failures.ts';

const limited = { maxTimeMS: operationLimit };

/** Documents as this project keeps them: with a text for an id. */
interface Stored extends Document {
  readonly _id: string;
}

/** How a query uses indexes by name, or does not. */
interface Plan {
  readonly search: (plan: typeof planList, words: readonly string[] | undefined) => ReturnType<typeof planList>;
  readonly hint: (index: { readonly hint?: string }) => { readonly hint?: string };
}

/** A collection of the database, and whom to tell that an index is not there. */
export function createMongoCollection<Row extends { readonly _id: string }>(
  { database, run }: MongoConnection,
  name: string,
  onIndexMissing: () => void = () => undefined,
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

  /** Somebody may drop an index that a query names: it is made again, and the query goes without meanwhile. */
  async function hinted<Result>(query: (plan: Plan) => Promise<Result>): Promise<Result> {
    try {
      return await query({ search: (given, words) => given(collection, words), hint: (index) => index });
    } catch (error) {
      if (!isWithoutIndex(error)) throw error;
      onIndexMissing();
      return query({ search: () => Promise.resolve(unplanned), hint: () => ({}) });
    }
  }

  async function find(condition: Condition, reading: Reading, { search, hint }: Plan): Promise<Row[]> {
    const { sort, limit, words, index } = reading;
    const planned = await search(planList, words);
    const part = { projection: projectionOf(reading), ...(sort && { sort }), ...(limit !== undefined && { limit }) };
    const options = { ...limited, ...part, ...hint({ ...(index !== undefined && { hint: index }), ...planned.hint }) };
    return collection.find(allOf([condition, planned.condition]), options).toArray() as unknown as Promise<Row[]>;
  }

  async function count(condition: Condition, words: readonly string[] | undefined, { search }: Plan): Promise<number> {
    const planned = await search(planCount, words);
    return collection.countDocuments(allOf([condition, planned.condition]), { ...limited, ...planned.hint });
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
    find: (condition, reading = {}) => run(() => hinted((plan) => find(condition, reading, plan))),
    count: (condition, words) => run(() => hinted((plan) => count(condition, words, plan))),
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
