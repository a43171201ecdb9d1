import { refuseTooLarge } from '../grid/place-cells.ts';
import type { SourceCell } from '../source.ts';
import { oneLine } from './blocks.ts';
import { childrenNamed, find, type XmlElement } from './xml.ts';
import type { CellValues } from './xlsx-values.ts';

/** Row and column as the sheet counts them, from 1. */
interface Address {
  readonly row: number;
  readonly column: number;
}

interface Range {
  readonly first: Address;
  readonly last: Address;
}

interface Written extends Address {
  readonly text: string;
}

function addressOf(reference: string): Address | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? last : lettersOf(Math.floor((column - 1) / 26)) + last;
}

function writtenCells(sheet: XmlElement | undefined, values: CellValues): Written[] {
  const rows = childrenNamed(find(sheet, 'sheetData'), 'row');
  return rows.flatMap((row) =>
    childrenNamed(row, 'c').flatMap((cell) => {
      const address = addressOf(cell.attributes['r'] ?? '');
      return address ? [{ ...address, text: oneLine(values(cell)) }] : [];
    }),
  );
}

function mergedRanges(sheet: XmlElement | undefined): Range[] {
  return childrenNamed(find(sheet, 'mergeCells'), 'mergeCell').flatMap(({ attributes }) => {
    const [first, last] = (attributes['ref'] ?? '').split(':').map(addressOf);
    return first && last ? [{ first, last }] : [];
  });
}

/** The rows or columns that are used, each with its place among them: a sheet may use the first and the millionth. */
function places(used: readonly number[]): ReadonlyMap<number, number> {
  return new Map([...new Set(used)].sort((a, b) => a - b).map((number, place) => [number, place]));
}

function spanOf(used: ReadonlyMap<number, number>, first: number, last: number): number {
  return [...used.keys()].filter((number) => first <= number && number <= last).length;
}

function keyOf({ row, column }: Address): string {
  return `${row}:${column}`;
}

/** A sheet's cells without the rows and columns that nobody used; blank cells are there, covered ones are not. */
export function readSheet(root: XmlElement, values: CellValues, name = ''): SourceCell[] {
  const sheet = find(root, 'worksheet');
  const written = writtenCells(sheet, values);
  const rows = places(written.map(({ row }) => row));
  const columns = places(written.map(({ column }) => column));
  refuseTooLarge(rows.size * columns.size);
  const texts = new Map(written.map((cell) => [keyOf(cell), cell.text]));
  const ranges = new Map(mergedRanges(sheet).map((range) => [keyOf(range.first), range]));
  const cell = (row: number, column: number): SourceCell => {
    const range = ranges.get(keyOf({ row, column }));
    return {
      row: rows.get(row) ?? 0,
      column: columns.get(column) ?? 0,
      rowSpan: range ? spanOf(rows, row, range.last.row) : 1,
      columnSpan: range ? spanOf(columns, column, range.last.column) : 1,
      text: texts.get(keyOf({ row, column })) ?? '',
      line: row,
      place: { cell: `${lettersOf(column)}${row}`, ...(name === '' ? {} : { sheet: name }) },
    };
  };
  return uncovered([...rows.keys()].flatMap((row) => [...columns.keys()].map((column) => cell(row, column))));
}

/** Without the cells that lie under a merged one. */
function uncovered(cells: readonly SourceCell[]): SourceCell[] {
  const taken = new Set<string>();
  let slots = 0;
  return cells.filter((cell) => {
    if (taken.has(keyOf(cell))) return false;
    refuseTooLarge((slots += cell.rowSpan * cell.columnSpan));
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        taken.add(keyOf({ row, column }));
    return true;
  });
}
