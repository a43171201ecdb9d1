import type { FigureKind } from '#forms/form-definition.ts';
import type { Form } from '#forms/form.ts';
import { forms } from '#forms/index.ts';

/** A row that one form has whole and another divides: the whole one stands under this key. */
const undivided = /^(?<row>.+)\.undivided\.(?<column>.+)$/u;

/** The cells of a form whose figures together are what the path names: itself, the parts of a divided row, or none. */
export function partsOn(form: Form, path: string): readonly string[] {
  if (form.cells.has(path)) return [path];
  const { row, column } = undivided.exec(path)?.groups ?? {};
  if (row === undefined || column === undefined) return [];
  return [...form.cells.keys()].filter((one) => one.startsWith(`${row}.`) && one.endsWith(`.${column}`));
}

/** What can be added up over reports on several forms, and what is left out because it means something on some only. */
export interface ComparablePaths {
  readonly comparable: ReadonlySet<string>;
  readonly leftOut: readonly string[];
}

/** A cell of the same path means the same on every form; of one form alone everything is comparable. */
export function comparablePaths(present: readonly Form[]): ComparablePaths {
  const all = [...new Set(present.flatMap((form) => [...form.cells.keys()]))];
  // A report before the forms has no figures; it takes none from the others.
  const withTables = present.filter(({ tables }) => tables.length > 0);
  const isComparable = (path: string) => withTables.every((form) => partsOn(form, path).length > 0);
  return { comparable: new Set(all.filter(isComparable)), leftOut: all.filter((path) => !isComparable(path)) };
}

/** Every cell of every form, in the order of the newest one. */
export const allPaths: readonly string[] = [...new Set(forms.flatMap((form) => [...form.cells.keys()]))];

/** The cells that a path names: one, or all that lie below a chapter, a table's row or `''`. */
export function pathsBelow(path: string): readonly string[] {
  return path === '' ? allPaths : allPaths.filter((one) => one === path || one.startsWith(`${path}.`));
}

/** What a figure is; undefined for what is no cell of any form. */
export function kindOf(path: string): FigureKind | undefined {
  return cellOf(path)?.kind;
}

/** The cell of the newest form that has it. */
export function cellOf(path: string) {
  for (const form of forms) {
    const cell = form.cells.get(path);
    if (cell) return cell;
  }
  return undefined;
}

/** The labels of a cell, outermost first: its row's, then its column's. */
export function labelsOf(path: string): readonly string[] {
  const cell = cellOf(path);
  return cell ? [...cell.row.labels, ...cell.column.labels] : [path];
}
