import { encodeCell } from '@cj-tech-master/excelts';
import type { TableBlock, TableCell } from 'nianbao/plugin-api';
import { agrees, totalParts } from './sums.ts';

/** Row and column of a cell on its sheet, counted from 0. */
type Place = readonly [row: number, column: number];

interface Summand {
  readonly cell: TableCell | undefined;
  readonly place: Place;
}

function adjoin([row, column]: Place, [nextRow, nextColumn]: Place): boolean {
  return (row === nextRow && column + 1 === nextColumn) || (column === nextColumn && row + 1 === nextRow);
}

function ranges(places: readonly Place[]): string {
  const runs: [Place, Place][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run && adjoin(run[1], place)) run[1] = place;
    else runs.push([place, place]);
  }
  const name = ([r, c]: Place) => encodeCell({ r, c });
  return runs.map(([first, last]) => (first === last ? name(first) : `${name(first)}:${name(last)}`)).join(',');
}

/** Tells the formula of a cell that is the total of its row or column and agrees with it; undefined for all others. */
export function formulasOf(
  table: TableBlock,
  placeOf: (row: number, column: number) => Place,
): (row: number, column: number) => string | undefined {
  const columns = totalParts(table.columns);
  const rows = totalParts(table.rows);
  const summand = (row: number, column: number): Summand => ({
    cell: table.cells[row]?.[column],
    place: placeOf(row, column),
  });
  return (row, column) => {
    const stated = table.cells[row]?.[column];
    const candidates = [
      columns.get(column)?.map((part) => summand(row, part)),
      rows.get(row)?.map((part) => summand(part, column)),
    ];
    const parts = candidates.find(
      (some) =>
        stated &&
        some &&
        agrees(
          stated,
          some.map(({ cell }) => cell),
        ),
    );
    return parts && `SUM(${ranges(parts.map(({ place }) => place))})`;
  };
}
