import { refuseTooLarge } from '../grid/place-cells.ts';
import type { SourceCell } from '../source.ts';
import { oneLine, type Blocks } from './blocks.ts';
import { contentOf, paragraphText } from './docx-text.ts';
import { find, type XmlElement } from './xml.ts';

type Growing = { -readonly [Key in keyof SourceCell]: SourceCell[Key] };

function numberIn(element: XmlElement | undefined, fallback: number): number {
  const value = Number(element?.attributes['val'] ?? fallback);
  return Number.isInteger(value) && value >= 0 ? value : fallback;
}

/** The paragraphs of a cell, also those of tables inside it. */
function paragraphsIn(cell: XmlElement): XmlElement[] {
  return contentOf(cell).flatMap((part) => {
    if (part.name === 'p') return [part];
    return part.name === 'tbl' || part.name === 'tr' || part.name === 'tc' ? paragraphsIn(part) : [];
  });
}

/** Whether the cell goes on the one above it. */
function continues(cell: XmlElement): boolean {
  const merge = find(cell, 'tcPr', 'vMerge');
  return merge !== undefined && merge.attributes['val'] !== 'restart';
}

/** Places the cells of a table as Word lists them: by columns of the grid, merged cells once for each row. */
class TableCells {
  readonly cells: Growing[] = [];
  #slots = 0;
  #above = new Map<number, Growing>();

  add(row: XmlElement, index: number, nextLine: () => number): void {
    const below = new Map<number, Growing>();
    let column = numberIn(find(row, 'trPr', 'gridBefore'), 0);
    for (const cell of contentOf(row).filter(({ name }) => name === 'tc')) {
      const columnSpan = Math.max(1, numberIn(find(cell, 'tcPr', 'gridSpan'), 1));
      refuseTooLarge((this.#slots += columnSpan));
      below.set(column, this.#place(cell, { row: index, column, columnSpan }, nextLine));
      column += columnSpan;
    }
    this.#above = below;
  }

  #place(cell: XmlElement, place: Pick<SourceCell, 'row' | 'column' | 'columnSpan'>, nextLine: () => number): Growing {
    const paragraphs = paragraphsIn(cell).map((paragraph) => ({ text: paragraphText(paragraph), line: nextLine() }));
    const above = continues(cell) ? this.#above.get(place.column) : undefined;
    if (above) {
      above.rowSpan += 1;
      return above;
    }
    const text = oneLine(paragraphs.map((paragraph) => paragraph.text).join(' '));
    const placed = { ...place, rowSpan: 1, text, line: paragraphs[0]?.line ?? 0 };
    this.cells.push(placed);
    return placed;
  }
}

/** The cells of a table that only lays out a page, for it has tables in them; none of any other. */
export function cellsForLayout(table: XmlElement): XmlElement[] {
  const rows = contentOf(table).filter(({ name }) => name === 'tr');
  const cells = rows.flatMap((row) => contentOf(row).filter(({ name }) => name === 'tc'));
  return cells.some((cell) => contentOf(cell).some(({ name }) => name === 'tbl')) ? cells : [];
}

/** Adds a table. Rows that were deleted under tracked changes are left out. */
export function addTable(blocks: Blocks, table: XmlElement, nextLine: () => number): void {
  const rows = contentOf(table).filter(({ name }) => name === 'tr');
  const placed = new TableCells();
  rows.filter((row) => !find(row, 'trPr', 'del')).forEach((row, index) => placed.add(row, index, nextLine));
  blocks.placed(placed.cells);
}
