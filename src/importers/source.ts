import type { SourcePlace } from '#reports/source-record.ts';

/** One line of a document; `number` counts from 1 in the source: lines of text, paragraphs, or rows of a sheet. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
  /** Level of the heading, 1 outermost, where the document marks its headings. */
  readonly heading?: number;
  /** It is the only text in a row of a sheet, so that it may belong to the sheet's table as well. */
  readonly inTable?: boolean;
}

/** A cell of a table, placed in its grid; rows and columns count from 0. */
export interface SourceCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** As it was written, without space around it. */
  readonly text: string;
  /** Where it stands in the source, counted as lines are. */
  readonly line: number;
  /** Page, sheet or address, where the document has them; else it stands on its line. */
  readonly place?: SourcePlace | undefined;
}

/** A table of a document. A slot that no cell covers is absent, which is not the same as blank. */
export interface SourceTable {
  readonly cells: readonly SourceCell[];
  /** The document ends before the table does, so that its last figure may have lost digits. */
  readonly broken: boolean;
}

/** What a document says of itself beyond doubt, which is more than its title can tell. */
export interface SourceIdentity {
  readonly title: string;
  readonly organization: string;
  readonly year?: number | undefined;
}

/** A document as every reader hands it on: neutral lines in reading order, and tables where the document marks them. */
export interface Source {
  readonly lines: readonly SourceLine[];
  /** With tables, each line is a whole paragraph; without, it is a line of a page that paragraphs and tables run over. */
  readonly tables?: readonly SourceTable[];
  readonly identity?: SourceIdentity | undefined;
  /** How else the document may be read, where its kind or its order is not certain. */
  readonly otherwise?: (() => Source) | undefined;
}
