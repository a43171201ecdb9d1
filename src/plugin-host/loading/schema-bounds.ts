import { Ajv2020 } from 'ajv/dist/2020.js';
import type { OptionsSchema } from '#plugin-api/manifest.ts';
import { namesIn, placeOf } from './schema-faults.ts';

const MOST_KIBIBYTES = 64;
const MOST_SCHEMAS = 500;

/** Keywords whose value is a schema. */
const ofOne = new Set([
  'additionalProperties',
  'contains',
  'contentSchema',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
]);
/** Keywords whose value has schemas, by their names or in a row. */
const ofMany = new Set([
  '$defs',
  'allOf',
  'anyOf',
  'definitions',
  'dependencies',
  'dependentSchemas',
  'oneOf',
  'patternProperties',
  'prefixItems',
  'properties',
]);
/** An answer that comes later, and references that lead to more than their pointer says. */
const refused = new Set(['$async', '$dynamicRef', '$recursiveRef']);

const { RULES: known } = new Ajv2020({ strict: false });

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isKeyword(name: string): boolean {
  return (Object.hasOwn(known.keywords, name) && !refused.has(name)) || name.startsWith('x-');
}

interface Part {
  readonly names: readonly string[];
  readonly part: unknown;
}

/** The schemas within a schema, by the names that lead to them. */
function partsOf(schema: OptionsSchema): Part[] {
  return Object.entries(schema).flatMap(([keyword, value]): Part[] => {
    if (ofOne.has(keyword)) return [{ names: [keyword], part: value }];
    if (!ofMany.has(keyword) || typeof value !== 'object' || value === null) return [];
    return Object.entries(value).map(([name, part]) => ({ names: [keyword, name], part: part as unknown }));
  });
}

function within(value: unknown, name: string): unknown {
  const has = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  return has ? (value as OptionsSchema)[name] : undefined;
}

function refuseKeywords(schema: OptionsSchema, place: string, isRoot: boolean): void {
  const strange = Object.keys(schema).find((name) => !isKeyword(name));
  if (strange !== undefined) throw new Error(`${placeOf(place, [strange])} is no keyword of an options schema`);
  if (!isRoot && '$id' in schema) throw new Error(`${place}.$id may be at the top only`);
}

/** Counts the schemas that a schema is made of when every `$ref` is followed; a recursive one counts once. */
class SchemaCount {
  readonly #root: OptionsSchema;
  readonly #sizes = new Map<object, number>();

  constructor(root: OptionsSchema) {
    this.#root = root;
  }

  count(schema: unknown, place: string): number {
    if (!isObject(schema)) return 1;
    const counted = this.#sizes.get(schema);
    if (counted !== undefined) return counted;
    this.#sizes.set(schema, 1);
    refuseKeywords(schema, place, schema === this.#root);
    const parts = partsOf(schema).map(({ names, part }) => this.count(part, placeOf(place, names)));
    const size = parts.reduce((sum, part) => sum + part, 1 + this.#countTarget(schema, place));
    if (Math.max(size, this.#sizes.size) > MOST_SCHEMAS)
      throw new Error(`${place} has more than ${MOST_SCHEMAS} schemas in it when every $ref is followed`);
    this.#sizes.set(schema, size);
    return size;
  }

  #countTarget({ $ref }: OptionsSchema, place: string): number {
    if ($ref === undefined) return 0;
    if (typeof $ref !== 'string' || !/^#(?:\/|$)/u.test($ref))
      throw new Error(`${place}.$ref must be a pointer within the schema, such as "#/$defs/size"`);
    const names = namesIn(decodeURIComponent($ref));
    return this.count(names.reduce<unknown>(within, this.#root), placeOf('options', names));
  }
}

/**
 * How many schemas an options schema is made of. Throws when compiling or applying it could keep the gateway's thread
 * busy; names the place.
 */
export function countSchemas(schema: OptionsSchema): number {
  const size = Buffer.byteLength(JSON.stringify(schema));
  if (size > MOST_KIBIBYTES * 1024) throw new Error(`options must be at most ${MOST_KIBIBYTES} KiB as JSON`);
  return new SchemaCount(schema).count(schema, 'options');
}
