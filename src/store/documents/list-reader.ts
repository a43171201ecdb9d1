import { allOf, type Condition } from './condition.ts';
import type { ListReader, Row } from './paginate.ts';
import type { Collection } from './collection.ts';

/** A list within a collection and how its documents become rows. */
export interface List<Document, Item> {
  readonly collection: Collection<Document>;
  readonly condition: Condition;
  readonly index?: string | undefined;
  readonly words?: readonly string[] | undefined;
  readonly paths?: readonly string[] | undefined;
  readonly without?: readonly string[];
  readonly toRow: (document: Document) => Row<Item>;
}

/** Reads slices of a list. */
export function createListReader<Document, Item>(list: List<Document, Item>): ListReader<Item> {
  const { collection, index, words, paths, without = [], toRow } = list;
  return {
    read: async (condition, sort, limit) => {
      const documents = await collection.find(allOf([list.condition, condition]), {
        sort,
        limit,
        paths,
        without,
        index,
        words,
      });
      return documents.map(toRow);
    },
    has: async (condition) => {
      const found = await collection.find(allOf([list.condition, condition]), {
        limit: 1,
        paths: ['_id'],
        index,
        words,
      });
      return found.length > 0;
    },
  };
}
