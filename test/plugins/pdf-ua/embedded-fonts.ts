import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib';

/** A font as the rules see it. */
export interface UsedFont {
  readonly subtype: string;
  readonly encoding: string;
  readonly descendant: string;
  readonly cidToGid: string;
  readonly isEmbedded: boolean;
  readonly hasTexts: boolean;
  /** Texts of its glyphs as UTF-16BE in hexadecimal digits. */
  readonly texts: readonly string[];
  /** Differences of widths between the dictionary and the program, in thousandths, at most. */
  readonly widthsDiffer: number;
  readonly hasCidSet: boolean;
}

const name = (text: string) => PDFName.of(text);
const nameIn = (dict: PDFDict | undefined, key: string) => String(dict?.lookup(name(key)) ?? '').slice(1);

/** Every font of the document. */
export function readFonts(pdf: PDFDocument): UsedFont[] {
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  const fonts = objects.filter((one) => one instanceof PDFDict && nameIn(one, 'Type') === 'Font') as PDFDict[];
  return fonts.filter((font) => !nameIn(font, 'Subtype').startsWith('CIDFont')).map(readFont);
}

function readFont(dict: PDFDict): UsedFont {
  const descendants = dict.lookupMaybe(name('DescendantFonts'), PDFArray);
  const cid = descendants?.lookup(0, PDFDict);
  const descriptor = (cid ?? dict).lookupMaybe(name('FontDescriptor'), PDFDict);
  const program = descriptor?.lookup(name('FontFile2'));
  const texts = dict.lookup(name('ToUnicode'));
  return {
    subtype: nameIn(dict, 'Subtype'),
    encoding: nameIn(dict, 'Encoding'),
    descendant: nameIn(cid, 'Subtype'),
    cidToGid: nameIn(cid, 'CIDToGIDMap'),
    isEmbedded: program instanceof PDFRawStream,
    hasTexts: texts instanceof PDFRawStream,
    texts: texts instanceof PDFRawStream ? textsIn(inflateSync(texts.contents).toString('latin1')) : [],
    widthsDiffer: program instanceof PDFRawStream && cid ? differences(inflateSync(program.contents), cid) : 0,
    hasCidSet: descriptor?.has(name('CIDSet')) ?? false,
  };
}

function textsIn(cmap: string): string[] {
  const blocks = [...cmap.matchAll(/beginbfchar([^]*?)endbfchar/gu)].map(([, block = '']) => block);
  return blocks.flatMap((block) => [...block.matchAll(/<[\da-f]+>\s*<([\da-f]+)>/giu)].map(([, text = '']) => text));
}

/** Of the widths that are given as a list from the first glyph on, which is how they are written. */
function differences(font: Buffer, cid: PDFDict): number {
  const table = (tag: string) => {
    const entry = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index).find(
      (place) => font.toString('latin1', place, place + 4) === tag,
    );
    return entry === undefined ? Buffer.alloc(64) : font.subarray(font.readUInt32BE(entry + 8));
  };
  const [unitsPerEm, metrics, wide] = [table('head').readUInt16BE(18), table('hmtx'), table('hhea').readUInt16BE(34)];
  const widths = cid.lookup(name('W'), PDFArray).lookup(1);
  if (!(widths instanceof PDFArray)) return Number.POSITIVE_INFINITY;
  const given = widths.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : Number.NaN));
  return Math.max(
    ...given.map((width, id) =>
      Math.abs(width - (metrics.readUInt16BE(4 * Math.min(id, wide - 1)) * 1000) / unitsPerEm),
    ),
  );
}
