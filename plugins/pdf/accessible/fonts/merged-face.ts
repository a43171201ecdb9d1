import { packed } from '../file/deflate.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import type { Ref } from '../file/values.ts';
import type { EmbeddedFont } from './embedded-font.ts';
import type { GlyphNumbers } from './glyph-numbers.ts';
import { glyphTexts, saysText } from './glyph-texts.ts';
import { buildTrueType, componentsOf, type Glyph } from './true-type.ts';

interface Source {
  readonly from: EmbeddedFont;
  readonly id: number;
}

/** One font made of all slices of a face. */
export class MergedFace {
  readonly #first: EmbeddedFont;
  readonly #numbers = new Map<EmbeddedFont, Map<number, number>>();
  /** Glyphs by their new numbers; 0 is the one for what is missing. */
  readonly #sources: Source[];
  lacksGlyphs = false;
  lacksTexts = false;

  constructor(first: EmbeddedFont) {
    this.#first = first;
    this.#sources = [{ from: first, id: 0 }];
  }

  /** The font that stands for all. */
  get ref(): Ref {
    return this.#first.ref;
  }

  /** Takes a slice in. */
  join(font: EmbeddedFont): GlyphNumbers {
    const own = new Map([[0, 0]]);
    this.#numbers.set(font, own);
    const digits = new Map<string, string>();
    return {
      renumber: (run) => {
        let renumbered = '';
        for (let place = 0; place < run.length; place += 4) {
          const old = run.slice(place, place + 4);
          let known = digits.get(old);
          if (known === undefined) digits.set(old, (known = this.#show(font, Number.parseInt(old, 16), own)));
          renumbered += known;
        }
        return renumbered;
      },
    };
  }

  write(file: PdfFile): void {
    const { descendant, descriptor, dict, font } = this.#first;
    const glyphs = this.#glyphs();
    const program = buildTrueType([font, ...[...this.#numbers.keys()].map((one) => one.font)], glyphs);
    descriptor.set('FontFile2', file.add(packed(program, { Length1: String(program.length) })));
    descendant.set('W', ['0', this.#widths(glyphs)]);
    const texts = this.#sources.map(({ from, id }, index) => (index === 0 ? undefined : from.texts.get(id)));
    dict.set('ToUnicode', file.add(packed(glyphTexts(texts))));
  }

  /** The new number of a glyph that is shown for the first time. */
  #show(font: EmbeddedFont, id: number, own: Map<number, number>): string {
    this.lacksGlyphs ||= id === 0;
    this.lacksTexts ||= id !== 0 && !saysText(font.texts.get(id));
    return hex(this.#number(font, id, own));
  }

  #number(from: EmbeddedFont, id: number, own: Map<number, number>): number {
    const known = own.get(id);
    if (known !== undefined) return known;
    const number = this.#sources.length;
    own.set(id, number);
    this.#sources.push({ from, id });
    return number;
  }

  /** Outlines of all glyphs, in which those that are put together of others name these by their new numbers. */
  #glyphs(): Glyph[] {
    const glyphs: Glyph[] = [];
    // Parts are numbered as they are met, so that the list grows.
    for (const { from, id } of this.#sources) {
      const own = this.#numbers.get(from)!;
      const outline = from.font.glyph(id);
      const places = componentsOf(outline);
      const copy = places.length === 0 ? outline : Buffer.from(outline);
      for (const place of places) copy.writeUInt16BE(this.#number(from, outline.readUInt16BE(place), own), place);
      glyphs.push({ outline: copy, metrics: from.font.metrics(id) });
    }
    return glyphs;
  }

  /** In thousandths of the font's size. */
  #widths(glyphs: readonly Glyph[]): string[] {
    const unitsPerEm = this.#first.font.tables.get('head')?.readUInt16BE(18) ?? 1000;
    return glyphs.map(({ metrics }) => String(Math.round((metrics.readUInt16BE(0) * 1000) / unitsPerEm)));
  }
}

function hex(id: number): string {
  return id.toString(16).padStart(4, '0').toUpperCase();
}
