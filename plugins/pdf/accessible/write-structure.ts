import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFDocument,
  type PDFRef,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { elementsOf, names, type Element, type Kid } from './structure-tree.ts';

const A = PDFName.of('A');
const ID = PDFName.of('ID');
const Headers = PDFName.of('Headers');
const ParentTree = PDFName.of('ParentTree');
const StructParents = PDFName.of('StructParents');
const StructParent = PDFName.of('StructParent');

/** PDF 2.0's names of emphasis, which a reader of PDF 1.7 knows as spans (ISO 14289-1, 7.1). */
const roles = { Strong: 'Span', Em: 'Span' };

/**
 * Puts the tree back into the document, with what follows from it: parents, the way from content to element, and ids
 * that are the same however often the browser numbered its nodes.
 */
export function writeStructure(pdf: PDFDocument, root: PDFDict, document: Element): void {
  const elements = [...elementsOf(document)];
  const ids = renumber(elements);
  for (const { dict, type, kids, ref } of elements) {
    dict.set(names.S, PDFName.of(type));
    writeKids(pdf, dict, kids);
    writeCell(pdf, dict, ids);
    for (const kid of kids) if ('element' in kid) kid.element.dict.set(names.P, ref);
  }
  root.set(names.K, document.ref);
  root.set(PDFName.of('RoleMap'), pdf.context.obj(roles));
  root.set(ParentTree, pdf.context.register(parentTree(pdf, elements)));
  root.set(PDFName.of('IDTree'), pdf.context.register(idTree(pdf, elements)));
}

/** New ids by old ones, in reading order. */
function renumber(elements: readonly Element[]): ReadonlyMap<string, string> {
  const old = elements.flatMap(({ dict }) => textOf(dict.get(ID)) ?? []);
  const width = String(old.length).length;
  return new Map(old.map((id, index) => [id, `c${String(index + 1).padStart(width, '0')}`]));
}

function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}

/** A number is a piece of content of the element's page, the one on which most of its content stands: the first. */
function writeKids(pdf: PDFDocument, dict: PDFDict, kids: readonly Kid[]): void {
  const page = kids.flatMap((kid) => ('item' in kid ? [kid.item.page] : []))[0];
  const written = kids.map((kid): PDFObject => {
    if ('element' in kid) return kid.element.ref;
    if ('annotation' in kid) return kid.object;
    const { page: itsPage, mcid } = kid.item;
    return itsPage === page ? PDFNumber.of(mcid) : pdf.context.obj({ Type: 'MCR', Pg: itsPage, MCID: mcid });
  });
  if (page) dict.set(names.Pg, page);
  const [only] = written;
  if (only === undefined) dict.delete(names.K);
  else dict.set(names.K, written.length === 1 ? only : pdf.context.obj(written));
}

/** A cell's ids, and its attributes without those that say what is so anyway. */
function writeCell(pdf: PDFDocument, dict: PDFDict, ids: ReadonlyMap<string, string>): void {
  const id = ids.get(textOf(dict.get(ID)) ?? '');
  if (id !== undefined) dict.set(ID, PDFString.of(id));
  const attributes = dict.lookup(A);
  const list =
    attributes instanceof PDFArray ? attributes.asArray().map((one) => pdf.context.lookup(one)) : [attributes];
  for (const one of list) {
    if (!(one instanceof PDFDict)) continue;
    for (const span of [PDFName.of('RowSpan'), PDFName.of('ColSpan')]) {
      if (one.lookupMaybe(span, PDFNumber)?.asNumber() === 1) one.delete(span);
    }
    const headers = one.lookupMaybe(Headers, PDFArray);
    if (headers)
      one.set(
        Headers,
        pdf.context.obj(headers.asArray().map((head) => PDFString.of(ids.get(textOf(head) ?? '') ?? ''))),
      );
  }
}

/** From content to the element that owns it (ISO 32000-1, 14.7.4.4). */
function parentTree(pdf: PDFDocument, elements: readonly Element[]): PDFDict {
  const owners = new Map<number, PDFRef>();
  const pages = new Map<number, PDFRef[]>();
  for (const { ref, kids } of elements) {
    for (const kid of kids) {
      if ('annotation' in kid) owners.set(keyOf(pdf, kid.annotation, StructParent), ref);
      if (!('item' in kid)) continue;
      const key = keyOf(pdf, kid.item.page, StructParents);
      const page = pages.get(key) ?? [];
      page[kid.item.mcid] = ref;
      pages.set(key, page);
    }
  }
  for (const [key, page] of pages) owners.set(key, pdf.context.register(pdf.context.obj(Array.from(page, orHole))));
  const sorted = [...owners].sort(([a], [b]) => a - b);
  return pdf.context.obj({ Nums: sorted.flat() });
}

/** What has become an artifact leaves a hole. */
function orHole(owner: PDFRef | undefined): PDFRef | null {
  return owner ?? null;
}

function keyOf(pdf: PDFDocument, ref: PDFRef, name: PDFName): number {
  return pdf.context.lookup(ref, PDFDict).lookup(name, PDFNumber).asNumber();
}

function idTree(pdf: PDFDocument, elements: readonly Element[]): PDFDict {
  const entries = elements.flatMap(({ dict, ref }) => {
    const id = dict.get(ID);
    return id ? [{ id, ref }] : [];
  });
  const limits = [entries[0]?.id, entries.at(-1)?.id].filter((id) => id !== undefined);
  const Names = entries.flatMap(({ id, ref }) => [id, ref]);
  return pdf.context.obj({ Kids: [pdf.context.register(pdf.context.obj({ Limits: limits, Names }))] });
}
