import type { PdfFile } from '../file/pdf-file.ts';
import { elementsOf, type Element } from '../structure/structure-tree.ts';
import { widthsOf } from '../structure/table-spans.ts';

/** Tables whose rows do not hold the same number of cells, spans counted in (ISO 14289-1, 7.5). */
export function tableFaults(document: Element, file: PdfFile): readonly Element[] {
  return elementsOf(document).filter((element) => {
    return element.type === 'Table' && new Set(widthsOf(element, file) ?? [0, 1]).size > 1;
  });
}
