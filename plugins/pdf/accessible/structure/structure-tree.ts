import type { PdfFile } from '../file/pdf-file.ts';
import { nameOf, Ref, type Dict, type Value } from '../file/values.ts';

/** A piece of content that an element of the structure tree owns. */
export interface Item {
  /** The page's object. */
  readonly page: Ref;
  readonly mcid: number;
}

/** An element of the structure tree. */
export interface Element {
  readonly ref: Ref;
  readonly dict: Dict;
  /** Without the slash. */
  readonly type: string;
  readonly kids: readonly Kid[];
}

/** What an element holds: elements, pieces of content, and annotations, which stay as they are. */
export type Kid =
  { readonly element: Element } | { readonly item: Item } | { readonly annotation: Ref; readonly object: Value };

/** The root of the structure tree and its only element, the document. Throws when there is none. */
export function readStructure(file: PdfFile): { readonly root: Dict; readonly document: Element } {
  const root = file.dict(file.catalog.get('StructTreeRoot'));
  const top = root.get('K');
  const ref = Array.isArray(top) ? top[0] : top;
  if (!(ref instanceof Ref)) throw new Error('The PDF has no structure tree.');
  return { root, document: readElement(file, ref) };
}

function readElement(file: PdfFile, ref: Ref): Element {
  const dict = file.dict(ref);
  const page = dict.get('Pg');
  const kids = listOf(file, dict.get('K')).flatMap((kid) => readKid(file, kid, page));
  return { ref, dict, type: nameOf(dict.get('S')), kids };
}

function listOf(file: PdfFile, kids: Value | undefined): readonly Value[] {
  if (kids === undefined) return [];
  const list = file.get(kids);
  return Array.isArray(list) ? list : [kids];
}

function readKid(file: PdfFile, kid: Value, page: Value | undefined): Kid[] {
  if (typeof kid === 'string') return page instanceof Ref ? [{ item: { page, mcid: Number(kid) } }] : [];
  const found = file.get(kid);
  if (!(found instanceof Map)) return [];
  const annotation = found.get('Obj');
  if (annotation instanceof Ref) return [{ annotation, object: kid }];
  const mcid = found.get('MCID');
  if (mcid !== undefined) return readKid(file, mcid, found.get('Pg') ?? page);
  return kid instanceof Ref ? [{ element: readElement(file, kid) }] : [];
}

/** An element and all below it, in reading order. */
export function elementsOf(element: Element, into: Element[] = []): readonly Element[] {
  into.push(element);
  for (const kid of element.kids) if ('element' in kid) elementsOf(kid.element, into);
  return into;
}

/** The pieces of content of an element and of all below it, in reading order. */
export function itemsOf(element: Element, into: Item[] = []): readonly Item[] {
  for (const kid of element.kids) {
    if ('item' in kid) into.push(kid.item);
    if ('element' in kid) itemsOf(kid.element, into);
  }
  return into;
}

/** The element with other kids. */
export function withKids(element: Element, kids: readonly Kid[]): Element {
  return { ...element, kids };
}
