import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import type { Block, PrintableDocument } from 'nianbao/plugin-api';
import { dress, pageFooter, pageSetup } from './look.ts';
import { LONGEST_TEXT, plain } from './plain.ts';
import { heightOf } from './row-height.ts';
import type { TableSheet } from './sheets.ts';
import { wordsFor, type Words } from './words.ts';

const widths = [24, 84, 30] as const;

/** A row of the sheet: the heading of a chapter, or a text of it. */
interface TextRow {
  readonly kind: 'chapter' | 'subheading' | 'body';
  readonly text: string;
  readonly id?: string;
}

function runIn(block: Block | undefined): string {
  return block?.type === 'heading' && block.runIn ? block.text : '';
}

function rowsOf(block: Block, [before, after]: readonly (Block | undefined)[], words: Words): TextRow[] {
  if (block.type === 'table') return [];
  if (block.type === 'figure') return [{ kind: 'body', text: `${block.caption} ${block.alternative}` }];
  if (block.type === 'paragraph')
    return [{ kind: 'body', text: `${runIn(before)}${block.role === 'note' ? words.note : ''}${block.text}` }];
  if (block.runIn && after?.type === 'paragraph') return [];
  return [{ kind: block.level <= 2 ? 'chapter' : 'subheading', text: block.text, id: block.id }];
}

function textRows({ blocks, title }: PrintableDocument, words: Words): TextRow[] {
  const [first] = blocks;
  const titled = first?.type === 'heading' && first.level === 1 && first.text === title;
  const rows = blocks.flatMap((block, index) => rowsOf(block, [blocks[index - 1], blocks[index + 1]], words));
  return titled ? rows.slice(1) : rows;
}

// What does not fit into a cell goes on in the row below.
function parts(text: string): string[] {
  return Array.from({ length: Math.max(1, Math.ceil(text.length / LONGEST_TEXT)) }, (_, part) =>
    text.slice(part * LONGEST_TEXT, (part + 1) * LONGEST_TEXT),
  );
}

function addRow(sheet: Worksheet, { kind, text, id }: TextRow, sheets: readonly TableSheet[]): void {
  const column = kind === 'chapter' ? 1 : 2;
  for (const part of parts(plain(text))) {
    const row = sheet.addRow([]);
    row.getCell(column).value = part;
    dress(row.getCell(column), kind);
    row.height = heightOf(part, widths[column - 1] ?? 0, 11);
    const target = kind === 'chapter' ? sheets.find((other) => other.id === id) : undefined;
    if (!target) continue;
    row.getCell(3).value = { text: target.name, hyperlink: `#'${target.name.replaceAll("'", "''")}'!A1` };
    dress(row.getCell(3), 'body');
  }
}

function addHead(sheet: Worksheet, title: string, words: Words): void {
  sheet.addRow([plain(title)]);
  sheet.mergeCells(1, 1, 1, 3);
  dress(sheet.getCell(1, 1), 'title');
  sheet.getRow(1).height = 36;
  sheet.addRow([words.chapter, words.content, words.tables]);
  for (const column of [1, 2, 3]) dress(sheet.getCell(2, column), 'head');
}

/** The first sheet: title, then chapters in the first column and their text in the second, one paragraph a row. */
export function addTextSheet(workbook: Workbook, document: PrintableDocument, sheets: readonly TableSheet[]): void {
  const words = wordsFor(document.language);
  const sheet = workbook.addWorksheet(words.text, {
    pageSetup: { ...pageSetup('portrait'), printTitlesRow: '2:2' },
    headerFooter: pageFooter,
    views: [{ state: 'frozen', ySplit: 2, showGridLines: false }],
  });
  sheet.columns = widths.map((width) => ({ width }));
  addHead(sheet, document.title, words);
  for (const row of textRows(document, words)) addRow(sheet, row, sheets);
}
