/** The renderer's options as the manifest's schema describes them, defaults filled in. */
export interface XlsxOptions {
  readonly formulas: boolean;
}
