import type { TableBlock } from 'nianbao/plugin-api';
import { attributes, markup, type Markup } from './markup.ts';
import type { Head, Heads } from './heads.ts';

/** A span of 1 goes without saying. */
export function spanned(count: number): number | undefined {
  return count > 1 ? count : undefined;
}

function renderColumnHead(head: Head): Markup {
  const spans = { colspan: spanned(head.leaves), rowspan: spanned(head.lines) };
  if (head.label === '') return markup`<td${attributes(spans)}></td>`;
  const scope = head.leaf ? 'col' : 'colgroup';
  return markup`<th${attributes({ id: head.id, scope, headers: head.above, ...spans })}>${head.label}</th>`;
}

function renderCorner(corner: string, rows: Heads, columns: Heads): Markup {
  if (rows.depth === 0) return markup``;
  const spans = { colspan: spanned(rows.depth), rowspan: spanned(columns.depth) };
  if (corner === '') return markup`<td${attributes({ class: 'corner', ...spans })}></td>`;
  const scope = rows.depth > 1 ? 'colgroup' : 'col';
  return markup`<th${attributes({ class: 'corner', scope, ...spans })}>${corner}</th>`;
}

/** Column groups: one for the heads of rows, one for each outermost column head. */
export function renderColumnGroups(rows: Heads, columns: Heads): Markup {
  const lines = Array.from({ length: rows.depth }, (_, line) => {
    const name = line === rows.depth - 1 ? 'row-head' : 'row-group';
    return markup`<col class="${name}">`;
  });
  const heads = rows.depth > 0 ? markup`<colgroup>${lines}</colgroup>\n` : '';
  const figures = columns.cells
    .filter((head) => head.line === 0)
    .map((head) => markup`<colgroup><col${attributes({ class: 'figure', span: spanned(head.leaves) })}></colgroup>\n`);
  return markup`${heads}${figures}`;
}

/** The lines of column heads, with the corner in the first. */
export function renderTableHead(table: TableBlock, rows: Heads, columns: Heads): Markup {
  const lines = Array.from({ length: columns.depth }, (_, line) => {
    const corner = line === 0 ? renderCorner(table.corner, rows, columns) : '';
    const heads = columns.cells.filter((head) => head.line === line).map(renderColumnHead);
    return markup`<tr>${corner}${heads}</tr>\n`;
  });
  return columns.depth === 0 ? markup`` : markup`<thead>\n${lines}</thead>\n`;
}
