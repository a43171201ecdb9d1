import type { FigureKind } from '#forms/form-definition.ts';
import type { Cell, FigureObject, Form } from '#forms/form.ts';
import { forms } from '#forms/index.ts';
import type { Figure, FigureTree } from '#reports/figures.ts';
import { builder, stored } from './builder.ts';

/** A field of a figure type: a figure, or an object with more of them. */
type FigureField =
  | { readonly [Kind in FigureKind]: { readonly kind: Kind; readonly label: string } }[FigureKind]
  | { readonly kind: 'object'; readonly shape: string; readonly label: string; readonly nullable: boolean };

type FigureTypes = Map<string, Map<string, FigureField>>;

const declareType = (shape: string) => builder.objectRef<FigureTree>(shape);

type FigureRef = ReturnType<typeof declareType>;

function splitPath(path: string): { parent: string; name: string } {
  const dot = path.lastIndexOf('.');
  return { parent: path.slice(0, Math.max(0, dot)), name: path.slice(dot + 1) };
}

/** Where forms differ, the first one that has a field describes it. */
function addField(types: FigureTypes, shape: string, name: string, field: FigureField): void {
  const fields = types.get(shape) ?? new Map<string, FigureField>();
  types.set(shape, fields);
  if (!fields.has(name)) fields.set(name, field);
}

/** An object that some form with figures does not have is null on reports of that form. */
function isOnAllForms(path: string): boolean {
  return forms.every(({ objects }) => objects.size === 0 || objects.has(path));
}

function objectField(path: string, { shape, label, optional }: FigureObject): FigureField {
  return { kind: 'object', shape, label, nullable: optional || !isOnAllForms(path) };
}

/** The label that tells a figure from its siblings: its column's, or its row's where the row is a single figure. */
function cellField(cell: Cell): FigureField {
  const labels = cell.column.key === '' ? cell.row.labels : cell.column.labels;
  return { kind: cell.kind, label: `${labels.at(-1) ?? ''} (${cell.table.definition.unit})` };
}

function collectTypes(form: Form, types: FigureTypes): void {
  const add = (path: string, field: FigureField) => {
    const { parent, name } = splitPath(path);
    const shape = form.objects.get(parent)?.shape;
    if (shape !== undefined) addField(types, shape, name, field);
  };
  for (const [path, object] of form.objects) add(path, objectField(path, object));
  for (const [path, cell] of form.cells) add(path, cellField(cell));
}

function figureAt(tree: FigureTree, name: string): Figure {
  const value = tree[name];
  return typeof value === 'object' ? null : (value ?? null);
}

function branchAt(tree: FigureTree, name: string): FigureTree | null {
  const value = tree[name];
  return typeof value === 'object' ? value : null;
}

function implementType(
  ref: FigureRef,
  fields: ReadonlyMap<string, FigureField>,
  refs: ReadonlyMap<string, FigureRef>,
): void {
  ref.implement({
    fields: (t) =>
      Object.fromEntries(
        [...fields].map(([name, field]) => {
          const common = { description: field.label, ...stored({ segment: name }) };
          if (field.kind === 'count' || field.kind === 'change')
            return [
              name,
              t.field({
                ...common,
                type: field.kind === 'count' ? 'Count' : 'CountChange',
                nullable: true,
                resolve: (tree) => figureAt(tree, name) as number | null,
              }),
            ];
          if (field.kind === 'decimal')
            return [
              name,
              t.field({
                ...common,
                type: 'Decimal',
                nullable: true,
                resolve: (tree) => figureAt(tree, name) as string | null,
              }),
            ];
          const type = refs.get(field.shape);
          if (!type) throw new Error(`No type “${field.shape}”.`);
          if (field.nullable)
            return [name, t.field({ ...common, type, nullable: true, resolve: (tree) => branchAt(tree, name) })];
          return [name, t.field({ ...common, type, resolve: (tree) => branchAt(tree, name) ?? {} })];
        }),
      ),
  });
}

function buildFigureTypes(): ReadonlyMap<string, FigureRef> {
  const types: FigureTypes = new Map();
  for (const form of forms) collectTypes(form, types);
  const shapes = new Set(forms.flatMap((form) => [...form.objects.values()].map(({ shape }) => shape)));
  const refs = new Map([...shapes].map((shape) => [shape, declareType(shape)] as const));
  for (const [shape, ref] of refs) implementType(ref, types.get(shape) ?? new Map(), refs);
  return refs;
}

/** The GraphQL types of the figures, derived from the forms, by name. */
const figureTypes = buildFigureTypes();

/** The type of a chapter's figures. Throws when no form has such a shape. */
export function figureType(shape: string): FigureRef {
  const ref = figureTypes.get(shape);
  if (!ref) throw new Error(`No form has the shape “${shape}”.`);
  return ref;
}
