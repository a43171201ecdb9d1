import type {
  ColumnDefinition,
  EquationDefinition,
  FiguresChapterDefinition,
  FormDefinition,
  RowDefinition,
  TableDefinition,
} from './form-definition.ts';
import type { Cell, Equation, FigureObject, Form, FormTable, Leaf } from './form.ts';

interface Branch {
  readonly key?: string;
  readonly label: string;
  readonly undividedKey?: string;
}

function leavesOf<Definition extends Branch>(
  branches: readonly Definition[],
  childrenOf: (branch: Definition) => readonly Definition[] | undefined,
  keys: readonly string[] = [],
  labels: readonly string[] = [],
): Leaf<Definition>[] {
  return branches.flatMap((definition) => {
    const ownKeys = definition.key === undefined ? [...keys] : [...keys, definition.key];
    const ownLabels = definition.label === '' ? labels : [...labels, definition.label];
    if (definition.undividedKey !== undefined) ownKeys.push(definition.undividedKey);
    const children = childrenOf(definition);
    if (children) return leavesOf(children, childrenOf, ownKeys, ownLabels);
    return [{ key: ownKeys.join('.'), labels: ownLabels, definition }];
  });
}

/** Joins the parts of a path, leaving out empty ones. */
function joinPath(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('.');
}

function pathOf(chapter: string, row: string, { key, definition }: Leaf<ColumnDefinition>): string {
  return definition.leads ? joinPath(chapter, key, row) : joinPath(chapter, row, key);
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
      return {
        path: pathOf(chapter.key, row.key, column),
        kind: column.definition.kind ?? definition.kind,
        table: compiled,
        row,
        column,
      };
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
  readonly undividedKey?: string;
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
    const undivided = branch.undividedKey;
    if (shape !== undefined) yield [ownPath, { shape, label: branch.label, optional }];
    if (undivided !== undefined && leafShape !== undefined)
      yield [joinPath(ownPath, undivided), { shape: leafShape, label: branch.label, optional: true }];
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
