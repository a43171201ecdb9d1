import { NianbaoError } from '#errors/nianbao-error.ts';
import type { SourceCell } from '../source.ts';

/** A cell as a row of a document lists it. */
export type ListedCell = Pick<SourceCell, 'text' | 'line'> & Partial<Pick<SourceCell, 'rowSpan' | 'columnSpan'>>;

/** More slots than any form has; a table with spans beyond them was made to fill the memory. */
const MAX_SLOTS = 200_000;

/** DOCUMENT_UNSAFE when a table covers more slots than any table does that is meant to be read. */
export function refuseTooLarge(slots: number): void {
  if (slots > MAX_SLOTS) throw new NianbaoError('DOCUMENT_UNSAFE', { reason: `table > ${MAX_SLOTS}` });
}

function firstFree(taken: ReadonlySet<number>, from: number): number {
  let column = from;
  while (taken.has(column)) column++;
  return column;
}

/** Places cells that are listed row by row: each takes the next slot that no span from above covers, as in HTML. */
export function placeCells(rows: readonly (readonly ListedCell[])[]): SourceCell[] {
  const taken = rows.map(() => new Set<number>());
  let slots = 0;
  return rows.flatMap((cells, row) => {
    let next = 0;
    return cells.map(({ text, line, rowSpan = 1, columnSpan = 1 }) => {
      const column = firstFree(taken[row] ?? new Set(), next);
      const height = Math.min(rowSpan < 1 ? rows.length : rowSpan, rows.length - row);
      refuseTooLarge((slots += height * columnSpan));
      for (const below of taken.slice(row, row + height))
        for (let covered = column; covered < column + columnSpan; covered++) below.add(covered);
      next = column + columnSpan;
      return { row, column, rowSpan: height, columnSpan, text, line };
    });
  });
}
