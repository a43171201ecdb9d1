import { Big } from 'big.js';
import type { Filer, ReportSums, SummedFigure } from '../report-store.ts';
import type { Collection } from './collection.ts';
import type { Condition } from './condition.ts';
import type { ReportDocument } from './report-document.ts';

/** The sum of one figure over the reports of a form and a year; `index` 0 counts the reports. */
interface SumRow {
  readonly _id: { readonly index: number; readonly form: string; readonly year: number };
  /** A number, or the database's own kind of exact decimal. */
  readonly sum: unknown;
  readonly reports: number;
}

/** Adds up in the database. What does not fit into a double is added up again as decimals, which takes longer. */
export async function sumReports(
  reports: Collection<ReportDocument>,
  condition: Condition,
  figures: readonly SummedFigure[],
): Promise<readonly ReportSums[]> {
  const rows = await reports.aggregate<SumRow>(condition, sumStages(figures.map(expressionOf)));
  const doubtful = doubtfulAmong(figures, rows);
  if (doubtful.length === 0) return gather(figures, rows);
  const again = await reports.aggregate<SumRow>(condition, sumStages(doubtful.map(({ path }) => exact(path))));
  return join(gather(figures, rows), gather(doubtful, again));
}

/** The organizations of the reports that meet the condition. */
export async function filersOf(reports: Collection<ReportDocument>, condition: Condition): Promise<readonly Filer[]> {
  return reports.aggregate<Filer>(condition, [
    { $group: { _id: '$organization.id', years: { $addToSet: '$year' } } },
    { $project: { _id: 0, organization: '$_id', years: 1 } },
  ]);
}

/**
 * One row for each figure, form and year. The figures of a report are put side by side and gone through, because a
 * group of as many accumulators looks each of them up in the whole report: 200 of them take five times as long and more.
 */
export function sumStages(expressions: readonly unknown[]): Condition[] {
  const hasFigure = { $ne: [{ $ifNull: ['$value', null] }, null] };
  return [
    { $project: { _id: 0, form: 1, year: 1, value: [1, ...expressions] } },
    { $unwind: { path: '$value', includeArrayIndex: 'index' } },
    {
      $group: {
        _id: { index: '$index', form: '$form', year: '$year' },
        sum: { $sum: '$value' },
        reports: { $sum: { $cond: [hasFigure, 1, 0] } },
      },
    },
  ];
}

/** What is added up of a figure. Pieces are added as they are, as long as their sum is certain. */
export function expressionOf({ path, kind }: SummedFigure): unknown {
  return kind === 'count' ? `$figures.${path}` : exact(path);
}

function decimal(input: unknown): unknown {
  return { $convert: { input, to: 'decimal', onError: null, onNull: null } };
}

/** A figure as a decimal. MongoDB rounds a double to 15 digits on the way, so that whole numbers become a long first. */
function exact(path: string): unknown {
  const figure = `$figures.${path}`;
  const whole = { $eq: [{ $mod: [figure, 1] }, 0] };
  const number = { $cond: [whole, decimal({ $toLong: figure }), decimal(figure)] };
  return { $cond: [{ $isNumber: figure }, number, decimal(figure)] };
}

function doubtfulAmong(figures: readonly SummedFigure[], rows: readonly SumRow[]): SummedFigure[] {
  const uncertain = rows.filter(({ sum }) => typeof sum === 'number' && !Number.isSafeInteger(sum));
  const indices = new Set(uncertain.map(({ _id: { index } }) => index - 1));
  return figures.filter((_, index) => indices.has(index));
}

function gather(figures: readonly SummedFigure[], rows: readonly SumRow[]): ReportSums[] {
  const heads = rows.filter(({ _id }) => _id.index === 0);
  return heads.map(({ _id: { form, year }, reports }) => {
    const own = rows.filter(({ _id }) => _id.form === form && _id.year === year && _id.index > 0);
    const sums = own.map(
      ({ _id, sum, reports: filled }) =>
        [
          figures[_id.index - 1]?.path ?? '',
          { sum: filled === 0 ? '0' : new Big(String(sum)).toFixed(), reports: filled },
        ] as const,
    );
    return { form, year, reports, sums: new Map(sums) };
  });
}

/** The first pass with what the second one says better. */
function join(first: readonly ReportSums[], second: readonly ReportSums[]): ReportSums[] {
  return first.map((one) => {
    const better = second.find(({ form, year }) => form === one.form && year === one.year);
    return { ...one, sums: new Map([...one.sums, ...(better?.sums ?? [])]) };
  });
}

/** The sums of several lists as one; no report may be in two of them. */
export function sumsTogether(parts: readonly (readonly ReportSums[])[]): readonly ReportSums[] {
  const all = new Map<string, ReportSums>();
  for (const one of parts.flat()) {
    const key = `${one.form} ${one.year}`;
    const there = all.get(key);
    all.set(key, there ? { ...one, reports: one.reports + there.reports, sums: addUp(one.sums, there.sums) } : one);
  }
  return [...all.values()];
}

function addUp(one: ReportSums['sums'], other: ReportSums['sums']): ReportSums['sums'] {
  const both = new Map(one);
  for (const [path, { sum, reports }] of other) {
    const there = both.get(path) ?? { sum: '0', reports: 0 };
    both.set(path, { sum: new Big(sum).plus(there.sum).toFixed(), reports: reports + there.reports });
  }
  return both;
}

/** The organizations of several lists as one. */
export function filersTogether(parts: readonly (readonly Filer[])[]): readonly Filer[] {
  const all = new Map<string, Set<number>>();
  for (const { organization, years } of parts.flat())
    all.set(organization, new Set([...(all.get(organization) ?? []), ...years]));
  return [...all].map(([organization, years]) => ({ organization, years: [...years] }));
}
