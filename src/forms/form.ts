import type {
  ChapterDefinition,
  ColumnDefinition,
  FigureKind,
  FiguresChapterDefinition,
  FormDefinition,
  RowDefinition,
  TableDefinition,
} from './form-definition.ts';

/** A row or column that holds figures, with the labels of all heads above it, outermost first. */
export interface Leaf<Definition> {
  /** Keys from the outermost head down, joined by dots; may be empty. */
  readonly key: string;
  readonly labels: readonly string[];
  readonly definition: Definition;
}

/** One figure's place. `path` addresses it everywhere, for example `applications.received.total`. */
export interface Cell {
  readonly path: string;
  readonly kind: FigureKind;
  readonly table: FormTable;
  readonly row: Leaf<RowDefinition>;
  readonly column: Leaf<ColumnDefinition>;
}

/** A table with its leaves; cells stand row by row. */
export interface FormTable {
  readonly id: string;
  readonly chapter: FiguresChapterDefinition;
  readonly definition: TableDefinition;
  readonly rows: readonly Leaf<RowDefinition>[];
  readonly columns: readonly Leaf<ColumnDefinition>[];
  readonly cells: readonly (readonly Cell[])[];
}

/** One sum that must agree: the cells of `left` together equal the cells of `right` together. */
export interface Equation {
  readonly code: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly table: FormTable;
  /** Labels of the row or column that the sum runs in. */
  readonly labels: readonly string[];
}

/** An object of the figure tree: the GraphQL type's name and the label it is described by. */
export interface FigureObject {
  readonly shape: string;
  readonly label: string;
  readonly optional: boolean;
}

/** A form with everything that follows from its declaration. */
export interface Form<Definition extends FormDefinition = FormDefinition> {
  readonly id: Definition['id'];
  readonly definition: Definition;
  readonly chapters: readonly ChapterDefinition[];
  readonly tables: readonly FormTable[];
  /** Every cell by its path, in the order of the form. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** Every object above the cells by its path. */
  readonly objects: ReadonlyMap<string, FigureObject>;
  readonly equations: readonly Equation[];
}
