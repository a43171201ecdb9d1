import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

/** A piece of content that an element of the structure tree owns. */
export interface Item {
  /** The page's object. */
  readonly page: PDFRef;
  readonly mcid: number;
}

/** An element of the structure tree. */
export interface Element {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly type: string;
  readonly kids: readonly Kid[];
}

/** What an element holds: elements, pieces of content, and annotations, which stay as they are. */
export type Kid =
  { readonly element: Element } | { readonly item: Item } | { readonly annotation: PDFRef; readonly object: PDFObject };

/** Names of the entries that are read and written here. */
export const names = {
  K: PDFName.of('K'),
  P: PDFName.of('P'),
  S: PDFName.of('S'),
  Pg: PDFName.of('Pg'),
  MCID: PDFName.of('MCID'),
  Obj: PDFName.of('Obj'),
  Type: PDFName.of('Type'),
} as const;

/** The structure tree of a document, of which the root's only element is the document. */
export function readStructure(pdf: PDFDocument): { readonly root: PDFDict; readonly document: Element } {
  const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const top = root.get(names.K);
  const ref = top instanceof PDFArray ? top.get(0) : top;
  if (!(ref instanceof PDFRef)) throw new Error('The PDF has no structure tree.');
  return { root, document: readElement(pdf, ref) };
}

function readElement(pdf: PDFDocument, ref: PDFRef): Element {
  const dict = pdf.context.lookup(ref, PDFDict);
  const page = dict.get(names.Pg);
  const kids = listOf(pdf, dict.get(names.K)).flatMap((kid) => readKid(pdf, kid, page));
  return { ref, dict, type: dict.lookup(names.S, PDFName).decodeText(), kids };
}

function listOf(pdf: PDFDocument, kids: PDFObject | undefined): readonly PDFObject[] {
  if (kids === undefined) return [];
  const list = kids instanceof PDFRef ? pdf.context.lookup(kids) : kids;
  return list instanceof PDFArray ? list.asArray() : [kids];
}

function readKid(pdf: PDFDocument, kid: PDFObject, page: PDFObject | undefined): Kid[] {
  if (kid instanceof PDFNumber) return page instanceof PDFRef ? [{ item: { page, mcid: kid.asNumber() } }] : [];
  const found = kid instanceof PDFRef ? pdf.context.lookup(kid) : kid;
  if (!(found instanceof PDFDict)) return [];
  const annotation = found.get(names.Obj);
  if (annotation instanceof PDFRef) return [{ annotation, object: kid }];
  const mcid = found.get(names.MCID);
  if (mcid instanceof PDFNumber) return readKid(pdf, mcid, found.get(names.Pg) ?? page);
  return kid instanceof PDFRef ? [{ element: readElement(pdf, kid) }] : [];
}

/** An element and all below it, in reading order. */
export function* elementsOf(element: Element): Generator<Element> {
  yield element;
  for (const kid of element.kids) if ('element' in kid) yield* elementsOf(kid.element);
}

/** The pieces of content of an element and of all below it, in reading order. */
export function* itemsOf(element: Element): Generator<Item> {
  for (const kid of element.kids) {
    if ('item' in kid) yield kid.item;
    if ('element' in kid) yield* itemsOf(kid.element);
  }
}

/** The element with other kids. */
export function withKids(element: Element, kids: readonly Kid[]): Element {
  return { ...element, kids };
}
