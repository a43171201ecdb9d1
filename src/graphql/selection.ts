import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import { parseResolveInfo, type FieldsByTypeName, type ResolveTree } from 'graphql-parse-resolve-info';
import type { Fields } from '#store/report-store.ts';
import type { StoredPlace } from './builder.ts';

type Selected = Readonly<Record<string, ResolveTree>>;

/** The selected fields of an object type, with those that fragments on its interfaces select. */
function fieldsOf(tree: FieldsByTypeName, type: GraphQLObjectType): ResolveTree[] {
  const names = [type.name, ...type.getInterfaces().map((implemented) => implemented.name)];
  return names.flatMap((name) => Object.values((tree[name] ?? {}) as Selected));
}

/** Steps from a tree of one type down to the selections of the fields of those names, on whatever types they stand. */
function descend(tree: FieldsByTypeName, names: readonly string[]): FieldsByTypeName[] {
  const [name, ...rest] = names;
  if (name === undefined) return [tree];
  const steps = Object.values(tree).flatMap((fields) => Object.values(fields).filter((field) => field.name === name));
  return steps.flatMap((field) => descend(field.fieldsByTypeName, rest));
}

/** Whether parts of a stored value of that type can be read by themselves. */
function isDivided(type: GraphQLObjectType): boolean {
  return Object.values(type.getFields()).some((field) => field.extensions['stored'] !== undefined);
}

class Projection {
  readonly paths = new Set<string>();
  whole = false;

  collect(tree: FieldsByTypeName, type: GraphQLObjectType, prefix: string): void {
    for (const field of fieldsOf(tree, type)) this.#add(field, type, prefix);
  }

  #add(field: ResolveTree, type: GraphQLObjectType, prefix: string): void {
    const definition = type.getFields()[field.name];
    const place = definition?.extensions['stored'] as StoredPlace | undefined;
    if (!definition || !place) return;
    if (place === 'all') this.whole = true;
    else if ('reads' in place) for (const path of place.reads) this.paths.add(path);
    else if ('readsFor' in place) for (const path of place.readsFor(field.args)) this.paths.add(path);
    else this.#step(field, getNamedType(definition.type), prefix === '' ? place.segment : `${prefix}.${place.segment}`);
  }

  #step(field: ResolveTree, type: unknown, path: string): void {
    if (isObjectType(type) && isDivided(type)) this.collect(field.fieldsByTypeName, type, path);
    else this.paths.add(path);
  }

  get fields(): Fields {
    return this.whole ? 'all' : withoutNested(this.paths);
  }
}

/** A path that stands below another one comes with it; databases refuse to be asked for both. */
function withoutNested(paths: ReadonlySet<string>): string[] {
  const isBelow = (path: string) => [...paths].some((other) => path.startsWith(`${other}.`));
  return [...paths].filter((path) => !isBelow(path)).sort();
}

/** The stored fields of a report that a query needs, no more; `through` leads from the resolved field to the report. */
export function reportFields(info: GraphQLResolveInfo, ...through: readonly string[]): Fields {
  return storedFields(info, 'Report', ...through);
}

/**
 * The stored fields that a query needs of an object of that type: fragments, aliases, @include and @skip are followed.
 * `through` names the fields that lead from the resolved field to the object, for example `edges`, `node`.
 */
export function storedFields(info: GraphQLResolveInfo, typeName: string, ...through: readonly string[]): Fields {
  const type = info.schema.getType(typeName);
  const tree = (parseResolveInfo(info) as ResolveTree | null | undefined)?.fieldsByTypeName ?? {};
  const projection = new Projection();
  if (isObjectType(type)) for (const selected of descend(tree, through)) projection.collect(selected, type, '');
  return projection.fields;
}

/** A stored field's value; throws when the projection left it out, which is a fault of its `stored` mark. */
export function read<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('A field of a report was resolved that its selection did not read.');
  return value;
}
