import { Paragraph, Table, TableLayoutType, TableRow, TabStopType, TextRun, WidthType, type FileChild } from 'docx';
import { headerDepth, leafPaths, placeHeaders, type HeaderCell, type TableBlock } from 'nianbao/plugin-api';
import { cellOf, columnHeadCell, rowHeadCell, sideMargin, type CellLook } from './cells.ts';
import { sizes, textWidth } from './measures.ts';
import { plain } from './plain.ts';
import type { Words } from './words.ts';

// Of a letter's size; with some room, for no two faces are the same.
const digitWidth = 0.54;
const smallest = 10;

interface Layout {
  /** Columns of row heads, lines of column heads. */
  readonly heads: number;
  readonly lines: number;
  readonly columns: number;
}

function layoutOf({ rows, columns }: TableBlock): Layout {
  const labelled = leafPaths(rows).some((path) => path.some((label) => label !== ''));
  return {
    heads: labelled ? headerDepth(rows) : 0,
    lines: headerDepth(columns),
    columns: leafPaths(columns).length,
  };
}

// The heads of groups are narrow and stand above each other; the deepest heads are sentences.
function widthsOf({ heads, columns }: Layout): number[] {
  const groups = Array.from({ length: Math.max(0, heads - 1) }, () => Math.round(textWidth * 0.07));
  const deepest = heads === 0 ? [] : [Math.round(textWidth * (heads > 1 ? 0.25 : 0.3))];
  const left = textWidth - [...groups, ...deepest].reduce((sum, width) => sum + width, 0);
  return [...groups, ...deepest, ...Array.from({ length: columns }, () => Math.floor(left / Math.max(1, columns)))];
}

function headRows(table: TableBlock, { heads, lines }: Layout, look: CellLook): TableRow[] {
  const placed = placeHeaders(table.columns);
  return Array.from({ length: lines }, (_, line) => {
    const corner = line === 0 && heads > 0 ? [cellOf(table.corner, look, { columnSpan: heads, rowSpan: lines })] : [];
    const cells = placed.filter((head) => head.line === line).map((head) => columnHeadCell(head, look));
    return new TableRow({ tableHeader: true, cantSplit: true, children: [...corner, ...cells] });
  });
}

function startingAt(placed: readonly HeaderCell[], row: number): HeaderCell[] {
  return placed.filter((head) => head.position === row);
}

/** Letters so small that the longest figure fits into its column: a number that is broken reads as two. */
function figureLook({ cells }: TableBlock, layout: Layout, { size }: CellLook): CellLook {
  const longest = Math.max(1, ...cells.flat().map(({ text }) => text.length));
  const points = ((widthsOf(layout).at(-1) ?? 0) - 2 * sideMargin) / 20;
  return { size: Math.max(smallest, Math.min(size, Math.floor((points / (longest * digitWidth)) * 2))) };
}

function figureRows(table: TableBlock, layout: Layout, look: CellLook): TableRow[] {
  const { heads } = layout;
  const figures = figureLook(table, layout, look);
  const placed = heads === 0 ? [] : placeHeaders(table.rows);
  return table.cells.map((cells, row) => {
    const starting = startingAt(placed, row).map((head) => rowHeadCell(head, look));
    return new TableRow({
      cantSplit: true,
      children: [...starting, ...cells.map(({ text }) => cellOf(text, figures))],
    });
  });
}

function captionOf({ caption, unit }: TableBlock, words: Words): Paragraph[] {
  if (caption === '' && unit === '') return [];
  const aside = unit === '' ? [] : [new TextRun({ text: `\t${plain(words.unit(unit))}`, size: sizes.table })];
  const tabStops = [{ type: TabStopType.RIGHT, position: textWidth }];
  return [new Paragraph({ style: 'Caption', tabStops, children: [new TextRun(plain(caption)), ...aside] })];
}

/** A table with caption and notes; its head rows are marked, so that they are repeated and told by readers. */
export function tableParts(table: TableBlock, words: Words): FileChild[] {
  const layout = layoutOf(table);
  const look = { size: layout.heads + layout.columns > 6 ? sizes.wideTable : sizes.table };
  const drawn = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widthsOf(layout),
    rows: [...headRows(table, layout, look), ...figureRows(table, layout, look)],
  });
  const notes = table.notes.map((note) => new Paragraph({ style: 'Note', text: plain(`${words.note}${note}`) }));
  return [...captionOf(table, words), drawn, ...notes];
}
