import type { Cell, FormTable } from '#forms/form.ts';
import type { SourceCell } from '../source.ts';
import type { Grid } from './grid.ts';
import { depthOfMatch, endingsOf, type LabelEndings } from './label-path.ts';

/** A row of a grid, and where its figures may begin. */
export interface FigureRow {
  readonly grid: Grid;
  readonly row: number;
  readonly from: number;
}

type FormColumn = Cell['column'];

interface Sought {
  readonly column: FormColumn;
  readonly endings: LabelEndings;
}

interface Claim {
  readonly column: FormColumn;
  readonly depth: number;
  readonly cell: SourceCell | undefined;
}

function columnTexts({ grid, row, from }: FigureRow, figureRows: ReadonlySet<number>): (readonly [number, string])[] {
  const columns = Array.from({ length: Math.max(0, grid.width - from) }, (_, step) => from + step);
  return columns.map((column) => {
    const heads = grid.columnHeads(row, column, figureRows);
    return [column, heads.map(({ label }) => label).join('')] as const;
  });
}

/** The column of the form that the text above a column names with most labels; none when two do equally well. */
function claimOf(text: string, sought: readonly Sought[], cell: SourceCell | undefined): Claim[] {
  const claims = sought.map(({ column, endings }) => ({ column, cell, depth: depthOfMatch(text, endings) }));
  const depth = Math.max(0, ...claims.map((claim) => claim.depth));
  const best = claims.filter((claim) => claim.depth === depth);
  return depth > 0 && best.length === 1 ? best : [];
}

/** Of slots below one head, those without a cell or with a blank one say nothing where another has text. */
function fullest(claims: readonly Claim[]): readonly Claim[] {
  const written = claims.filter(({ cell }) => cell !== undefined && cell.text !== '');
  if (written.length > 0) return written;
  const present = claims.filter(({ cell }) => cell !== undefined);
  return present.length > 0 ? present.slice(0, 1) : claims.slice(0, 1);
}

/** The cell that is claimed with most labels; none when two cells are, so that neither can be told. */
function settle(claims: readonly Claim[]): readonly (readonly [FormColumn, SourceCell | undefined])[] {
  const depth = Math.max(...claims.map((claim) => claim.depth));
  const [first, ...others] = fullest(claims.filter((claim) => claim.depth === depth));
  return first && others.every(({ cell }) => cell === first.cell) ? [[first.column, first.cell]] : [];
}

/** Where the columns of a table are in a row of a grid, by the words above; those that are not found are left out. */
export function matchColumns(
  table: FormTable,
  place: FigureRow,
  figureRows: ReadonlySet<number>,
): ReadonlyMap<FormColumn, SourceCell | undefined> {
  const sought = table.columns.map((column) => ({ column, endings: endingsOf(column.labels) }));
  const claims = columnTexts(place, figureRows).flatMap(([column, text]) =>
    claimOf(text, sought, place.grid.at(place.row, column)),
  );
  return new Map(table.columns.flatMap((column) => settle(claims.filter((claim) => claim.column === column))));
}
