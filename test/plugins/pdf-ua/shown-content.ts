import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFDocument } from '@cantoo/pdf-lib';
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TaggedElement } from './elements.ts';

/** A glyph as pdf.js reads it. */
export interface ShownGlyph {
  readonly code: number;
  readonly text: string;
  readonly isInFont: boolean;
}

/** What is painted by one operation, and within which marks. */
export interface Shown {
  readonly page: number;
  readonly kind: 'text' | 'path' | 'image';
  /** Tags of the marks around it, outermost first. */
  readonly marks: readonly string[];
  /** The element that owns the innermost numbered mark. */
  readonly owner: TaggedElement | undefined;
  readonly isTagged: boolean;
  readonly glyphs: readonly ShownGlyph[];
}

const paths = new Set([OPS.fill, OPS.eoFill, OPS.stroke, OPS.fillStroke, OPS.closeStroke, OPS.shadingFill]);
const images = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);

/** Everything that the pages paint, in the order in which they do. */
export async function readShown(bytes: Uint8Array, pdf: PDFDocument, elements: readonly TaggedElement[]) {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, fontExtraProperties: true });
  const document = await task.promise;
  const shown: Shown[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const owners = ownersOn(pdf, page - 1, elements);
    shown.push(...(await readPage(await document.getPage(page), page, owners)));
  }
  await task.destroy();
  return shown;
}

type Owners = readonly (TaggedElement | undefined)[];

/** Elements by the numbers of what they own on a page, as the parent tree has them. */
function ownersOn(pdf: PDFDocument, index: number, elements: readonly TaggedElement[]): Owners {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const numbers = root?.lookupMaybe(PDFName.of('ParentTree'), PDFDict)?.lookupMaybe(PDFName.of('Nums'), PDFArray);
  const key = pdf.getPages()[index]?.node.lookupMaybe(PDFName.of('StructParents'), PDFNumber)?.asNumber();
  const pairs = numbers?.asArray() ?? [];
  const place = pairs.findIndex((one, at) => at % 2 === 0 && one instanceof PDFNumber && one.asNumber() === key);
  const list = place === -1 ? undefined : numbers?.lookup(place + 1);
  const byRef = new Map(elements.map((element) => [element.ref, element]));
  return list instanceof PDFArray ? list.asArray().map((ref) => byRef.get(ref as never)) : [];
}

interface Mark {
  readonly tag: string;
  readonly mcid: number | undefined;
}

async function readPage(page: PDFPageProxy, number: number, owners: Owners): Promise<Shown[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const open: Mark[] = [];
  return fnArray.flatMap((operator, index): Shown[] => {
    const args = argsArray[index] as unknown[] | null;
    if (operator === OPS.beginMarkedContent) open.push({ tag: tagIn(args?.[0]), mcid: undefined });
    if (operator === OPS.beginMarkedContentProps) open.push({ tag: tagIn(args?.[0]), mcid: numberIn(args?.[1]) });
    if (operator === OPS.endMarkedContent) open.pop();
    const kind = kindOf(operator, args);
    if (kind === undefined) return [];
    const marked = open.findLast(({ mcid }) => mcid !== undefined);
    const owner = marked?.mcid === undefined ? undefined : owners[marked.mcid];
    const glyphs = kind === 'text' ? glyphsIn(args?.[0]) : [];
    const marks = open.map(({ tag }) => tag);
    return [{ page: number, kind, marks, owner, isTagged: marked !== undefined, glyphs }];
  });
}

/** A mark without properties comes as a name of its own, one with properties as its text. */
function tagIn(value: unknown): string {
  return typeof value === 'string' ? value : ((value as { readonly name?: string } | undefined)?.name ?? '');
}

function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function kindOf(operator: number, args: unknown[] | null): Shown['kind'] | undefined {
  if (operator === OPS.showText) return 'text';
  if (images.has(operator)) return 'image';
  const painted = operator === OPS.constructPath ? Number(args?.[0]) : operator;
  return paths.has(painted) ? 'path' : undefined;
}

function glyphsIn(list: unknown): ShownGlyph[] {
  const glyphs = (list as readonly unknown[]).filter((one) => typeof one === 'object' && one !== null);
  return (glyphs as { originalCharCode: number; unicode: string; isInFont: boolean }[]).map((glyph) => {
    return { code: glyph.originalCharCode, text: glyph.unicode, isInFont: glyph.isInFont };
  });
}
