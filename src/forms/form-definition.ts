/** What a figure is: whole pieces (件) of zero or more, a change of them (本年增/减) of either sign, or an exact decimal of zero or more (money). */
export type FigureKind = 'count' | 'change' | 'decimal';

/** A column, or a group of columns under one head. Keys on the way down to a cell make its path. */
export interface ColumnDefinition {
  readonly key?: string;
  readonly label: string;
  /** The label in English, numbered by decimals: 三、（三）4. is 3.3.4. */
  readonly english: string;
  /** Other wordings of the label that published reports use. */
  readonly aliases?: readonly string[];
  /** Name of the GraphQL type of the figures below, where this group has a key. */
  readonly shape?: string;
  /** The key stands before those of the row in a cell's path, so that rows keep the paths that they have on other forms. */
  readonly leads?: boolean;
  /** What the figures of this column are, where that is not what the table's are. */
  readonly kind?: FigureKind;
  readonly columns?: readonly ColumnDefinition[];
}

/** A row, or a group of rows under one head. */
export interface RowDefinition {
  readonly key?: string;
  readonly label: string;
  /** The label in English, numbered by decimals: 三、（三）4. is 3.3.4. */
  readonly english: string;
  /** Other wordings of the label that published reports use. */
  readonly aliases?: readonly string[];
  /** Name of the GraphQL type of the rows below. */
  readonly shape?: string;
  /** The row is not on every version of the form, so that its GraphQL field may be null. */
  readonly optional?: boolean;
  /** Key of the row's figures below its own, where other forms divide the row into several; `shape` is the row's own then. */
  readonly undividedKey?: string;
  readonly rows?: readonly RowDefinition[];
}

/** The words of a table beside its heads. */
export interface TableWords {
  readonly title: string;
  readonly unit: string;
  readonly note?: string;
  readonly corner?: string;
}

/** One table of the form. A cell's path is chapter, row keys and column keys, joined by dots. */
export interface TableDefinition {
  readonly id: string;
  readonly title: string;
  /** What is said of the table as a whole, in English. */
  readonly english: TableWords;
  readonly note?: string;
  readonly unit: string;
  readonly kind: FigureKind;
  /** What the top left cell says. */
  readonly corner?: string;
  /** Name of the GraphQL type of one row's figures, where a row has more than one column. */
  readonly rowShape?: string;
  readonly columns: readonly ColumnDefinition[];
  readonly rows: readonly RowDefinition[];
}

interface ChapterBase {
  readonly key: string;
  /** The Chinese numeral that the form prints before the title. */
  readonly number: string;
  readonly title: string;
  /** The title in English. */
  readonly english: string;
  /** Other wordings of the title that published reports use. */
  readonly aliases?: readonly string[];
}

/** A chapter of text. */
export interface NarrativeChapterDefinition extends ChapterBase {
  readonly kind: 'narrative';
}

/** A chapter of tables. */
export interface FiguresChapterDefinition extends ChapterBase {
  readonly kind: 'figures';
  /** Name of the GraphQL type of the chapter's figures. */
  readonly shape: string;
  readonly tables: readonly TableDefinition[];
}

export type ChapterDefinition = NarrativeChapterDefinition | FiguresChapterDefinition;

/**
 * Sums that must agree, in every row or in every column of a table. `left` and `right` name columns (for `row`)
 * or rows (for `column`) by their keys; the name of a group stands for all that is below it.
 */
export interface EquationDefinition {
  readonly code: string;
  readonly table: string;
  readonly each: 'row' | 'column';
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** A version of the national form, as data. */
export interface FormDefinition {
  /** The year from which the form is in use; what a user names it by. */
  readonly id: string;
  readonly title: string;
  /** The document that introduced the form. */
  readonly source: string;
  readonly validFrom: number;
  /** 9999 while the form is in force. */
  readonly validTo: number;
  readonly chapters: readonly ChapterDefinition[];
  readonly equations: readonly EquationDefinition[];
}
