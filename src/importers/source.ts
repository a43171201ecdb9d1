/** One line of a document; `number` counts from 1 in the source. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
}

/** A document as every reader hands it on: neutral lines in reading order. */
export interface Source {
  readonly lines: readonly SourceLine[];
}
