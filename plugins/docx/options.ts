/** The renderer's options as the manifest's schema describes them, defaults filled in: names of fonts. */
export interface DocxOptions {
  readonly titleFont: string;
  readonly headingFont: string;
  readonly subheadingFont: string;
  readonly bodyFont: string;
}
