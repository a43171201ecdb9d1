import { leafPaths, type TableBlock, type TableCell, type TotalStatement } from 'nianbao/plugin-api';

/** One figure with the heads of its column, outermost first. */
interface JsonCell {
  readonly path: string;
  readonly column: readonly string[];
  /** A whole number, an exact decimal as text, or null where the source has none. */
  readonly value: number | string | null;
  /** What stood there in place of a figure, where something did. */
  readonly raw?: string;
}

/** One row with its heads, outermost first; none where the row has no head. */
interface JsonRow {
  readonly head: readonly string[];
  readonly cells: readonly JsonCell[];
}

/** A table as a list of rows of figures. */
export interface JsonTable {
  readonly type: 'table';
  readonly id: string;
  readonly caption: string;
  readonly corner: string;
  readonly unit: string;
  readonly notes: readonly string[];
  readonly rows: readonly JsonRow[];
  readonly totals: readonly TotalStatement[];
}

// A decimal as a number would lose digits and trailing zeros.
function valueOf({ state, text }: TableCell): number | string | null {
  if (state !== 'figure') return null;
  const number = Number(text);
  return Number.isSafeInteger(number) && String(number) === text ? number : text;
}

function jsonCell(cell: TableCell, column: readonly string[]): JsonCell {
  const plain = { path: cell.path, column, value: valueOf(cell) };
  return cell.state === 'nil' ? { ...plain, raw: cell.text } : plain;
}

function labelled(path: readonly string[] | undefined): string[] {
  return (path ?? []).filter((label) => label !== '');
}

/** A table with every figure under its path and full heads. */
export function jsonTable({ type, id, caption, corner, unit, notes, totals, ...table }: TableBlock): JsonTable {
  const columns = leafPaths(table.columns).map(labelled);
  const heads = leafPaths(table.rows).map(labelled);
  const rows = table.cells.map((cells, index) => ({
    head: heads[index] ?? [],
    cells: cells.map((cell, column) => jsonCell(cell, columns[column] ?? [])),
  }));
  return { type, id, caption, corner, unit, notes, rows, totals };
}
