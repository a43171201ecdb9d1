import type { TableBlock, TableCell } from 'nianbao/plugin-api';
import { findingsAt, type Findings } from './findings.ts';
import { headIdsByLeaf, type Head, type Heads } from './heads.ts';
import { attributes, markup, type Markup } from './markup.ts';
import { spanned } from './table-head.ts';
import type { Words } from './words.ts';

/** A table with its heads placed. */
export interface PlacedTable {
  readonly table: TableBlock;
  readonly rows: Heads;
  readonly columns: Heads;
  readonly words: Words;
  readonly findings: Findings | undefined;
  /** Language of what stands in cells as it was written, where it is not the page's. */
  readonly written: string | undefined;
}

function renderRowHead(head: Head): Markup {
  const spans = { rowspan: spanned(head.leaves), colspan: spanned(head.lines) };
  if (head.label === '') return markup`<td${attributes(spans)}></td>`;
  const scope = head.leaf ? 'row' : 'rowgroup';
  return markup`<th${attributes({ id: head.id, scope, headers: head.above, ...spans })}>${head.label}</th>`;
}

function classOf(empty: boolean, marked: boolean): string | undefined {
  const classes = [...(empty ? ['empty'] : []), ...(marked ? ['marked'] : [])];
  return classes.length === 0 ? undefined : classes.join(' ');
}

function renderText({ state, text }: TableCell, { words, written }: PlacedTable): Markup | string {
  if (state === 'empty') return words.empty;
  return state === 'nil' && written !== undefined ? markup`<span lang="${written}">${text}</span>` : text;
}

const absent: TableCell = { text: '', state: 'empty', path: '' };

function renderCell(cell: TableCell, headers: string, placed: PlacedTable): Markup {
  const { id, describedBy, marks } = findingsAt(cell.path, placed.findings, placed.words);
  const start = attributes({
    id,
    headers: headers === '' ? undefined : headers,
    class: classOf(cell.state === 'empty', describedBy !== undefined),
    'aria-describedby': describedBy,
  });
  return markup`<td${start}>${renderText(cell, placed)}${marks}</td>`;
}

function renderRows(placed: PlacedTable): Markup[] {
  const { table, rows, columns } = placed;
  const rowIds = headIdsByLeaf(rows);
  const columnIds = headIdsByLeaf(columns);
  return rowIds.map((above, index) => {
    const starting = rows.depth === 0 ? [] : rows.cells.filter((head) => head.position === index);
    const cells = columnIds.map((ids, column) =>
      renderCell(table.cells[index]?.[column] ?? absent, `${above} ${ids}`.trim(), placed),
    );
    return markup`<tr>${starting.map(renderRowHead)}${cells}</tr>\n`;
  });
}

// A head with scope `rowgroup` reaches to the end of its tbody, so each outermost group has one of its own.
function firstRowsOfBodies({ cells }: Heads): number[] {
  const outermost = cells.filter((head) => head.line === 0);
  const starts = outermost.filter((head, index) => index === 0 || !head.leaf || !outermost[index - 1]?.leaf);
  return starts.map((head) => head.position);
}

/** The bodies of the table: one for each group of rows, one for each run of rows without a group. */
export function renderTableBody(placed: PlacedTable): Markup {
  const rows = renderRows(placed);
  const starts = firstRowsOfBodies(placed.rows);
  const bodies = starts.map((start, index) => rows.slice(start, starts[index + 1]));
  return markup`${bodies.map((body) => markup`<tbody>\n${body}</tbody>\n`)}`;
}
