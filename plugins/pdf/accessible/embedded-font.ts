import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib';
import { readTrueType, type TrueType } from './true-type.ts';

/** A font of the document, of which text names the glyphs by number. */
export interface EmbeddedFont {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  /** The font's name without the mark of a subset. */
  readonly face: string;
  readonly descendant: PDFDict;
  readonly descriptor: PDFDict;
  readonly font: TrueType;
  /** The text of glyphs as UTF-16BE in hexadecimal digits. */
  readonly texts: ReadonlyMap<number, string>;
}

/** Names of entries that are read and written. */
export const fontNames = {
  FontFile2: PDFName.of('FontFile2'),
  ToUnicode: PDFName.of('ToUnicode'),
  W: PDFName.of('W'),
} as const;

const DescendantFonts = PDFName.of('DescendantFonts');
const FontDescriptor = PDFName.of('FontDescriptor');

/** The TrueType fonts of a document by their objects; there are others, such as Type 3, which stay as they are. */
export function embeddedFonts(pdf: PDFDocument): EmbeddedFont[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    const isType0 = object instanceof PDFDict && object.lookup(PDFName.of('Subtype')) === PDFName.of('Type0');
    return isType0 ? (readFont(ref, object) ?? []) : [];
  });
}

function readFont(ref: PDFRef, dict: PDFDict): EmbeddedFont | undefined {
  const name = dict.lookup(PDFName.of('BaseFont'), PDFName).decodeText();
  const descendant = dict.lookup(DescendantFonts, PDFArray).lookup(0, PDFDict);
  const descriptor = descendant.lookup(FontDescriptor, PDFDict);
  const [file, texts] = [descriptor.lookup(fontNames.FontFile2), dict.lookup(fontNames.ToUnicode)];
  if (!(file instanceof PDFRawStream && texts instanceof PDFRawStream)) return undefined;
  return {
    ref,
    dict,
    face: name.replace(/^[A-Z]{6}\+/u, ''),
    descendant,
    descriptor,
    font: readTrueType(inflateSync(file.contents)),
    texts: readTexts(inflateSync(texts.contents).toString('latin1')),
  };
}

/** A map of glyphs to text (ISO 32000-1, 9.10.3), of the entries that Skia writes. */
function readTexts(cmap: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const [, kind, body = ''] of cmap.matchAll(/begin(bfchar|bfrange)([^]*?)end\1/gu)) {
    const numbers = [...body.matchAll(/<([\da-fA-F]+)>/gu)].map(([, digits = '']) => digits);
    const step = kind === 'bfchar' ? 2 : 3;
    for (let index = 0; index + step <= numbers.length; index += step) {
      const [first = '', last = first] = numbers.slice(index, index + step - 1);
      const text = numbers[index + step - 1] ?? '';
      for (let id = Number.parseInt(first, 16); id <= Number.parseInt(last, 16); id += 1) {
        texts.set(id, plus(text, id - Number.parseInt(first, 16)));
      }
    }
  }
  return texts;
}

/** A range counts the last unit on. */
function plus(text: string, count: number): string {
  const unit = Number.parseInt(text.slice(-4), 16) + count;
  return text.slice(0, -4) + unit.toString(16).padStart(4, '0').toUpperCase();
}
