import type { PdfFile } from '../file/pdf-file.ts';
import { elementsOf, type Element } from './structure-tree.ts';

/** Rows of a table. */
export function rowsOf(table: Element): readonly Element[] {
  return elementsOf(table).filter(({ type }) => type === 'TR');
}

/** How many columns each row of a table has, with what spans into it; undefined when a cell spans beyond the last row. */
export function widthsOf(table: Element, file: PdfFile): readonly number[] | undefined {
  const rows = rowsOf(table);
  const widths = rows.map(() => 0);
  for (const [row, { kids }] of rows.entries()) {
    for (const kid of kids) {
      if (!('element' in kid)) continue;
      const [height, width] = [spanOf(kid.element, 'RowSpan', file), spanOf(kid.element, 'ColSpan', file)];
      if (row + height > rows.length) return undefined;
      for (let line = row; line < row + height; line += 1) widths[line] = widths[line]! + width;
    }
  }
  return widths;
}

function spanOf({ dict }: Element, name: string, file: PdfFile): number {
  const attributes = file.get(dict.get('A'));
  const list = Array.isArray(attributes) ? attributes : attributes === undefined ? [] : [attributes];
  const given = list.map((one) => file.get(one)).find((one) => one instanceof Map && one.has(name));
  return given instanceof Map ? Number(given.get(name)) : 1;
}
