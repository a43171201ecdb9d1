import type { PdfFile } from '../file/pdf-file.ts';
import { elementsOf, type Element } from '../structure/structure-tree.ts';

/** Tables whose rows do not hold the same number of cells, spans counted in (ISO 14289-1, 7.5). */
export function tableFaults(document: Element, file: PdfFile): readonly Element[] {
  return [...elementsOf(document)].filter((element) => element.type === 'Table' && !isRegular(element, file));
}

function isRegular(table: Element, file: PdfFile): boolean {
  const rows = [...elementsOf(table)].filter(({ type }) => type === 'TR');
  const filled = rows.map(() => 0);
  for (const [row, { kids }] of rows.entries()) {
    for (const kid of kids) {
      if (!('element' in kid)) continue;
      const height = spanOf(kid.element, 'RowSpan', file);
      const width = spanOf(kid.element, 'ColSpan', file);
      if (row + height > rows.length) return false;
      for (let line = row; line < row + height; line += 1) filled[line] = filled[line]! + width;
    }
  }
  return new Set(filled).size <= 1;
}

function spanOf({ dict }: Element, name: string, file: PdfFile): number {
  const attributes = file.get(dict.get('A'));
  const list = Array.isArray(attributes) ? attributes : attributes === undefined ? [] : [attributes];
  const given = list.map((one) => file.get(one as never)).find((one) => one instanceof Map && one.has(name));
  return given instanceof Map ? Number(given.get(name)) : 1;
}
