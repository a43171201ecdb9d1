import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Cell } from '#forms/form.ts';
import { declaredUnit, readFigure, type FigureReading } from './figure-text.ts';
import type { HeadWords } from './head-words.ts';
import type { Piece } from './pieces.ts';
import { excerpt } from './excerpt.ts';

/** A cell and what stands in it. */
export type CellReading = readonly [cell: Cell, reading: FigureReading];

/** A row's place for errors. */
interface Place {
  readonly cells: readonly Cell[];
  readonly line: number;
}

function nameOf({ cells }: Place): { table: string; row: string } {
  const [cell] = cells;
  const table = cell?.table.definition.title ?? '';
  return { table, row: cell?.row.definition.label || table };
}

function unreadable(place: Place, raw: string, line: number): NianbaoError {
  return new NianbaoError('CELL_UNREADABLE', { ...nameOf(place), raw: excerpt(raw) }, { line });
}

/**
 * The figures that follow the label of a table's last row: they end where other text begins. A figure too many that
 * stands on the same line, or on a line of nothing but figures, is one of the row's and makes it unreadable.
 */
export function lastRowFigures(pieces: readonly Piece[], heads: HeadWords): Piece[] {
  const figures: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.isFigure) figures.push(piece);
    else if (figures.length > 0 || !heads.contains(piece.text)) return withoutProse(figures, pieces.slice(index));
  }
  return figures;
}

/** Figures at the beginning of a line of prose, such as “2024 年”, belong to the prose. */
function withoutProse(figures: readonly Piece[], rest: readonly Piece[]): Piece[] {
  const proseLine = rest[0]?.line;
  const before = figures.filter(({ line }) => line !== proseLine);
  return before.length > 0 ? before : [...figures];
}

/** Text that stands where figures should; undefined when there is none. */
function foreignText(pieces: readonly Piece[], heads: HeadWords): Piece | undefined {
  return pieces.find((piece) => !piece.isFigure && !heads.contains(piece.text));
}

/** A number by itself between blank lines, in a row whose other figures share a line, may be a page's. */
function checkDoubtful(place: Place, figures: readonly Piece[], tableHasLines: boolean): void {
  const alone = figures.find(({ isAlone }) => isAlone);
  if (!alone) return;
  const mixed = figures.length === 1 ? tableHasLines : figures.some(({ isAlone }) => !isAlone);
  if (mixed)
    throw new NianbaoError('CELL_DOUBTFUL', { ...nameOf(place), raw: excerpt(alone.text) }, { line: alone.line });
}

function readCells(place: Place, figures: readonly Piece[], unit = ''): CellReading[] {
  return place.cells.map((cell, index): CellReading => {
    const piece = figures[index];
    if (!piece) return [cell, { value: null, raw: '', place: { line: place.line } }];
    const reading = readFigure(piece.text, cell.kind, unit);
    if (!reading) throw unreadable(place, piece.text, piece.line);
    return [cell, { ...reading, place: { line: piece.line } }];
  });
}

/** What a row is read from. */
export interface RowText extends Place {
  readonly figures: readonly Piece[];
  /** Everything that stands in the row, the figures among it. */
  readonly pieces: readonly Piece[];
  readonly heads: HeadWords;
  /** Rows of the chapter have their figures on a line with something else. */
  readonly tableHasLines: boolean;
  /** Folded text of the chapter, which may name a unit. */
  readonly chapter: string;
}

/**
 * Reads a row: all of its figures, or none at all where it is blank. With some of them missing or too many, which ones
 * can not be known; with other text in their place, it is no blank.
 */
export function readRow(row: RowText): CellReading[] {
  const { cells, figures, pieces, heads, line, tableHasLines } = row;
  if (figures.length === cells.length) {
    checkDoubtful(row, figures, tableHasLines);
    return readCells(row, figures, declaredUnit(row.chapter));
  }
  if (figures.length > 0) {
    const counts = { expected: cells.length, found: figures.length };
    throw new NianbaoError('ROW_UNREADABLE', { ...nameOf(row), ...counts }, { line });
  }
  const foreign = foreignText(pieces, heads);
  if (foreign) throw unreadable(row, foreign.text, foreign.line);
  return readCells(row, []);
}
