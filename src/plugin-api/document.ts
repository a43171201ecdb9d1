/**
 * A printable document: all that a renderer knows of what it prints. Headings, paragraphs, tables with header
 * trees, figures. It is plain data (JSON), so that it can cross a process border.
 */
export interface PrintableDocument {
  readonly title: string;
  /** BCP 47, for example `zh-CN`. */
  readonly language: string;
  readonly metadata: DocumentMetadata;
  readonly blocks: readonly Block[];
  /** What the checks found, where the rendering's option `checks` asks for it; empty when all is in order. Since 1.3. */
  readonly findings?: readonly Finding[];
}

/** Something that the checks of the report found. */
export interface Finding {
  /** Unique in the document; fit for an HTML id. */
  readonly id: string;
  /** `error` keeps a report from being published. */
  readonly severity: 'error' | 'warning' | 'info';
  /** The finding as a sentence, in the document's language. */
  readonly text: string;
  /** Paths of the cells that it is about; empty when it is about no cell. */
  readonly paths: readonly string[];
  /** Those of the cells that it is to be shown beside: of a sum that does not agree, the stated totals. */
  readonly shownAt: readonly string[];
}

/** What is known of the document as a whole. */
export interface DocumentMetadata {
  /** The body that the document is of. */
  readonly author: string;
  readonly subject: string;
  /** ISO 8601 date and time of the state that is printed. */
  readonly modified: string;
  readonly keywords: readonly string[];
  /** Language of the title, the author and what stands in cells as it was written, where it is not the document's. Since 1.3. */
  readonly language?: string;
}

/** A part of the document, in reading order. */
export type Block = HeadingBlock | ParagraphBlock | TableBlock | FigureBlock;

/** A heading; level 1 is the title's, a chapter's is 2. */
export interface HeadingBlock {
  readonly type: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
  /** Unique in the document; fit for an HTML id. */
  readonly id: string;
  /** The heading is the beginning of the paragraph that follows it, on the same line. */
  readonly runIn: boolean;
  /** Language of the text where it is not the document's. Since 1.3. */
  readonly language?: string;
}

/** Running text. `note` is a remark on what stands beside it, not part of the narrative. */
export interface ParagraphBlock {
  readonly type: 'paragraph';
  readonly text: string;
  readonly role: 'body' | 'note';
  /** Language of the text where it is not the document's. Since 1.3. */
  readonly language?: string;
}

/** A picture as SVG, with the text that says the same. */
export interface FigureBlock {
  readonly type: 'figure';
  readonly svg: string;
  readonly alternative: string;
  readonly caption: string;
  /** Id of the table of the document that has the figures of the picture. Since 1.3. */
  readonly table?: string;
}

/** A table of figures. `cells[i][j]` is where the i-th leaf of `rows` meets the j-th leaf of `columns`. */
export interface TableBlock {
  readonly type: 'table';
  /** Unique in the document; fit for an HTML id. */
  readonly id: string;
  readonly caption: string;
  /** What the top left cell says, or empty. */
  readonly corner: string;
  /** Unit of the figures, for example 件, or empty. */
  readonly unit: string;
  readonly notes: readonly string[];
  readonly columns: readonly HeaderNode[];
  /** A single row without a head of its own is one node with an empty label. */
  readonly rows: readonly HeaderNode[];
  readonly cells: readonly (readonly TableCell[])[];
  /** Sums that the table should keep, and whether it does. */
  readonly totals: readonly TotalStatement[];
}

/** A head of rows or columns with the heads below it; a node without children is a leaf. */
export interface HeaderNode {
  readonly label: string;
  readonly children: readonly HeaderNode[];
}

/** One figure. */
export interface TableCell {
  /** The figure as it is to be printed: digits without grouping, the nil mark that stood there, or empty. */
  readonly text: string;
  /** `empty` and `nil` (such as “/”) are not zero. */
  readonly state: 'figure' | 'empty' | 'nil';
  /** Address of the figure, for example `applications.received.total`. */
  readonly path: string;
}

/** One kind of sum in a table: what must agree, how often it does. */
export interface TotalStatement {
  readonly label: string;
  readonly agreeing: number;
  readonly disagreeing: number;
  /** Sums that can not be judged because a cell is empty. */
  readonly open: number;
}
