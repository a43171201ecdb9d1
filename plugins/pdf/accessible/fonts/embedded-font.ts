import type { PdfFile } from '../file/pdf-file.ts';
import { nameOf, type Dict, type Ref } from '../file/values.ts';
import { readTrueType, type TrueType } from './true-type.ts';

/** A TrueType font of the document, of which text names the glyphs by number. */
export interface EmbeddedFont {
  readonly ref: Ref;
  readonly dict: Dict;
  /** The font's name without the mark of a subset. */
  readonly face: string;
  readonly descendant: Dict;
  readonly descriptor: Dict;
  readonly font: TrueType;
  /** The text of glyphs as UTF-16BE in hexadecimal digits. */
  readonly texts: ReadonlyMap<number, string>;
}

/** Reads a font; undefined for other kinds, such as Type 3, which stay as they are. */
export function readEmbeddedFont(file: PdfFile, ref: Ref): EmbeddedFont | undefined {
  const dict = file.dict(ref);
  if (dict.get('Subtype') !== '/Type0') return undefined;
  const descendant = file.dict(file.list(dict.get('DescendantFonts'))[0]);
  const descriptor = file.dict(descendant.get('FontDescriptor'));
  const [program, texts] = [descriptor.get('FontFile2'), dict.get('ToUnicode')];
  if (program === undefined || texts === undefined) return undefined;
  return {
    ref,
    dict,
    face: nameOf(dict.get('BaseFont')).replace(/^[A-Z]{6}\+/u, ''),
    descendant,
    descriptor,
    font: readTrueType(file.contents(program)),
    texts: readTexts(file.contents(texts).toString('latin1')),
  };
}

/** A map of glyphs to text (ISO 32000-1, 9.10.3), of the entries that Skia writes. */
function readTexts(cmap: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const [, kind, body = ''] of cmap.matchAll(/begin(bfchar|bfrange)([^]*?)end\1/gu)) {
    const numbers = body.match(/[\da-fA-F]+/gu) ?? [];
    const step = kind === 'bfchar' ? 2 : 3;
    for (let index = 0; index + step <= numbers.length; index += step) {
      const first = Number.parseInt(numbers[index]!, 16);
      const last = Number.parseInt(numbers[index + step - 2]!, 16);
      const text = numbers[index + step - 1]!;
      for (let id = first; id <= last; id += 1) texts.set(id, plus(text, id - first));
    }
  }
  return texts;
}

/** A range counts the last unit on. */
function plus(text: string, count: number): string {
  if (count === 0) return text;
  const unit = Number.parseInt(text.slice(-4), 16) + count;
  return text.slice(0, -4) + unit.toString(16).padStart(4, '0').toUpperCase();
}
