import type { Db, Document, Filter, FindOptions } from 'mongodb';
import type { MongoConnection } from '#store/mongo/mongo-connection.ts';

/** A query as it went to the driver. */
export interface RecordedQuery {
  readonly collection: string;
  readonly filter: Filter<Document>;
  readonly options: FindOptions;
}

/** What the server says that a query costs. */
export interface QueryCost extends Pick<RecordedQuery, 'collection' | 'filter'> {
  readonly stages: readonly string[];
  readonly returned: number;
  readonly examined: number;
}

/** The connection, with each find written down in `queries`. */
export function recording(connection: MongoConnection, queries: RecordedQuery[]): MongoConnection {
  const database = intercept(connection.database, 'collection', (made, [name]) =>
    intercept(made as object, 'find', (cursor, [filter, options]) => {
      queries.push({ collection: String(name), filter: filter as Filter<Document>, options: options as FindOptions });
      return cursor;
    }),
  );
  return { ...connection, database };
}

function intercept<Target extends object>(
  target: Target,
  method: string,
  after: (result: unknown, args: readonly unknown[]) => unknown,
): Target {
  return new Proxy(target, {
    get(object, name) {
      const value: unknown = Reflect.get(object, name, object);
      if (typeof value !== 'function') return value;
      const bound = value.bind(object) as (...args: readonly unknown[]) => unknown;
      return name === method ? (...args: readonly unknown[]) => after(bound(...args), args) : bound;
    },
  });
}

/** Runs a query once more and asks what it cost. */
export async function costOf(database: Db, { collection, filter, options }: RecordedQuery): Promise<QueryCost> {
  const explained = await database.collection(collection).find(filter, options).explain('executionStats');
  const { executionStats, queryPlanner } = explained as {
    executionStats: { nReturned: number; totalDocsExamined: number };
    queryPlanner: { winningPlan: Stage };
  };
  return {
    collection,
    filter,
    stages: [...stagesOf(queryPlanner.winningPlan)],
    returned: executionStats.nReturned,
    examined: executionStats.totalDocsExamined,
  };
}

interface Stage {
  readonly stage: string;
  readonly inputStage?: Stage;
  readonly inputStages?: readonly Stage[];
}

function* stagesOf({ stage, inputStage, inputStages = [] }: Stage): Generator<string> {
  yield stage;
  for (const below of inputStage ? [inputStage] : inputStages) yield* stagesOf(below);
}
