/** The options of both renderers that are not handed on to the text, defaults filled in. */
export interface BrailleOptions {
  readonly scheme: 'common' | 'current';
  /** Cells. */
  readonly lineLength: number;
}

/** The options of `brf`. */
export interface BrfOptions extends BrailleOptions {
  /** Lines; 0 for no pages. */
  readonly pageLength: number;
}
