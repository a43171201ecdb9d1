import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import type { MarkedItem } from './marked-content.ts';
import { elementsOf, itemsOf, withKids, type Element, type Item, type Kid } from './structure-tree.ts';

/** The marked items of each page by their numbers. */
export type Pages = ReadonlyMap<PDFRef, ReadonlyMap<number, MarkedItem>>;

/** Items that leave the structure tree, by page. */
export type Removed = ReadonlyMap<PDFRef, ReadonlySet<number>>;

function collect(items: Iterable<Item>): Removed {
  const removed = new Map<PDFRef, Set<number>>();
  for (const { page, mcid } of items) removed.set(page, (removed.get(page) ?? new Set()).add(mcid));
  return removed;
}

/** Items that show no text and no picture: borders and backgrounds. */
export function layoutItems(document: Element, pages: Pages): Removed {
  return collect(
    [...itemsOf(document)].filter(({ page, mcid }) => {
      const marked = pages.get(page)?.get(mcid);
      return marked !== undefined && marked.shown === '' && !marked.isDrawn;
    }),
  );
}

/** Items of a table's heads that show on a further page what they showed before; nobody wants to hear them again. */
export function repeatedItems(document: Element, pages: Pages): Removed {
  return collect(
    [...elementsOf(document)].filter(({ type }) => type === 'TH').flatMap((head) => repeatedIn(head, pages)),
  );
}

function repeatedIn(head: Element, pages: Pages): Item[] {
  const byPage = new Map<PDFRef, Item[]>();
  for (const item of itemsOf(head)) byPage.set(item.page, [...(byPage.get(item.page) ?? []), item]);
  const [first, ...others] = [...byPage.values()];
  const shown = (items: readonly Item[]) =>
    items
      .map(({ page, mcid }) => pages.get(page)?.get(mcid)?.shown ?? '')
      .filter((text) => text !== '')
      .join(' ');
  return others.filter((items) => first && shown(items) === shown(first)).flat();
}

/** The element without those items, and without what holds nothing then; cells of tables stay, empty. */
export function withoutItems(element: Element, removed: Removed): Element {
  const kids = element.kids.flatMap((kid): Kid[] => {
    if ('item' in kid) return removed.get(kid.item.page)?.has(kid.item.mcid) === true ? [] : [kid];
    if (!('element' in kid)) return [kid];
    const left = withoutItems(kid.element, removed);
    return left.kids.length > 0 || /^T[DH]$/u.test(left.type) ? [{ element: left }] : [];
  });
  return withKids(element, kids);
}

const partsOfItem = new Set(['Lbl', 'LBody']);

/** The element with what PDF/UA asks of lists and figures: a body in each list item, a text or no figure. */
export function withStandardTypes(pdf: PDFDocument, element: Element): Element {
  const kids = element.kids.map((kid) => ('element' in kid ? { element: withStandardTypes(pdf, kid.element) } : kid));
  if (element.type === 'LI') return withKids(element, withListBody(pdf, kids));
  const isWrapper = element.type === 'Figure' && kids.some((kid) => 'element' in kid && kid.element.type === 'Figure');
  return { ...element, kids, type: isWrapper ? 'Div' : element.type };
}

function isPlaced(kid: Kid): boolean {
  return 'element' in kid && partsOfItem.has(kid.element.type);
}

function withListBody(pdf: PDFDocument, kids: readonly Kid[]): readonly Kid[] {
  const loose = kids.filter((kid) => !isPlaced(kid));
  if (loose.length === 0) return kids;
  const dict = pdf.context.obj({ Type: 'StructElem', S: 'LBody' });
  const body: Element = { ref: pdf.context.register(dict), dict, type: 'LBody', kids: loose };
  return [...kids.filter(isPlaced), { element: body }];
}
