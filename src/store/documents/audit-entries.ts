import type { AuditEntry, AuditFilter, AuditLog } from '../audit-log.ts';
import { wellFormed } from '../well-formed.ts';
import type { Collection } from './collection.ts';
import { allOf, type Condition } from './condition.ts';
import type { Keyset } from './keyset.ts';
import { createListReader } from './list-reader.ts';
import { paginate, type Row } from './paginate.ts';

/** An entry as both databases keep it. */
export interface AuditDocument extends Omit<AuditEntry, 'id' | 'details'> {
  readonly _id: string;
  /** Older entries have none. */
  readonly details?: string | null;
}

const newestFirst: Keyset = { name: 'AUDIT', path: '_id', direction: -1 };

function toEntry({ _id: id, details = null, ...rest }: AuditDocument): AuditEntry {
  return { id, ...rest, details };
}

function toRow(document: AuditDocument): Row<AuditEntry> {
  const item = toEntry(document);
  return { key: item.id, item };
}

function conditionOf({ from, to, ...equal }: AuditFilter): Condition {
  const asked = Object.entries(equal).filter(([, value]) => value !== undefined);
  const range = { ...(from && { $gte: from }), ...(to && { $lte: to }) };
  return allOf([Object.fromEntries(asked), Object.keys(range).length === 0 ? {} : { at: range }]);
}

/** Names and subjects come from elsewhere, and may hold halves of characters. */
function storable({ id, ...entry }: AuditEntry): AuditDocument {
  const texts = Object.entries(entry).map(([key, value]) => [
    key,
    typeof value === 'string' ? wellFormed(value) : value,
  ]);
  return { _id: id, ...(Object.fromEntries(texts) as typeof entry) };
}

/** The audit log in a collection. */
export function createAuditLog(collection: Collection<AuditDocument>): AuditLog {
  return {
    append: async (entry) => {
      if (!(await collection.insert(storable(entry)))) throw new Error('An entry of the audit log is there already.');
    },
    complete: async (id, outcome, target) => {
      await collection.change({ _id: id, outcome: null }, { $set: { outcome, ...(target !== null && { target }) } });
    },
    list: (filter, slice) =>
      paginate(newestFirst, slice, createListReader({ collection, condition: conditionOf(filter), toRow })),
    count: (filter) => collection.count(conditionOf(filter)),
  };
}
