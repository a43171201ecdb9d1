import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Cell, Form, FormTable } from '#forms/form.ts';
import { unitOfHeads, readFigure } from '../figure-text.ts';
import type { CellReading } from '../row-figures.ts';
import type { SourceCell, SourceTable } from '../source.ts';
import { Grid } from './grid.ts';
import { matchColumns, type FigureRow } from './match-columns.ts';
import { matchRows, type MatchedRows } from './match-rows.ts';
import { excerpt } from '../excerpt.ts';

/** Reads a table of the form from the tables of a document; undefined when the document has none of its rows. */
export type GridReader = (table: FormTable) => readonly CellReading[] | undefined;

function lineOf({ grid, row }: FigureRow): number | undefined {
  return grid.at(row, 0)?.line;
}

function refuseIncomplete(table: FormTable, labels: readonly string[], place: FigureRow | undefined): NianbaoError {
  const { title } = table.definition;
  const where = { table: title, row: labels.join(' ') || title };
  return new NianbaoError('TABLE_INCOMPLETE', where, { line: place && lineOf(place) });
}

/** The words above a cell, those around them, and those before it. */
function headsOf({ grid, row }: FigureRow, { column }: SourceCell, figureRows: ReadonlySet<number>): string {
  return [...grid.columnHeads(row, column, figureRows), ...grid.rowHeads(row)].map(({ label }) => label).join('');
}

function readCell(cell: Cell, source: SourceCell, heads: string): CellReading {
  const reading = readFigure(source.text, cell.kind, unitOfHeads(heads));
  if (reading) return [cell, { ...reading, place: source.place ?? { line: source.line } }];
  // A row alone in its table has no label.
  const { title } = cell.table.definition;
  const place = { table: title, row: cell.row.labels.join(' ') || title, raw: excerpt(source.text) };
  throw new NianbaoError('CELL_UNREADABLE', place, { line: source.line });
}

function readRow(cells: readonly Cell[], place: FigureRow, figureRows: ReadonlySet<number>): CellReading[] {
  const [first] = cells;
  if (!first) return [];
  const { table, row } = first;
  const columns = matchColumns(table, place, figureRows);
  const sources = cells.flatMap((cell) => columns.get(cell.column) ?? []);
  const unnamed = cells.find((cell) => !columns.has(cell.column));
  const details = { line: lineOf(place) };
  if (unnamed) {
    const column = unnamed.column.labels.join(' ');
    throw new NianbaoError('COLUMN_MISSING', { table: table.definition.title, column }, details);
  }
  if (sources.length < cells.length) {
    const counts = { expected: cells.length, found: sources.length };
    throw new NianbaoError(
      'ROW_UNREADABLE',
      { table: table.definition.title, row: row.labels.join(' '), ...counts },
      details,
    );
  }
  return cells.flatMap((cell) => {
    const source = columns.get(cell.column);
    return source ? [readCell(cell, source, headsOf(place, source, figureRows))] : [];
  });
}

function refuseBroken(table: FormTable, places: readonly FigureRow[]): void {
  const broken = places.find(({ grid }) => grid.broken);
  if (broken) throw refuseIncomplete(table, table.rows.at(-1)?.labels ?? [], places.at(-1));
}

type Places = ReadonlyMap<FormTable['rows'][number], FigureRow>;

function readPlaces(
  table: FormTable,
  matches: Places,
  { figureRows }: Pick<MatchedRows, 'figureRows'>,
): CellReading[] | undefined {
  const places = table.rows.flatMap((row) => matches.get(row) ?? []);
  if (places.length === 0) return undefined;
  const missing = table.rows.find((row) => !matches.has(row));
  if (missing) throw refuseIncomplete(table, missing.labels, places.at(-1));
  refuseBroken(table, places);
  return table.cells.flatMap((cells, index) => {
    const place = places[index];
    return place ? readRow(cells, place, figureRows.get(place.grid) ?? new Set()) : [];
  });
}

/** Tries one place after the other; the first refusal counts where none can be read. */
function readEach(table: FormTable, tries: readonly (() => CellReading[] | undefined)[]): CellReading[][] {
  const refusals: unknown[] = [];
  const readings = tries.flatMap((read) => {
    try {
      const reading = read();
      return reading ? [reading] : [];
    } catch (refusal) {
      refusals.push(refusal);
      return [];
    }
  });
  if (readings.length === 0 && refusals.length > 0) throw refusals[0];
  return refuseDifferent(table, readings);
}

function sameFigures(a: readonly CellReading[], b: readonly CellReading[]): boolean {
  return a.every(([, { value }], index) => value === b[index]?.[1].value);
}

/** A table may be there twice, with a summary for example, but not with other figures. */
function refuseDifferent(table: FormTable, readings: CellReading[][]): CellReading[][] {
  const [first] = readings;
  if (first && !readings.every((reading) => sameFigures(first, reading)))
    throw new NianbaoError('DUPLICATE_CHAPTER', { chapter: table.definition.title });
  return readings;
}

function readLabelledTable(table: FormTable, matched: MatchedRows): CellReading[] | undefined {
  const tries = (matched.matches.get(table) ?? []).map((places) => () => readPlaces(table, places, matched));
  return readEach(table, tries)[0];
}

/** Forms for statistics often number their columns in a line below the heads. */
function numbersColumns({ grid, row }: FigureRow): boolean {
  const cells = Array.from({ length: grid.width }, (_, column) => grid.at(row, column)?.text);
  return cells.length > 1 && cells.every((text, index) => text === String(index + 1));
}

/** A row without a head is the first of a grid below the heads of all columns. */
function readBareRow(table: FormTable, grids: readonly Grid[], { figureRows }: MatchedRows): CellReading[] | undefined {
  const [cells = []] = table.cells;
  const tries = grids.flatMap((grid) => {
    const known = figureRows.get(grid) ?? new Set();
    const rows = Array.from({ length: grid.height }, (_, row) => ({ grid, row, from: 0 }));
    const place = rows.find(
      (one) => !known.has(one.row) && matchColumns(table, one, known).size === cells.length && !numbersColumns(one),
    );
    if (!place) return [];
    return [
      () => {
        refuseBroken(table, [place]);
        return readRow(cells, place, known);
      },
    ];
  });
  return readEach(table, tries)[0];
}

/** Finds the rows of a form in the tables of a document, by words and never by position. */
export function readGrids(form: Form, tables: readonly SourceTable[]): GridReader {
  const grids = tables.map((table) => new Grid(table));
  const matched = matchRows(form, grids);
  return (table) => {
    const bare = table.rows.length === 1 && table.rows[0]?.labels.length === 0;
    return bare ? readBareRow(table, grids, matched) : readLabelledTable(table, matched);
  };
}
