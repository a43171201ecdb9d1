import type { ColumnKind, DisputeKind, ResultKind, RowKind, Tag } from './vocabulary.ts';

const rowKinds: readonly RowKind[] = [
  'newlyReceived',
  'received',
  'handled',
  'carriedOver',
  'carried',
  'answered',
  'carriedForward',
  'disclosed',
  'partlyDisclosed',
  'withheld',
  'unavailable',
  'notProcessed',
  'other',
];
const columnKinds: readonly ColumnKind[] = [
  'naturalPersons',
  'organizations',
  'enterprises',
  'researchInstitutions',
  'publicInterestOrganizations',
  'legalServices',
];
const disputeKinds: readonly DisputeKind[] = ['review', 'litigation', 'directLitigation', 'litigationAfterReview'];
const resultKinds: readonly ResultKind[] = ['upheld', 'corrected', 'otherResult', 'pending'];

/** The rows of how requests ended. */
export const outcomeKinds: ReadonlySet<RowKind> = new Set<RowKind>([
  'disclosed',
  'partlyDisclosed',
  'withheld',
  'unavailable',
  'notProcessed',
  'other',
]);

/** What the words of a clause name of the tables. */
export interface Clause {
  readonly rows: readonly RowKind[];
  readonly columns: readonly ColumnKind[];
  readonly disputes: readonly DisputeKind[];
  readonly results: readonly ResultKind[];
  readonly has: (tag: Tag) => boolean;
  /** How many words say no. */
  readonly negations: number;
}

/** Sorts the words of a clause. */
export function clauseOf(tags: readonly Tag[]): Clause {
  const named = new Set<Tag>(tags);
  return {
    rows: rowKinds.filter((kind) => named.has(kind)),
    columns: columnKinds.filter((kind) => named.has(kind)),
    disputes: disputeKinds.filter((kind) => named.has(kind)),
    results: resultKinds.filter((kind) => named.has(kind)),
    has: (tag) => named.has(tag),
    negations: tags.filter((tag) => tag === 'none').length,
  };
}

/** Whether a clause names something that figures stand for. */
export function namesFigures({ rows, columns, disputes, results, has }: Clause): boolean {
  return rows.length + columns.length + disputes.length + results.length > 0 || has('application');
}
