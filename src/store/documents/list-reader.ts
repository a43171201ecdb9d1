import { allOf, type Condition } from './condition.ts';
import type { ListReader, Row } from './paginate.ts';
import type { Collection } from './collection.ts';

/** A list within a collection and how its documents become rows. */
export interface List<Document, Item> {
  readonly collection: Collection<Document>;
  readonly filter: Condition;
  readonly paths?: readonly string[] | undefined;
  readonly toRow: (document: Document) => Row<Item>;
}

/** Reads slices of a list. */
export function createListReader<Document, Item>(list: List<Document, Item>): ListReader<Item> {
  const { collection, filter, paths, toRow } = list;
  return {
    read: async (condition, sort, limit) => {
      const documents = await collection.find(allOf([filter, condition]), { sort, limit, paths });
      return documents.map(toRow);
    },
    has: async (condition) => {
      const found = await collection.find(allOf([filter, condition]), { limit: 1, paths: ['_id'] });
      return found.length > 0;
    },
  };
}
