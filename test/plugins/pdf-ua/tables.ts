import { PDFArray } from '@cantoo/pdf-lib';
import { attributeOf, entryOf, spanOf, textIn, type TaggedElement } from './elements.ts';

/** Rows of a table, by way of its parts. */
export function rowsOf({ kids }: TaggedElement): TaggedElement[] {
  return kids.flatMap((kid) => (kid.standard === 'TR' ? [kid] : kid.standard === 'Caption' ? [] : rowsOf(kid)));
}

type Grid = (TaggedElement | undefined)[][];

/** Cells by their place; what spans stands in several. */
function gridOf(table: TaggedElement): Grid {
  const rows = rowsOf(table);
  const grid: Grid = rows.map(() => []);
  for (const [row, { kids }] of rows.entries()) for (const cell of kids) place(grid, row, cell);
  return grid;
}

function place(grid: Grid, row: number, cell: TaggedElement): void {
  let column = 0;
  while (grid[row]?.[column] !== undefined) column += 1;
  const [height, width] = [spanOf(cell, 'RowSpan'), spanOf(cell, 'ColSpan')];
  for (let down = 0; down < height; down += 1) {
    const line = (grid[row + down] ??= []);
    for (let right = 0; right < width; right += 1) line[column + right] = cell;
  }
}

/** Whether all rows hold the same number of cells, and no place is left or taken twice. */
export function isRegular(table: TaggedElement): boolean {
  const grid = gridOf(table);
  const [width = 0] = grid.map((row) => row.length);
  const taken = rowsOf(table)
    .flatMap(({ kids }) => kids)
    .reduce((sum, cell) => sum + spanOf(cell, 'RowSpan') * spanOf(cell, 'ColSpan'), 0);
  const isFull = grid.every((row) => row.length === width && !Array.from(row).includes(undefined));
  return grid.length === rowsOf(table).length && isFull && taken === width * grid.length;
}

/** Ids of the heads that a cell names. */
export function headersOf(cell: TaggedElement): string[] {
  const headers = attributeOf(cell, 'Headers');
  return headers instanceof PDFArray ? headers.asArray().flatMap((id) => textIn(id) ?? []) : [];
}

/** Whether every cell finds its heads: each head has a scope, or cells name heads that are there. */
export function hasHeads(table: TaggedElement): boolean {
  const cells = rowsOf(table).flatMap(({ kids }) => kids);
  const heads = cells.filter(({ standard }) => standard === 'TH');
  const ids = new Set(heads.flatMap((head) => entryOf(head, 'ID') ?? []));
  if (heads.every((head) => attributeOf(head, 'Scope') !== undefined)) return true;
  return cells.filter(({ standard }) => standard === 'TD').every((cell) => headersOf(cell).some((id) => ids.has(id)));
}
