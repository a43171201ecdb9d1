import { outcomeKinds, type Clause } from './clause.ts';
import type { NarrativeSentence } from './sentences.ts';
import type { ColumnKind, DisputeKind, ResultKind, RowKind } from './vocabulary.ts';

/** What a sentence says of the tables: of some rows together, or of some blocks of disputes together. */
export interface Claim {
  readonly value: number;
  readonly rows: readonly RowKind[];
  readonly column?: ColumnKind | undefined;
  readonly disputes: readonly DisputeKind[];
  readonly result?: ResultKind | undefined;
  readonly sentence: NarrativeSentence;
}

/** What the sentence said before. */
export interface Context {
  readonly sentence: NarrativeSentence;
  /** The last rows without a column: what 其中自然人 is a part of. */
  readonly rows: readonly RowKind[];
  readonly disputes: readonly DisputeKind[];
  /** Requests for information are what it is about. */
  readonly isOnRequests: boolean;
}

type Told = Pick<Claim, 'rows' | 'column' | 'disputes' | 'result'>;

/** Rows of which the name alone says that it is about requests. */
const tellingRows: ReadonlySet<RowKind> = new Set<RowKind>([...outcomeKinds, 'carriedOver', 'carriedForward']);
const receipts: ReadonlySet<RowKind> = new Set<RowKind>(['newlyReceived', 'received', 'carriedOver']);
const progress: ReadonlySet<RowKind> = new Set<RowKind>(['newlyReceived', 'received', 'handled', 'answered']);

/** A body may deal with disputes of all kinds as its work; those of the table arise from its own disclosure. */
function disputesOf(clause: Clause, context: Context, value: number): Told[] {
  const { disputes, results, rows, has } = clause;
  const isWork = has('business') || rows.some((row) => row !== 'received' && row !== 'newlyReceived');
  const isOwn = /信息公开|依申请/u.test(context.sentence.text) || context.isOnRequests;
  const [result, ...more] = results;
  if (isWork || !isOwn || more.length > 0) return [];
  const together = { rows: [], disputes, result };
  return value === 0 || has('each') ? disputes.map((dispute) => ({ ...together, disputes: [dispute] })) : [together];
}

function resultOf({ results }: Clause, { disputes }: Context): Told[] {
  const [result, ...more] = results;
  return disputes.length === 0 || more.length > 0 ? [] : [{ rows: [], disputes, result }];
}

/** Rows that may stand together before one number: as a sum, or each of them. */
function togetherOf(rows: readonly RowKind[], isEach: boolean): (readonly RowKind[])[] {
  if (rows.length === 1) return [rows];
  const isSum = rows.every((row) => outcomeKinds.has(row)) || rows.every((row) => receipts.has(row));
  if (isSum) return isEach ? rows.map((row) => [row]) : [rows];
  // 收到和处理, 受理并答复: any of them may be meant.
  return rows.every((row) => progress.has(row)) ? [['handled']] : [];
}

function rowsOf(clause: Clause, context: Context, value: number): Told[] {
  const { columns, has } = clause;
  const [column, ...more] = columns;
  if (more.length > 0) return [];
  const unnamed: readonly RowKind[] = column ? context.rows : ['requests'];
  const rows = clause.rows.length > 0 ? clause.rows : unnamed;
  const isOnRequests = has('application') || context.isOnRequests || rows.some((row) => tellingRows.has(row));
  if (!isOnRequests) return [];
  return togetherOf(rows, has('each') || value === 0).map((told) => ({ rows: told, column, disputes: [] }));
}

/** What a clause says with a number; nothing where that is not beyond doubt. */
export function toldBy(clause: Clause, context: Context, value: number): Told[] {
  if (clause.disputes.length > 0) return clause.columns.length > 0 ? [] : disputesOf(clause, context, value);
  if (clause.results.length > 0) return resultOf(clause, context);
  return rowsOf(clause, context, value);
}

const deniable: ReadonlySet<RowKind> = new Set<RowKind>([
  'newlyReceived',
  'carriedOver',
  'carried',
  'carriedForward',
  'withheld',
  'unavailable',
  'notProcessed',
]);

/** What a clause without a number denies: 未收到政府信息公开申请, 无行政复议. */
export function deniedBy(clause: Clause, context: Context): Told[] {
  const { rows, columns, results, disputes, has, negations } = clause;
  if (negations !== 1 || results.length > 0 || columns.length > 0) return [];
  if (disputes.length > 0) return disputesOf(clause, context, 0);
  if (rows.some((row) => !deniable.has(row))) return [];
  if (rows.length === 0) return has('application') ? [{ rows: ['newlyReceived'], disputes: [] }] : [];
  return rowsOf(clause, context, 0);
}
