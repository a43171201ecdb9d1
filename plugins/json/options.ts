/** The renderer's options as the manifest's schema describes them, defaults filled in. */
export interface JsonOptions {
  readonly indent: 0 | 2 | 4;
}
