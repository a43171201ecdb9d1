import type { Worksheet } from '@cj-tech-master/excelts';
import { placeHeaders, type HeaderCell, type TableBlock } from 'nianbao/plugin-api';
import { writeFigure } from './figure-cell.ts';
import { formulasOf } from './formula.ts';
import { dress } from './look.ts';
import type { XlsxOptions } from './options.ts';
import { plain } from './plain.ts';
import { heightOf } from './row-height.ts';

/** Where a table stands on its sheet: its first row from 1, the columns of row heads, the lines of column heads. */
export interface TablePlace {
  readonly top: number;
  readonly heads: number;
  readonly lines: number;
}

interface Area {
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly width: number;
}

function writeHead(
  sheet: Worksheet,
  { row, column, height, width }: Area,
  text: string,
  kind: 'head' | 'rowHead',
): void {
  for (let line = row; line < row + height; line++)
    for (let position = column; position < column + width; position++) dress(sheet.getCell(line, position), kind);
  if (height > 1 || width > 1) sheet.mergeCells(row, column, row + height - 1, column + width - 1);
  if (text !== '') sheet.getCell(row, column).value = plain(text);
}

function columnArea(head: HeaderCell, { top, heads }: TablePlace): Area {
  return { row: top + head.line, column: heads + head.position + 1, height: head.lines, width: head.leaves };
}

function rowArea(head: HeaderCell, { top, lines }: TablePlace): Area {
  return { row: top + lines + head.position, column: head.line + 1, height: head.leaves, width: head.lines };
}

function writeHeads(sheet: Worksheet, table: TableBlock, place: TablePlace): void {
  const { top, heads, lines } = place;
  if (heads > 0) writeHead(sheet, { row: top, column: 1, height: lines, width: heads }, table.corner, 'head');
  for (const head of placeHeaders(table.columns)) writeHead(sheet, columnArea(head, place), head.label, 'head');
  if (heads === 0) return;
  for (const head of placeHeaders(table.rows)) writeHead(sheet, rowArea(head, place), head.label, 'rowHead');
}

function fitRows(sheet: Worksheet, table: TableBlock, place: TablePlace): void {
  const widthOf = ({ column, width }: Area) =>
    Array.from({ length: width }, (_, step) => sheet.getColumn(column + step).width ?? 9).reduce((a, b) => a + b, 0);
  const fit = (area: Area, text: string) => {
    const row = sheet.getRow(area.row);
    row.height = Math.max(row.height ?? 20, heightOf(text, widthOf(area), 10) / area.height);
  };
  for (const head of placeHeaders(table.columns)) fit(columnArea(head, place), head.label);
  if (place.heads === 0) return;
  for (const head of placeHeaders(table.rows).filter(({ leaf }) => leaf)) fit(rowArea(head, place), head.label);
}

/** Writes heads and figures of a table in the layout of the form, heads merged. */
export function writeTable(sheet: Worksheet, table: TableBlock, place: TablePlace, { formulas }: XlsxOptions): void {
  const { top, heads, lines } = place;
  writeHeads(sheet, table, place);
  const formulaOf = formulasOf(table, (row, column) => [top + lines + row - 1, heads + column]);
  table.cells.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const target = sheet.getCell(top + lines + row, heads + column + 1);
      writeFigure(target, cell, formulas ? formulaOf(row, column) : undefined);
    }),
  );
  fitRows(sheet, table, place);
}
