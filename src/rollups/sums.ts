import { Big } from 'big.js';
import type { Form } from '#forms/form.ts';
import { formOf, forms } from '#forms/index.ts';
import { treeOf, type Figure, type FigureTree } from '#reports/figures.ts';
import type { ReportSums, SummedFigure } from '#store/report-store.ts';
import { comparablePaths, kindOf, partsOn } from './comparable.ts';

/** A cell added up over reports. */
export interface SummedCell {
  readonly path: string;
  /** Exact digits; null where no report has a figure, or the forms of the reports do not mean the same by it. */
  readonly sum: string | null;
  /** Reports with a figure; of a row that some forms divide, those with a figure in every part. */
  readonly reports: number;
  /** Reports without one: their share of the sum is not known. */
  readonly blanks: number;
}

/** Cells added up over reports that may be on several forms. */
export interface Sums {
  readonly reports: number;
  readonly forms: readonly { readonly form: Form; readonly reports: number }[];
  readonly years: readonly number[];
  readonly cells: ReadonlyMap<string, SummedCell>;
  /** Cells that mean something on some of the forms only. */
  readonly leftOut: readonly string[];
}

/** What has to be added up in the database to know the cells of these paths, whatever forms the reports are on. */
export function figuresFor(paths: readonly string[]): SummedFigure[] {
  const parts = new Set(paths.flatMap((path) => forms.flatMap((form) => partsOn(form, path))));
  return [...parts].map((path) => ({ path, kind: kindOf(path) ?? 'count' }));
}

/** Joins the sums of several forms and years. */
export function joinSums(rows: readonly ReportSums[], paths: readonly string[]): Sums {
  const counts = new Map<string, number>();
  for (const { form, reports } of rows) counts.set(form, (counts.get(form) ?? 0) + reports);
  const present = [...counts].map(([form, reports]) => ({ form: formOf({ form }), reports }));
  const { comparable, leftOut } = comparablePaths(present.map(({ form }) => form));
  const cells = paths.map((path) => [path, joinCell(path, rows, comparable.has(path))] as const);
  return {
    reports: rows.reduce((sum, row) => sum + row.reports, 0),
    forms: present,
    years: [...new Set(rows.map(({ year }) => year))].sort((one, other) => one - other),
    cells: new Map(cells),
    leftOut,
  };
}

function joinCell(path: string, rows: readonly ReportSums[], isComparable: boolean): SummedCell {
  const reports = rows.reduce((sum, row) => sum + row.reports, 0);
  if (!isComparable) return { path, sum: null, reports: 0, blanks: reports };
  const parts = rows.map((row) => partsOn(formOf(row), path).flatMap((part) => row.sums.get(part) ?? []));
  const filled = parts
    .filter((row) => row.length > 0)
    .reduce((sum, row) => sum + Math.min(...row.map((part) => part.reports)), 0);
  const addends = parts.flat().filter((part) => part.reports > 0);
  const sum = addends.reduce<Big>((whole, part) => whole.plus(part.sum), new Big(0));
  return { path, sum: addends.length > 0 ? sum.toFixed() : null, reports: filled, blanks: reports - filled };
}

/** Sums as figures of a form. A count beyond 2^53-1 stands as its digits, so that nothing is rounded. */
export function figuresOf(cells: Iterable<SummedCell>): FigureTree {
  return treeOf([...cells].map(({ path, sum }) => [path, asFigure(path, sum)] as const));
}

function asFigure(path: string, sum: string | null): Figure {
  if (sum === null || kindOf(path) === 'decimal') return sum;
  return Number.isSafeInteger(Number(sum)) ? Number(sum) : sum;
}
