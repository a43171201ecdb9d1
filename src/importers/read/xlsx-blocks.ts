import type { SourceCell } from '../source.ts';
import type { Blocks } from './blocks.ts';

/** The heads of a sheet of text: chapters in the first column, their paragraphs in the second. */
const textHeads: readonly (readonly [string, string])[] = [
  ['章节', '内容'],
  ['Chapter', 'Content'],
];

function rowsOf(cells: readonly SourceCell[]): SourceCell[][] {
  const rows: SourceCell[][] = [];
  for (const cell of cells) (rows[cell.row] ??= []).push(cell);
  // A row that merged cells cover has none of its own.
  return Array.from(rows, (row: SourceCell[] | undefined) => row ?? []);
}

function textHeadRow(rows: readonly (readonly SourceCell[])[]): number {
  return rows.findIndex((row) =>
    textHeads.some((heads) => heads.every((head, column) => row.find((cell) => cell.column === column)?.text === head)),
  );
}

function addText(blocks: Blocks, rows: readonly (readonly SourceCell[])[]): void {
  for (const row of rows) {
    const [chapter, content] = [0, 1].map((column) => row.find((cell) => cell.column === column));
    if (chapter) blocks.heading(chapter.text, 2, chapter.line);
    if (content) blocks.paragraph(content.text, content.line);
  }
}

/** A row with a single text may be a line of prose, or a row of the table whose figure is blank: it is both. */
function addLines(blocks: Blocks, rows: readonly (readonly SourceCell[])[]): void {
  let first = true;
  for (const row of rows) {
    const [only, another] = row.filter(({ text }) => text !== '');
    if (only && !another && first) blocks.sheetTitle(only.text, only.line);
    else if (only && !another) blocks.rowText(only.text, only.line);
    first &&= only === undefined;
  }
}

/** Adds a sheet: one of text as it is read, any other as a table and as the lines that stand alone in a row. */
export function addSheet(blocks: Blocks, cells: readonly SourceCell[]): void {
  const rows = rowsOf(cells);
  const head = textHeadRow(rows);
  if (head >= 0) {
    for (const [cell] of rows.slice(0, head)) if (cell) blocks.paragraph(cell.text, cell.line);
    addText(blocks, rows.slice(head + 1));
    return;
  }
  addLines(blocks, rows);
  blocks.placed(cells);
}
