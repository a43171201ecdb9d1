import { NianbaoError } from '#errors/nianbao-error.ts';
import type { ColumnDefinition, RowDefinition } from '#forms/form-definition.ts';
import type { Cell, FormTable } from '#forms/form.ts';
import { findMisplacedColumn, HeadWords } from './head-words.ts';
import type { LabelMatch, Piece, PieceStream } from './pieces.ts';
import { lastRowFigures, readRow, type CellReading } from './row-figures.ts';

/** The cells of a table as they were read, and the lines they stand on. */
export interface TableReading {
  readonly cells: readonly CellReading[];
  /** First and last line of each row. */
  readonly spans: readonly (readonly [first: number, last: number])[];
}

/** A table whose rows were found, not yet read. */
interface FoundTable {
  readonly table: FormTable;
  readonly rows: readonly FoundRow[];
}

interface FoundRow {
  readonly cells: readonly Cell[];
  readonly match: LabelMatch;
}

function firstLabel(columns: readonly ColumnDefinition[]): string {
  const [first] = columns;
  return first?.columns ? firstLabel(first.columns) : (first?.label ?? '');
}

/** By what a row is found; a row without a label stands below the heads of its columns. */
function wordingsOf(row: RowDefinition, table: FormTable): string[] {
  if (row.label === '') return [firstLabel(table.definition.columns)];
  return [row.label, ...(row.aliases ?? [])];
}

function missingRow(
  table: FormTable,
  cells: readonly Cell[],
  { stream, isFirst }: { readonly stream: PieceStream; readonly isFirst: boolean },
): NianbaoError {
  const isThere = ({ definition }: FormTable['rows'][number]) => stream.find(wordingsOf(definition, table), 0);
  if (isFirst && !table.rows.some(isThere))
    return new NianbaoError('TABLE_MISSING', { table: table.definition.title }, { line: stream.lastLine });
  const row = cells[0]?.row.labels.join(' ') || table.definition.title;
  return new NianbaoError('TABLE_INCOMPLETE', { table: table.definition.title, row }, { line: stream.lastLine });
}

function findRows(stream: PieceStream, table: FormTable, from: number): FoundRow[] | NianbaoError {
  const rows: FoundRow[] = [];
  for (const cells of table.cells) {
    const row = cells[0]?.row.definition;
    const match = row && stream.find(wordingsOf(row, table), rows.at(-1)?.match.end ?? from);
    if (!match) return missingRow(table, cells, { stream, isFirst: rows.length === 0 });
    rows.push({ cells, match });
  }
  return rows;
}

function checkColumns(stream: PieceStream, { table, rows }: FoundTable, from: number): void {
  const [first] = rows;
  if (!first) return;
  const bare = first.cells[0]?.row.definition.label === '';
  const text = stream.textBetween(from, bare ? Number.POSITIVE_INFINITY : first.match.start);
  const column = findMisplacedColumn(table.definition.columns, text);
  if (column !== undefined)
    throw new NianbaoError(
      'COLUMN_MISSING',
      { table: table.definition.title, column },
      { line: first.match.startLine },
    );
}

/** Finds a table below its title, or without it where the title is only quoted by prose. */
function findTable(stream: PieceStream, table: FormTable, from: number): FoundTable {
  const title = stream.find([table.definition.title], from);
  const below = title ? findRows(stream, table, title.end) : undefined;
  const rows = Array.isArray(below) ? below : findRows(stream, table, from);
  if (!Array.isArray(rows)) throw rows;
  const found = { table, rows };
  checkColumns(stream, found, Array.isArray(below) ? (title?.end ?? from) : from);
  return found;
}

function findTables(stream: PieceStream, tables: readonly FormTable[]): FoundTable[] {
  const found: FoundTable[] = [];
  for (const table of tables) found.push(findTable(stream, table, found.at(-1)?.rows.at(-1)?.match.end ?? 0));
  return found;
}

interface RowPieces extends FoundRow {
  readonly pieces: readonly Piece[];
  readonly figures: readonly Piece[];
}

/** Where a table ends in a stream that goes on: at the title of the next one, or at its first row. */
function endOf(stream: PieceStream, rows: readonly FoundRow[], next: FoundTable | undefined): LabelMatch | undefined {
  const nextRow = next?.rows[0]?.match;
  if (!next || !nextRow) return undefined;
  const title = stream.find([next.table.definition.title], rows.at(-1)?.match.end ?? 0);
  return title && title.start < nextRow.start ? title : nextRow;
}

function piecesOfRows(
  stream: PieceStream,
  { rows }: FoundTable,
  next: FoundTable | undefined,
  heads: HeadWords,
): RowPieces[] {
  return rows.map((row, index) => {
    const inner = rows[index + 1]?.match;
    const pieces = stream.after(row.match, inner ?? endOf(stream, rows, next));
    const figures = inner ? pieces.filter(({ isFigure }) => isFigure) : lastRowFigures(pieces, heads);
    return { ...row, pieces: inner ? pieces : lastRowPieces(pieces, figures, row.match), figures };
  });
}

/** Behind a last row without figures only its own line belongs to it, and a short line that holds digits. */
function lastRowPieces(pieces: readonly Piece[], figures: readonly Piece[], { endLine }: LabelMatch): readonly Piece[] {
  if (figures.length > 0) return figures;
  return pieces.filter(
    ({ line, text }, index) => line === endLine || (index === 0 && text.length <= 12 && /\d/u.test(text)),
  );
}

/** Reads the tables of a chapter by the labels of their rows, in the order of the form. */
export function readTables(stream: PieceStream, tables: readonly FormTable[]): TableReading {
  const heads = new HeadWords(tables);
  const found = findTables(stream, tables);
  const rows = found.flatMap((table, index) => piecesOfRows(stream, table, found[index + 1], heads));
  const tableHasLines = rows.some(({ figures }) => figures.some(({ isAlone }) => !isAlone));
  const chapter = stream.textBetween(0, Number.POSITIVE_INFINITY);
  return {
    cells: rows.flatMap((row) => readRow({ ...row, line: row.match.startLine, heads, tableHasLines, chapter })),
    spans: rows.map(({ match, figures }) => [
      figures[0] ? Math.min(match.startLine, figures[0].line) : match.startLine,
      Math.max(match.endLine, figures.at(-1)?.line ?? 0),
    ]),
  };
}
