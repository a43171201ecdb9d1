import {
  getNamedType,
  isEnumType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { operations } from './role-operations.ts';

/** Arguments of fields below the root that can not be asked without. */
const needed: Readonly<Record<string, string>> = {
  'Report.rendering': '(renderer: "text")',
  'Report.reviewSheet': '(renderer: "text")',
  'ReportComparison.rendering': '(renderer: "text")',
  'Rollup.rendering': '(renderer: "text")',
};

/** Looked at first, so that types are reached through the report that the test makes where they can be. */
const firstRoots = ['report', 'organization', 'reports'];

interface Step {
  /** As it stands in a query: the field's name and its arguments. */
  readonly text: string;
  readonly name: string;
}

/** How a type is reached by queries: the fields from the root to it. */
export interface Reached {
  readonly type: GraphQLObjectType;
  readonly steps: readonly Step[];
}

type Field = GraphQLField<unknown, unknown>;

function stepTo(type: GraphQLObjectType, field: Field): Step | undefined {
  const given = type.name === 'Query' ? operations[`query.${field.name}`] : needed[`${type.name}.${field.name}`];
  if (given === undefined && field.args.some(isRequiredArgument)) return undefined;
  return { text: `${field.name}${given ?? ''}`, name: field.name };
}

function fieldsOf(type: GraphQLObjectType): Field[] {
  const fields = Object.values(type.getFields());
  if (type.name !== 'Query') return fields;
  const rank = ({ name }: Field) => (firstRoots.indexOf(name) + firstRoots.length + 1) % (firstRoots.length + 1);
  return fields.toSorted((one, other) => rank(one) - rank(other));
}

/** Every object type that a query can reach, by a shortest way, in the order of the alphabet. */
export function reachedTypes(schema: GraphQLSchema): readonly Reached[] {
  const root = schema.getQueryType();
  const found = new Map<string, Reached>();
  const open: Reached[] = root ? [{ type: root, steps: [] }] : [];
  for (const { type, steps } of open)
    for (const field of fieldsOf(type)) {
      const next = getNamedType(field.type);
      const step = stepTo(type, field);
      if (!step || !isObjectType(next) || found.has(next.name)) continue;
      const reached = { type: next, steps: [...steps, step] };
      found.set(next.name, reached);
      open.push(reached);
    }
  return [...found.values()].toSorted((one, other) => (one.type.name < other.type.name ? -1 : 1));
}

/** The field as it is asked; of an object, whether it is there. */
function askedAs(type: GraphQLObjectType, field: Field): string | undefined {
  const step = stepTo(type, field);
  if (!step) return undefined;
  const named = getNamedType(field.type);
  return isScalarType(named) || isEnumType(named) ? step.text : `${step.text} { __typename }`;
}

/** The fields of a type that can be asked without more being known. */
export function askableFields(type: GraphQLObjectType): readonly string[] {
  return Object.values(type.getFields()).flatMap((field) => (askedAs(type, field) === undefined ? [] : [field.name]));
}

/** A query for one field of a type. */
export function queryFor({ type, steps }: Reached, name: string): string {
  const field = type.getFields()[name];
  const asked = (field && askedAs(type, field)) ?? '__typename';
  return `{ ${[...steps.map(({ text }) => text), asked].join(' { ')}${' }'.repeat(steps.length)} }`;
}

/** All values that an answer holds at the end of a way through it; what is null or in no list is none. */
export function valuesAt(data: unknown, path: readonly string[]): readonly unknown[] {
  if (data === null || data === undefined) return [];
  if (Array.isArray(data)) return data.flatMap((one) => valuesAt(one, path));
  const [name, ...rest] = path;
  return name === undefined ? [data] : valuesAt((data as Record<string, unknown>)[name], rest);
}
