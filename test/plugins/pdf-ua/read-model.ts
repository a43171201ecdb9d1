import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, PDFBool, PDFNumber } from '@cantoo/pdf-lib';
import { readElements, textIn, type TaggedElement } from './elements.ts';
import { readFonts, type UsedFont } from './embedded-fonts.ts';
import { readShown, type Shown } from './shown-content.ts';

/** An annotation as the rules see it. */
export interface Annotation {
  readonly subtype: string;
  readonly isHidden: boolean;
  readonly contents: string | undefined;
  /** Standard type of the element that owns it. */
  readonly within: string | undefined;
}

/** A whole document as the rules see it. */
export interface PdfModel {
  readonly xmp: string | undefined;
  readonly language: string | undefined;
  readonly isSuspect: boolean;
  readonly displaysTitle: boolean;
  readonly isMarked: boolean;
  readonly hasOutline: boolean;
  readonly elements: readonly TaggedElement[];
  readonly shown: readonly Shown[];
  readonly fonts: readonly UsedFont[];
  readonly annotations: readonly Annotation[];
  readonly pages: readonly { readonly annotations: number; readonly tabs: string }[];
  /** Names of the types of objects, and of things that a document may have besides. */
  readonly features: ReadonlySet<string>;
}

const name = (text: string) => PDFName.of(text);

/** Reads a document with pdf-lib and pdf.js, neither of which made it. */
export async function readModel(bytes: Uint8Array): Promise<PdfModel> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const elements = readElements(pdf);
  const metadata = pdf.catalog.lookup(name('Metadata'));
  const preferences = pdf.catalog.lookupMaybe(name('ViewerPreferences'), PDFDict);
  const mark = pdf.catalog.lookupMaybe(name('MarkInfo'), PDFDict);
  const isTrue = (dict: PDFDict | undefined, key: string) => dict?.lookup(name(key)) === PDFBool.True;
  return {
    xmp: metadata instanceof PDFRawStream ? Buffer.from(metadata.contents).toString('utf8') : undefined,
    language: textIn(pdf.catalog.lookup(name('Lang'))),
    isSuspect: isTrue(mark, 'Suspects'),
    isMarked: isTrue(mark, 'Marked'),
    displaysTitle: isTrue(preferences, 'DisplayDocTitle'),
    hasOutline: pdf.catalog.has(name('Outlines')),
    elements,
    shown: await readShown(bytes, pdf, elements),
    fonts: readFonts(pdf),
    annotations: pdf.getPages().flatMap(({ node }) => annotationsOn(node, elements)),
    pages: pdf.getPages().map(({ node }) => ({
      annotations: node.lookupMaybe(name('Annots'), PDFArray)?.size() ?? 0,
      tabs: String(node.lookup(name('Tabs')) ?? '').slice(1),
    })),
    features: featuresOf(pdf),
  };
}

function annotationsOn(page: PDFDict, elements: readonly TaggedElement[]): Annotation[] {
  const list = page.lookupMaybe(name('Annots'), PDFArray);
  return (list?.asArray() ?? []).map((ref) => {
    const dict = page.context.lookup(ref, PDFDict);
    const flags = dict.lookupMaybe(name('F'), PDFNumber)?.asNumber() ?? 0;
    return {
      subtype: String(dict.lookup(name('Subtype'))).slice(1),
      isHidden: (flags & 2) === 2,
      contents: textIn(dict.lookup(name('Contents'))),
      within: elements.find((element) => ownsObject(element, ref as PDFRef))?.standard,
    };
  });
}

function ownsObject({ dict }: TaggedElement, ref: PDFRef): boolean {
  const kids = dict.lookup(name('K'));
  const list = kids instanceof PDFArray ? kids.asArray() : [kids];
  return list.some((kid) => {
    const found = kid instanceof PDFRef ? dict.context.lookup(kid) : kid;
    return found instanceof PDFDict && found.get(name('Obj')) === ref;
  });
}

function featuresOf(pdf: PDFDocument): ReadonlySet<string> {
  const features = new Set<string>();
  for (const key of ['AcroForm', 'OCProperties', 'Names', 'Collection'])
    if (pdf.catalog.has(name(key))) features.add(key);
  if (pdf.context.trailerInfo.Encrypt) features.add('Encrypt');
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFRawStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) continue;
    for (const key of ['Type', 'Subtype', 'S']) {
      const value = dict.get(name(key));
      if (value instanceof PDFName) features.add(`${key} ${value.decodeText()}`);
    }
    if (dict.has(name('Ref'))) features.add('Ref');
    if (dict.has(name('EF'))) features.add('EF');
  }
  return features;
}
