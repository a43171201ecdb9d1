import { leafPaths, type TableBlock } from 'nianbao/plugin-api';
import { fitClasses } from './fit.ts';
import { renderTableFindings, type Findings } from './findings.ts';
import { headsOf, type Heads } from './heads.ts';
import { attributes, markup, type Markup } from './markup.ts';
import { isWide, type Part } from './parts.ts';
import { renderTableBody } from './table-body.ts';
import { renderColumnGroups, renderTableHead } from './table-head.ts';
import type { Words } from './words.ts';

/** What the drawing of tables needs to know beside the tables. */
export interface TableStyle {
  readonly words: Words;
  /** Wide tables stand in a box that scrolls. */
  readonly scrolls: boolean;
  readonly findings: Findings | undefined;
  /** Language of what the document holds as it was written, where it is not the page's. */
  readonly written: string | undefined;
}

function isSaidByHead(unit: string, table: TableBlock): boolean {
  return leafPaths(table.columns)
    .flat()
    .some((label) => label.includes(unit));
}

function renderCaption(table: TableBlock, heading: string, words: Words): Markup {
  // Under a heading of the same words the screen leaves the name to those who jump from table to table. What is hidden
  // is lost in a PDF, so paper shows it.
  const repeated = table.caption !== '' && heading.endsWith(table.caption);
  const name = markup`<span class="${repeated ? 'name repeated' : 'name'}">${table.caption}</span>`;
  const unit = words.unit(table.unit);
  const shown = table.unit !== '' && !isSaidByHead(unit, table);
  const aside = shown ? markup` <span class="unit">${unit}</span>` : '';
  return markup`<caption id="${table.id}__caption"><span class="line">${name}${aside}</span></caption>\n`;
}

function renderNotes({ id, notes }: TableBlock, words: Words): Markup {
  if (notes.length === 0) return markup``;
  const paragraphs = notes.map((note) => markup`<p class="note">${words.note}${note}</p>\n`);
  return markup`<div class="notes" id="${id}__notes">\n${paragraphs}</div>\n`;
}

// What has more rows does not fit on a page with its heads and a heading.
const longestOnPage = 30;

function lookOf(table: TableBlock, rows: Heads): string {
  const width = isWide(table) ? `wide heads-${Math.min(rows.depth, 3)} ${fitClasses(table, rows.depth)}` : 'narrow';
  return table.cells.length > longestOnPage ? `${width} long` : width;
}

function renderTable(table: TableBlock, heading: string, { words, findings, written }: TableStyle): Markup {
  const rows = headsOf(table.rows, `${table.id}__r`);
  const columns = headsOf(table.columns, `${table.id}__c`);
  const start = attributes({
    id: table.id,
    class: lookOf(table, rows),
    'aria-describedby': table.notes.length > 0 ? `${table.id}__notes` : undefined,
  });
  const head = markup`${renderColumnGroups(rows, columns)}${renderTableHead(table, rows, columns)}`;
  const body = renderTableBody({ table, rows, columns, words, findings, written });
  return markup`<table${start}>\n${renderCaption(table, heading, words)}${head}${body}</table>\n`;
}

function renderOne(table: TableBlock, heading: string, style: TableStyle): Markup {
  const { words, findings } = style;
  const drawn = renderTable(table, heading, style);
  const notes = markup`${renderNotes(table, words)}${renderTableFindings(table, findings, words)}`;
  if (!style.scrolls || !isWide(table)) return markup`${drawn}${notes}`;
  const region = attributes({
    class: 'scroll',
    role: 'group',
    tabindex: 0,
    'aria-labelledby': `${table.id}__caption`,
  });
  return markup`<div${region}>\n${drawn}</div>\n${notes}`;
}

/** Draws tables that follow each other; several narrow ones adjoin like parts of one. */
export function renderTables({ tables, heading }: Extract<Part, { type: 'tables' }>, style: TableStyle): Markup {
  const drawn = tables.map((table) => renderOne(table, heading, style));
  return markup`<div class="${tables.length > 1 ? 'tables stack' : 'tables'}">\n${drawn}</div>`;
}
