/** New numbers for the glyphs of a font. */
export interface GlyphNumbers {
  /** A run of four-digit numbers with the new ones. */
  readonly renumber: (run: string) => string;
}
