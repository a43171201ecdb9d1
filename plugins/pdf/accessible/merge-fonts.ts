import { deflateSync } from 'node:zlib';
import { PDFDict, PDFName, PDFRef, type PDFDocument } from '@cantoo/pdf-lib';
import { embeddedFonts, fontNames, type EmbeddedFont } from './embedded-font.ts';
import { buildTrueType, componentsOf, type Glyph } from './true-type.ts';

/** New numbers of glyphs by old ones, for each font. */
export type GlyphNumbers = ReadonlyMap<PDFRef, ReadonlyMap<number, number>>;

/** Which glyphs of which fonts a document shows. */
export type ShownGlyphs = ReadonlyMap<PDFRef, ReadonlySet<number>>;

/**
 * A face that the browser had in many slices stands in the file as many fonts; makes one of them, of the glyphs that are
 * shown. Numbers of glyphs change, and so must the text of the pages.
 */
export function mergeFonts(pdf: PDFDocument, shown: ShownGlyphs): GlyphNumbers {
  const faces = new Map<string, EmbeddedFont[]>();
  for (const font of embeddedFonts(pdf)) {
    if (isHinted(font) || !shown.has(font.ref)) continue;
    faces.set(font.face, [...(faces.get(font.face) ?? []), font]);
  }
  return new Map([...faces.values()].flatMap((fonts) => mergeFace(pdf, fonts, shown)));
}

/** Programs of different fonts can not be put together. */
function isHinted({ font }: EmbeddedFont): boolean {
  return font.tables.has('fpgm') || font.tables.has('cvt ');
}

interface Source {
  readonly from: EmbeddedFont;
  readonly id: number;
}

function mergeFace(pdf: PDFDocument, fonts: readonly EmbeddedFont[], shown: ShownGlyphs) {
  const [first, ...others] = fonts;
  if (!first) return [];
  const { sources, numbers } = numberGlyphs(first, fonts, shown);
  const glyphs = sources.map(({ from, id }) => renumbered(from, id, numbers.get(from.ref)));
  writeFile(pdf, first, buildTrueType([first.font, ...others.map(({ font }) => font)], glyphs));
  first.descendant.set(fontNames.W, pdf.context.obj([0, widths(glyphs, first)]));
  first.dict.set(fontNames.ToUnicode, streamOf(pdf, Buffer.from(textMap(sources))));
  pointTo(pdf, first.ref, new Set(others.map(({ ref }) => ref)));
  return fonts.map(({ ref }) => [ref, numbers.get(ref) ?? new Map<number, number>()] as const);
}

/** Glyphs in the order in which they get their numbers; 0 is the one for what is missing. */
function numberGlyphs(first: EmbeddedFont, fonts: readonly EmbeddedFont[], shown: ShownGlyphs) {
  const sources: Source[] = [{ from: first, id: 0 }];
  const numbers = new Map<PDFRef, Map<number, number>>();
  for (const from of fonts) {
    const own = new Map([[0, 0]]);
    numbers.set(from.ref, own);
    const waiting = [...(shown.get(from.ref) ?? [])].sort((a, b) => b - a);
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (own.has(id)) continue;
      own.set(id, sources.length);
      sources.push({ from, id });
      const outline = from.font.glyph(id);
      waiting.push(...componentsOf(outline).map((place) => outline.readUInt16BE(place)));
    }
  }
  return { sources, numbers };
}

function renumbered({ font }: EmbeddedFont, id: number, numbers: ReadonlyMap<number, number> | undefined): Glyph {
  const outline = Buffer.from(font.glyph(id));
  for (const place of componentsOf(outline)) {
    outline.writeUInt16BE(numbers?.get(outline.readUInt16BE(place)) ?? 0, place);
  }
  return { outline, metrics: font.metrics(id) };
}

/** In thousandths of the font's size. */
function widths(glyphs: readonly Glyph[], { font }: EmbeddedFont): number[] {
  const unitsPerEm = font.tables.get('head')?.readUInt16BE(18) ?? 1000;
  return glyphs.map(({ metrics }) => Math.round((metrics.readUInt16BE(0) * 1000) / unitsPerEm));
}

function writeFile(pdf: PDFDocument, { descriptor }: EmbeddedFont, font: Buffer): void {
  descriptor.set(fontNames.FontFile2, streamOf(pdf, font, { Length1: font.length }));
}

function streamOf(pdf: PDFDocument, content: Buffer, entries: Readonly<Record<string, number>> = {}): PDFRef {
  const bytes = deflateSync(content, { level: 9 });
  return pdf.context.register(pdf.context.stream(bytes, { Filter: 'FlateDecode', ...entries }));
}

const MAP_ENTRIES = 100;

function textMap(sources: readonly Source[]): string {
  const lines = sources.flatMap(({ from, id }, index) => {
    const text = from.texts.get(id);
    return text === undefined || index === 0 ? [] : [`<${hex(index)}> <${text}>`];
  });
  const blocks = Array.from({ length: Math.ceil(lines.length / MAP_ENTRIES) }, (_, block) => {
    const part = lines.slice(block * MAP_ENTRIES, (block + 1) * MAP_ENTRIES);
    return [`${part.length} beginbfchar`, ...part, 'endbfchar'].join('\n');
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

/** Four digits of a glyph's number, as text is written in. */
export function hex(id: number): string {
  return id.toString(16).padStart(4, '0').toUpperCase();
}

/** The pages' names for the other fonts become names for this one. */
function pointTo(pdf: PDFDocument, font: PDFRef, others: ReadonlySet<PDFRef>): void {
  for (const { node } of pdf.getPages()) {
    const fonts = node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
    for (const [name, ref] of fonts?.entries() ?? [])
      if (ref instanceof PDFRef && others.has(ref)) fonts?.set(name, font);
  }
}
