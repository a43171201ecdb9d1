import { packed } from '../file/deflate.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import type { Dict } from '../file/values.ts';
import type { EmbeddedFont } from './embedded-font.ts';
import { glyphTexts, saysText } from './glyph-texts.ts';
import type { GlyphNumbers } from './glyph-numbers.ts';

/** A font that stays as it is, watched for what it can not show. */
export class KeptFont implements GlyphNumbers {
  readonly #font: EmbeddedFont | undefined;
  readonly #shown = new Set<number>();
  lacksGlyphs = false;
  lacksTexts: boolean;

  /** `font` is undefined for kinds whose glyphs are not known, such as Type 3. */
  constructor(font: EmbeddedFont | undefined, dict: Dict) {
    this.#font = font;
    this.lacksTexts = !dict.has('ToUnicode');
  }

  renumber(run: string): string {
    if (!this.#font) return run;
    for (let place = 0; place < run.length; place += 4) {
      const id = Number.parseInt(run.slice(place, place + 4), 16);
      this.#shown.add(id);
      this.lacksGlyphs ||= id === 0;
      this.lacksTexts ||= !saysText(this.#font.texts.get(id));
    }
    return run;
  }

  /** Writes the texts of its glyphs anew. */
  write(file: PdfFile): void {
    const texts: (string | undefined)[] = [];
    for (const id of this.#shown) texts[id] = this.#font?.texts.get(id);
    if (this.#font) this.#font.dict.set('ToUnicode', file.add(packed(glyphTexts(Array.from(texts)))));
  }
}
