import type { ListedCell } from '../grid/place-cells.ts';
import type { Blocks } from './blocks.ts';
import { attribute, childrenOf, isElement, lineOf, textOf, type Element } from './html-tree.ts';

/** As HTML has it. */
const widestSpan = 1000;

/** Rows of the table itself, not of tables inside its cells. */
function rowsOf(element: Element): Element[] {
  return childrenOf(element)
    .filter(isElement)
    .flatMap((child) =>
      child.tagName === 'tr' ? [child] : /^t(?:head|body|foot)$/u.test(child.tagName) ? rowsOf(child) : [],
    );
}

function spanOf(cell: Element, name: 'rowspan' | 'colspan'): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
  // A row span of zero reaches to the end; a column span of zero is one.
  if (name === 'rowspan' && span === 0) return 0;
  return Number.isNaN(span) || span < 1 ? 1 : Math.min(span, widestSpan);
}

// Our pages say “空” in a blank cell, for those who listen.
function cellText(cell: Element): string {
  return /^empty(?: marked)?$/u.test(attribute(cell, 'class') ?? '') ? '' : textOf(cell);
}

function cellsOf(row: Element): ListedCell[] {
  const cells = childrenOf(row).filter((child) => isElement(child) && /^t[dh]$/u.test(child.tagName)) as Element[];
  return cells.map((cell) => ({
    text: cellText(cell),
    line: lineOf(cell),
    rowSpan: spanOf(cell, 'rowspan'),
    columnSpan: spanOf(cell, 'colspan'),
  }));
}

/** Tables that only lay out a page hold blocks, tables among them, in their cells. */
function isLayout(rows: readonly Element[]): boolean {
  return rows.some((row) => childrenOf(row).some((cell) => isElement(cell) && holdsTable(cell)));
}

function holdsTable(element: Element): boolean {
  return childrenOf(element).some((child) => isElement(child) && (child.tagName === 'table' || holdsTable(child)));
}

/** Adds a table; one without its end tag was cut. Cells of a table for layout are handed back to be read as content. */
export function addHtmlTable(blocks: Blocks, table: Element, addCell: (cell: Element) => void): void {
  const rows = rowsOf(table);
  if (isLayout(rows)) {
    for (const row of rows) for (const cell of childrenOf(row).filter(isElement)) addCell(cell);
    return;
  }
  blocks.table(rows.map(cellsOf), table.sourceCodeLocation?.endTag === undefined);
}
