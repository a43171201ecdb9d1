import type { PdfFile } from '../file/pdf-file.ts';
import { dictOf } from '../file/values.ts';
import { withKids, type Element, type Kid } from './structure-tree.ts';

const partsOfItem = new Set(['Lbl', 'LBody']);

/** The element with what PDF/UA asks of lists and figures: a body in each list item, a text or no figure. */
export function withStandardTypes(file: PdfFile, element: Element): Element {
  const kids = element.kids.map((kid) => ('element' in kid ? { element: withStandardTypes(file, kid.element) } : kid));
  if (element.type === 'LI') return withKids(element, withListBody(file, kids));
  // The browser makes a figure of what stands around a picture and its caption.
  const isWrapper = element.type === 'Figure' && !element.dict.has('Alt') && !kids.some((kid) => 'item' in kid);
  return { ...element, kids, type: isWrapper ? 'Div' : element.type };
}

function isPlaced(kid: Kid): boolean {
  return 'element' in kid && partsOfItem.has(kid.element.type);
}

function withListBody(file: PdfFile, kids: readonly Kid[]): readonly Kid[] {
  const loose = kids.filter((kid) => !isPlaced(kid));
  if (loose.length === 0) return kids;
  const dict = dictOf({ Type: '/StructElem', S: '/LBody' });
  const body: Element = { ref: file.add(dict), dict, type: 'LBody', kids: loose };
  return [...kids.filter(isPlaced), { element: body }];
}
