import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, PDFString, PDFHexString } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib';

/** An element of the structure tree as the rules see it. */
export interface TaggedElement {
  readonly ref: PDFRef;
  /** As it is written, and the standard type that the role map leads to, if any. */
  readonly type: string;
  readonly standard: string | undefined;
  readonly parent: TaggedElement | undefined;
  readonly kids: readonly TaggedElement[];
  readonly dict: PDFDict;
  /** Of itself or of what it stands in. */
  readonly language: string | undefined;
}

const standardTypes = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table
  TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula
  Form`.split(/\s+/u),
);

/** Elements that mean nothing by themselves: what they hold counts as held by what holds them. */
const wrappers = new Set(['NonStruct', 'Div', 'Part', 'Art', 'Sect']);

/** The text of a string; undefined for anything else. */
export function textIn(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}

function standardOf(type: string, roles: PDFDict | undefined): string | undefined {
  for (let [name, hops]: [string, number] = [type, 0]; hops < 10; hops += 1) {
    if (standardTypes.has(name)) return name;
    const next = roles?.lookup(PDFName.of(name));
    if (!(next instanceof PDFName)) return undefined;
    name = next.decodeText();
  }
  return undefined;
}

/** All elements, in reading order. */
export function readElements(pdf: PDFDocument): TaggedElement[] {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (!root) return [];
  const roles = root.lookupMaybe(PDFName.of('RoleMap'), PDFDict);
  const all: TaggedElement[] = [];
  const read = (object: PDFObject | undefined, parent: TaggedElement | undefined): TaggedElement[] => {
    const found = object instanceof PDFRef ? pdf.context.lookup(object) : object;
    if (found instanceof PDFArray) return found.asArray().flatMap((one) => read(one, parent));
    if (!(found instanceof PDFDict) || !(object instanceof PDFRef) || !found.has(PDFName.of('S'))) return [];
    const type = found.lookup(PDFName.of('S'), PDFName).decodeText();
    const kids: TaggedElement[] = [];
    const language = textIn(found.lookup(PDFName.of('Lang'))) ?? parent?.language;
    const element = { ref: object, type, standard: standardOf(type, roles), parent, kids, dict: found, language };
    all.push(element);
    kids.push(...read(found.get(PDFName.of('K')), element));
    return [element];
  };
  read(root.get(PDFName.of('K')), undefined);
  return all;
}

/** Standard types of what an element holds, wrappers left out. */
export function kidTypes({ kids }: TaggedElement): string[] {
  return kids.flatMap((kid) => (wrappers.has(kid.standard ?? '') ? kidTypes(kid) : [kid.standard ?? kid.type]));
}

/** Standard type of what an element stands in, wrappers left out. */
export function parentType({ parent }: TaggedElement): string {
  if (!parent) return '';
  return wrappers.has(parent.standard ?? '') ? parentType(parent) : (parent.standard ?? '');
}

/** A text entry of an element. */
export function entryOf({ dict }: TaggedElement, name: string): string | undefined {
  return textIn(dict.lookup(PDFName.of(name)));
}

/** An attribute of an element, whatever its owner. */
export function attributeOf({ dict }: TaggedElement, name: string): PDFObject | undefined {
  const attributes = dict.lookup(PDFName.of('A'));
  const list = attributes instanceof PDFArray ? attributes.asArray() : attributes ? [attributes] : [];
  const dicts = list.map((one) => (one instanceof PDFRef ? dict.context.lookup(one) : one));
  const having = dicts.find((one) => one instanceof PDFDict && one.has(PDFName.of(name)));
  return having instanceof PDFDict ? having.lookup(PDFName.of(name)) : undefined;
}

/** How many rows or columns a cell takes. */
export function spanOf(element: TaggedElement, name: 'RowSpan' | 'ColSpan'): number {
  const span = attributeOf(element, name);
  return span instanceof PDFNumber ? span.asNumber() : 1;
}
