import { NianbaoError } from '#errors/nianbao-error.ts';
import type { ColumnDefinition, RowDefinition } from '#forms/form-definition.ts';
import type { Cell, FormTable } from '#forms/form.ts';
import { foldLabel } from './characters.ts';
import { readFigure, type FigureReading } from './figure-text.ts';
import type { FigureText, LabelMatch, PieceStream } from './pieces.ts';

/** The cells of a table as they were read, and the lines they stand on. */
export interface TableReading {
  readonly cells: readonly (readonly [cell: Cell, reading: FigureReading])[];
  /** First and last line of each row. */
  readonly spans: readonly (readonly [first: number, last: number])[];
  /** Position in the stream behind the table. */
  readonly end: number;
}

interface FoundRow {
  readonly cells: readonly Cell[];
  readonly name: string;
  readonly match: LabelMatch;
}

function rowWordings(row: RowDefinition): string[] {
  return [row.label, ...(row.aliases ?? [])];
}

function firstLabel(columns: readonly ColumnDefinition[]): string {
  const [first] = columns;
  return first?.columns ? firstLabel(first.columns) : (first?.label ?? '');
}

function findRow(stream: PieceStream, cells: readonly Cell[], from: number): FoundRow | undefined {
  const row = cells[0]?.row;
  const match = row && stream.find(rowWordings(row.definition), from);
  return match && { cells, name: row.definition.label, match };
}

function missingRow(table: FormTable, cells: readonly Cell[], stream: PieceStream): NianbaoError {
  const row = cells[0]?.row.labels.join(' ') ?? '';
  return new NianbaoError('TABLE_INCOMPLETE', { table: table.definition.title, row }, { line: stream.lastLine });
}

function findRows(stream: PieceStream, table: FormTable, from: number): FoundRow[] {
  const rows: FoundRow[] = [];
  for (const cells of table.cells) {
    const row = findRow(stream, cells, rows.at(-1)?.match.end ?? from);
    if (!row) throw missingRow(table, cells, stream);
    rows.push(row);
  }
  return rows;
}

function readCell(cell: Cell, figure: FigureText | undefined): FigureReading {
  if (!figure) return { value: null, raw: '' };
  const reading = readFigure(figure.text, cell.kind);
  if (reading) return reading;
  const { table, row } = cell;
  const place = { table: table.definition.title, row: row.definition.label, raw: figure.text };
  throw new NianbaoError('CELL_UNREADABLE', place, { line: figure.line });
}

/** A row without any figure is a blank row; one with some of them can not be told apart and is refused. */
function readRow(cells: readonly Cell[], figures: readonly FigureText[], line: number): TableReading['cells'] {
  if (figures.length !== 0 && figures.length !== cells.length) {
    const [cell] = cells;
    const place = { table: cell?.table.definition.title ?? '', row: cell?.row.definition.label ?? '' };
    const counts = { expected: cells.length, found: figures.length };
    throw new NianbaoError('ROW_UNREADABLE', { ...place, ...counts }, { line });
  }
  return cells.map((cell, index) => [cell, readCell(cell, figures[index])] as const);
}

function figuresOf(stream: PieceStream, row: FoundRow, next: FoundRow | undefined): FigureText[] {
  const glued = stream.figureGluedTo(row.match);
  const inside = stream.figuresBetween(row.match.start, row.match.end);
  const wanted = row.cells.length - glued.length - inside.length;
  const after = next
    ? stream.figuresBetween(row.match.end, next.match.start)
    : stream.figuresAfter(row.match.end, wanted, false);
  return [...inside, ...glued, ...after];
}

function readLabelledTable(stream: PieceStream, table: FormTable, from: number): TableReading {
  const rows = findRows(stream, table, from);
  const read = rows.map((row, index) => {
    const figures = figuresOf(stream, row, rows[index + 1]);
    const last = figures.at(-1)?.line ?? row.match.endLine;
    return { cells: readRow(row.cells, figures, row.match.startLine), span: [row.match.startLine, last] as const };
  });
  return {
    cells: read.flatMap((row) => row.cells),
    spans: read.map((row) => row.span),
    end: rows.at(-1)?.match.end ?? from,
  };
}

/** A table of one row without a label: its figures follow the heads of its columns. */
function readBareRow(stream: PieceStream, table: FormTable, from: number): TableReading {
  const [cells = []] = table.cells;
  const heads = stream.find([firstLabel(table.definition.columns)], from);
  if (!heads)
    throw new NianbaoError('TABLE_INCOMPLETE', { table: table.definition.title, row: '' }, { line: stream.lastLine });
  const figures = stream.figuresAfter(heads.end, cells.length, true);
  const first = figures[0]?.line ?? heads.endLine;
  return {
    cells: readRow(cells, figures, first),
    spans: [[first, figures.at(-1)?.line ?? first]],
    end: heads.end,
  };
}

/** Reads a table's cells by the labels of its rows, in the order of the form. */
export function readTable(stream: PieceStream, table: FormTable, from: number): TableReading {
  const title = stream.find([table.definition.title], from);
  const start = title?.end ?? from;
  const bare = table.rows.length === 1 && table.rows[0]?.labels.length === 0;
  return bare ? readBareRow(stream, table, start) : readLabelledTable(stream, table, start);
}

/** Every character that a table's heads are made of, folded: a line of nothing else is a part of the heads. */
export function headCharacters(table: FormTable): Set<string> {
  const { title, corner = '', unit, note = '' } = table.definition;
  const labels = [...table.columns, ...table.rows].flatMap((leaf) => leaf.labels);
  return new Set(foldLabel([title, corner, unit, note, ...labels].join('')));
}
