import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import { headerDepth, leafPaths, type PrintableDocument, type TableBlock } from 'nianbao/plugin-api';
import { dress, pageFooter, pageSetup } from './look.ts';
import type { XlsxOptions } from './options.ts';
import { plain } from './plain.ts';
import type { TableSheet } from './sheets.ts';
import { writeTable, type TablePlace } from './table-rows.ts';
import { wordsFor } from './words.ts';

/** What all sheets of a workbook have in common. */
export interface Setting {
  readonly document: PrintableDocument;
  readonly options: XlsxOptions;
}

const widestOnPortrait = 11;

function isLabelled({ rows }: TableBlock): boolean {
  return leafPaths(rows).some((path) => path.some((label) => label !== ''));
}

function placeOf(table: TableBlock, top: number): TablePlace {
  return { top, heads: isLabelled(table) ? headerDepth(table.rows) : 0, lines: headerDepth(table.columns) };
}

function columnsOf(table: TableBlock): number {
  return placeOf(table, 0).heads + leafPaths(table.columns).length;
}

function widths(tables: readonly TableBlock[]): number[] {
  const columns = Math.max(1, ...tables.map(columnsOf));
  const heads = Math.max(...tables.map((table) => placeOf(table, 0).heads));
  return Array.from({ length: columns }, (_, column) => {
    if (column >= heads) return columns > widestOnPortrait ? 9 : tables.length > 1 ? 16 : 11;
    return column === heads - 1 ? 30 : 11;
  });
}

function addLine(sheet: Worksheet, text: string, columns: number, kind: 'title' | 'caption' | 'note'): void {
  const row = sheet.addRow([plain(text)]);
  if (columns > 1) sheet.mergeCells(row.number, 1, row.number, columns);
  dress(row.getCell(1), kind);
  row.height = kind === 'title' ? 30 : 20;
}

function addTable(sheet: Worksheet, table: TableBlock, columns: number, { document, options }: Setting): TablePlace {
  const words = wordsFor(document.language);
  addLine(sheet, `${table.caption}${table.unit === '' ? '' : words.unit(table.unit)}`, columns, 'caption');
  const place = placeOf(table, sheet.rowCount + 1);
  writeTable(sheet, table, place, options);
  for (const note of table.notes) addLine(sheet, `${words.note}${note}`, columns, 'note');
  return place;
}

function freeze(sheet: Worksheet, { top, heads, lines }: TablePlace, single: boolean): void {
  const ySplit = single ? top + lines - 1 : 1;
  sheet.views = [{ state: 'frozen', xSplit: single ? heads : 0, ySplit, showGridLines: false }];
  if (single) sheet.pageSetup.printTitlesRow = `${top}:${top + lines - 1}`;
}

/** A sheet with the tables of a chapter, one below the other. */
export function addTableSheet(workbook: Workbook, { name, heading, tables }: TableSheet, setting: Setting): void {
  const columnWidths = widths(tables);
  const columns = columnWidths.length;
  const sheet = workbook.addWorksheet(name, {
    pageSetup: pageSetup(columns > widestOnPortrait ? 'landscape' : 'portrait'),
    headerFooter: pageFooter,
  });
  sheet.columns = columnWidths.map((width) => ({ width }));
  addLine(sheet, heading, columns, 'title');
  const places = tables.map((table, index) => {
    if (index > 0) sheet.addRow([]);
    return addTable(sheet, table, columns, setting);
  });
  if (places[0]) freeze(sheet, places[0], tables.length === 1);
}
