import type {
  ChapterDefinition,
  ColumnDefinition,
  EquationDefinition,
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

interface Branch {
  readonly key?: string;
  readonly label: string;
}

function leavesOf<Definition extends Branch>(
  branches: readonly Definition[],
  childrenOf: (branch: Definition) => readonly Definition[] | undefined,
  keys: readonly string[] = [],
  labels: readonly string[] = [],
): Leaf<Definition>[] {
  return branches.flatMap((definition) => {
    const ownKeys = definition.key === undefined ? keys : [...keys, definition.key];
    const ownLabels = definition.label === '' ? labels : [...labels, definition.label];
    const children = childrenOf(definition);
    if (children) return leavesOf(children, childrenOf, ownKeys, ownLabels);
    return [{ key: ownKeys.join('.'), labels: ownLabels, definition }];
  });
}

/** Joins the parts of a path, leaving out empty ones. */
function joinPath(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('.');
}

function compileTable(chapter: FiguresChapterDefinition, definition: TableDefinition): FormTable {
  const rows = leavesOf(definition.rows, (row) => row.rows);
  const columns = leavesOf(definition.columns, (column) => column.columns);
  const table = { id: definition.id, chapter, definition, rows, columns };
  const compiled: FormTable = {
    ...table,
    get cells() {
      return cells;
    },
  };
  const cells = rows.map((row) =>
    columns.map((column): Cell => {
      const path = joinPath(chapter.key, row.key, column.key);
      return { path, kind: definition.kind, table: compiled, row, column };
    }),
  );
  return compiled;
}

function isWithin(key: string, group: string): boolean {
  return key === group || key.startsWith(`${group}.`);
}

function leavesNamed<Definition>(
  leaves: readonly Leaf<Definition>[],
  names: readonly string[],
  code: string,
): Leaf<Definition>[] {
  return names.flatMap((name) => {
    const found = leaves.filter((leaf) => isWithin(leaf.key, name));
    if (found.length === 0) throw new Error(`The equation ${code} names “${name}”, which its table does not have.`);
    return found;
  });
}

function compileEquation(tables: readonly FormTable[], definition: EquationDefinition): Equation[] {
  const table = tables.find(({ id }) => id === definition.table);
  if (!table) throw new Error(`The equation ${definition.code} names the unknown table “${definition.table}”.`);
  const inRows = definition.each === 'row';
  const lines = inRows ? table.rows : table.columns;
  const across: readonly Leaf<unknown>[] = inRows ? table.columns : table.rows;
  const side = (names: readonly string[], line: string) =>
    leavesNamed(across, names, definition.code).map(({ key }) =>
      inRows ? joinPath(table.chapter.key, line, key) : joinPath(table.chapter.key, key, line),
    );
  return lines.map(({ key, labels }) => ({
    code: definition.code,
    left: side(definition.left, key),
    right: side(definition.right, key),
    table,
    labels,
  }));
}

interface ObjectSource {
  readonly key?: string;
  readonly label: string;
  readonly shape?: string;
  readonly optional?: boolean;
  readonly rows?: readonly RowDefinition[];
  readonly columns?: readonly ColumnDefinition[];
}

function* objectsBelow(
  branches: readonly ObjectSource[],
  path: string,
  leafShape: string | undefined,
): Generator<readonly [string, FigureObject]> {
  for (const branch of branches) {
    const ownPath = joinPath(path, branch.key ?? '');
    const children = branch.rows ?? branch.columns;
    const shape = branch.shape ?? (children ? undefined : leafShape);
    const optional = branch.optional ?? false;
    if (shape !== undefined) yield [ownPath, { shape, label: branch.label, optional }];
    if (children) yield* objectsBelow(children, ownPath, leafShape);
  }
}

function* objectsOf(tables: readonly FormTable[]): Generator<readonly [string, FigureObject]> {
  for (const { chapter, definition } of tables) {
    yield [chapter.key, { shape: chapter.shape, label: `${chapter.number}、${chapter.title}`, optional: false }];
    yield* objectsBelow(definition.rows, chapter.key, definition.rowShape);
    yield* objectsBelow(definition.columns, chapter.key, undefined);
  }
}

function indexCells(tables: readonly FormTable[]): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const cell of tables.flatMap((table) => table.cells.flat())) {
    if (cells.has(cell.path)) throw new Error(`Two cells of the form have the path “${cell.path}”.`);
    cells.set(cell.path, cell);
  }
  return cells;
}

/** Derives a form's tables, cells, objects and equations from its declaration. */
export function compileForm<Definition extends FormDefinition>(definition: Definition): Form<Definition> {
  const tables = definition.chapters.flatMap((chapter) =>
    chapter.kind === 'figures' ? chapter.tables.map((table) => compileTable(chapter, table)) : [],
  );
  return {
    id: definition.id,
    definition,
    chapters: definition.chapters,
    tables,
    cells: indexCells(tables),
    objects: new Map(objectsOf(tables)),
    equations: definition.equations.flatMap((equation) => compileEquation(tables, equation)),
  };
}
