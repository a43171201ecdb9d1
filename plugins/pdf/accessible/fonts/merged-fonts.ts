import type { PdfFile } from '../file/pdf-file.ts';
import type { Ref } from '../file/values.ts';
import type { GlyphNumbers } from './glyph-numbers.ts';
import { readEmbeddedFont, type EmbeddedFont } from './embedded-font.ts';
import { KeptFont } from './kept-font.ts';
import { MergedFace } from './merged-face.ts';

/** Programs of different fonts can not be put together. */
function isHinted({ font }: EmbeddedFont): boolean {
  return font.tables.has('fpgm') || font.tables.has('cvt ');
}

/**
 * The fonts of a document. A face that the browser had in many slices stands in the file as many fonts; it becomes one, of
 * the glyphs that are shown, numbered as they are met.
 */
export class MergedFonts {
  readonly #file: PdfFile;
  readonly #faces = new Map<string, MergedFace>();
  readonly #kept = new Set<KeptFont>();
  readonly #fonts = new Map<Ref, { readonly stands: Ref; readonly numbers: GlyphNumbers }>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  /** Numbers of the font's glyphs. */
  numbersOf(ref: Ref): GlyphNumbers {
    const known = this.#fonts.get(ref) ?? this.#take(ref);
    this.#fonts.set(ref, known);
    return known.numbers;
  }

  /** A glyph was shown that is the one for what no font has. */
  get lacksGlyphs(): boolean {
    return [...this.#faces.values(), ...this.#kept].some((font) => font.lacksGlyphs);
  }

  /** A glyph was shown that says no text. */
  get lacksTexts(): boolean {
    return [...this.#faces.values(), ...this.#kept].some((font) => font.lacksTexts);
  }

  /** Writes each face as one font and points the pages' names for its slices to it. */
  write(): void {
    for (const font of [...this.#faces.values(), ...this.#kept]) font.write(this.#file);
    for (const { dict } of this.#file.pages) {
      const resources = this.#file.get(dict.get('Resources'));
      const fonts = resources instanceof Map ? this.#file.get(resources.get('Font')) : undefined;
      if (!(fonts instanceof Map)) continue;
      for (const [name, ref] of fonts) fonts.set(name, this.#fonts.get(ref as Ref)?.stands ?? ref);
    }
  }

  #take(ref: Ref): { readonly stands: Ref; readonly numbers: GlyphNumbers } {
    const font = readEmbeddedFont(this.#file, ref);
    if (!font || isHinted(font)) {
      const kept = new KeptFont(font, this.#file.dict(ref));
      this.#kept.add(kept);
      return { stands: ref, numbers: kept };
    }
    const face = this.#faces.get(font.face) ?? new MergedFace(font);
    this.#faces.set(font.face, face);
    return { stands: face.ref, numbers: face.join(font) };
  }
}
