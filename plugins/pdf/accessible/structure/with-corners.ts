import type { PdfFile } from '../file/pdf-file.ts';
import { dictOf } from '../file/values.ts';
import { withKids, type Element, type Kid } from './structure-tree.ts';
import { rowsOf, widthsOf } from './table-spans.ts';

/**
 * The element with the corners of its tables: the browser leaves out an empty cell that several rows of heads have
 * beside them, and with it the table's regularity.
 */
export function withCorners(file: PdfFile, element: Element): Element {
  const kids = element.kids.map((kid) => ('element' in kid ? { element: withCorners(file, kid.element) } : kid));
  const whole = withKids(element, kids);
  return element.type === 'Table' ? withCorner(file, whole) : whole;
}

function withCorner(file: PdfFile, table: Element): Element {
  const widths = widthsOf(table, file) ?? [];
  const lacking = widths.map((width) => Math.max(...widths) - width);
  const [columns = 0] = lacking;
  const rows = lacking.findIndex((count) => count === 0);
  const isCorner = columns > 0 && lacking.slice(0, rows).every((count) => count === columns);
  if (!isCorner || lacking.slice(rows).some((count) => count > 0)) return table;
  return withFirstCell(table, rowsOf(table)[0]!, emptyCell(file, rows, columns));
}

function emptyCell(file: PdfFile, rows: number, columns: number): Element {
  const spans = dictOf({ O: '/Table', RowSpan: String(rows), ColSpan: String(columns) });
  const dict = dictOf({ Type: '/StructElem', S: '/TD', A: spans });
  return { ref: file.add(dict), dict, type: 'TD', kids: [] };
}

function withFirstCell(element: Element, row: Element, cell: Element): Element {
  if (element === row) return withKids(row, [{ element: cell }, ...row.kids]);
  const kids = element.kids.map((kid): Kid =>
    'element' in kid ? { element: withFirstCell(kid.element, row, cell) } : kid,
  );
  return withKids(element, kids);
}
