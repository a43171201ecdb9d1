import { expect, it } from 'vitest';
import type { NianbaoError } from '#errors/nianbao-error.ts';
import { compileOptions } from '#plugin-host/loading/options.ts';

const withPattern = (pattern: string) =>
  compileOptions(
    { renderer: 'any', version: '1.0.0' },
    { type: 'object', properties: { text: { type: 'string', pattern } } },
  );

it('matches the pattern of an option in a time that grows with the text only', () => {
  const check = withPattern('^(a+)+$');
  const began = performance.now();
  expect(() => check({ text: `${'a'.repeat(5000)}!` })).toThrow(
    expect.objectContaining({ code: 'RENDERER_OPTIONS_INVALID' }) as Error,
  );
  expect(check({ text: 'aaa' })).toEqual({ text: 'aaa' });
  expect(performance.now() - began).toBeLessThan(2000);
});

it('reads the patterns of JavaScript', () => {
  expect(withPattern('^\\d{4}-\\p{L}+/[\\w-]$')({ text: '2024-年报/x' })).toEqual({ text: '2024-年报/x' });
});

it('refuses a pattern that can not be matched so', () => {
  expect(() => withPattern('(a)\\1')).toThrow(/regexp/u);
});

it('names the place of each fault once, as it is written in JavaScript', () => {
  const row = { type: 'object', properties: { title: { type: 'string' } }, required: ['title'] };
  const either = { anyOf: [{ type: 'string' }, { type: 'string', minLength: 2 }] };
  const properties = { 'rows/of ~1': { type: 'array', items: row }, either };
  const check = compileOptions(
    { renderer: 'any', version: '1.0.0' },
    { type: 'object', properties, additionalProperties: false },
  );
  const issues = () => {
    try {
      return check({ 'rows/of ~1': [{ title: 'a' }, {}, { title: 3 }], either: 1, 'a.b': 1 });
    } catch (error) {
      return (error as NianbaoError).issues.map(({ path, message }) => `${path} ${message}`);
    }
  };
  expect(issues()).toEqual([
    'options["a.b"] must NOT have additional properties',
    `options["rows/of ~1"][1].title is required`,
    'options["rows/of ~1"][2].title must be string',
    'options.either must be string',
    'options.either must match a schema in anyOf',
  ]);
});

type Schema = Readonly<Record<string, unknown>>;

const chain = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => {
    const next = { $ref: index === 39 ? '#/$defs/end' : `#/$defs/d${index + 1}` };
    return [`d${index}`, { allOf: [next, next] }];
  }),
);
const many = (count: number, schema: Schema) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, schema]));

const unbounded: readonly (readonly [string, Schema, RegExp])[] = [
  ['that answers later', { properties: { a: { $async: true } } }, /options\.properties\.a\.\$async is no keyword/u],
  [
    'that answers later where only a reference finds it',
    { default: { b: { $async: true } }, properties: { a: { $ref: '#/default/b' } } },
    /options\.default\.b\.\$async is no keyword/u,
  ],
  [
    'that grows with each reference',
    { $defs: { ...chain, end: {} }, properties: { a: { $ref: '#/$defs/d0' } } },
    /options\.\$defs\.d\d+ has more than 500 schemas/u,
  ],
  ['of many schemas', { properties: many(501, { enum: [1] }) }, /options has more than 500 schemas/u],
  ['of much text', { description: 'x'.repeat(65_536) }, /options must be at most 64 KiB/u],
  [
    'whose references are no pointers',
    { properties: { a: { $ref: 'other' } } },
    /options\.properties\.a\.\$ref must be/u,
  ],
  ['with a misspelt keyword', { properties: { a: { tpye: 'string' } } }, /options\.properties\.a\.tpye is no keyword/u],
];

it.each(unbounded)('refuses a schema %s', (_, schema, message) => {
  const began = performance.now();
  expect(() => compileOptions({ renderer: 'any', version: '1.0.0' }, { type: 'object', ...schema })).toThrow(message);
  expect(performance.now() - began).toBeLessThan(2000);
});

it('takes a recursive schema, annotations and extensions', () => {
  const row = {
    'x-widget': 'row',
    description: 'a row',
    properties: { rows: { type: 'array', items: { $ref: '#/$defs/row' } } },
  };
  const check = compileOptions(
    { renderer: 'any', version: '1.0.0' },
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      $defs: { row },
      properties: { $ref: { $ref: '#/$defs/row' }, at: { type: 'string', format: 'date-time', examples: ['x'] } },
    },
  );
  expect(check({ $ref: { rows: [{ rows: [] }] }, at: 'any' })).toEqual({ $ref: { rows: [{ rows: [] }] }, at: 'any' });
});

const refusalOf = (options: Schema): NianbaoError => {
  try {
    compileOptions({ renderer: 'any', version: '1.0.0' }, { type: 'object', additionalProperties: false })(options);
  } catch (error) {
    return error as NianbaoError;
  }
  throw new Error('They were taken.');
};

it('refuses options that are too deep or too large before it looks at them', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`) as Schema;
  expect(refusalOf(deep)).toMatchObject({
    code: 'RENDERER_OPTIONS_INVALID',
    issues: [{ path: 'options', message: 'must be at most 16 levels deep' }],
  });
  expect(refusalOf({ b: 'x'.repeat(16_384) })).toMatchObject({
    code: 'RENDERER_OPTIONS_INVALID',
    issues: [{ path: 'options', message: 'must be at most 16 KiB as JSON' }],
  });
});

it('tells at most 20 faults, and three of them in the sentence', () => {
  const error = refusalOf(many(1000, {}));
  expect(error.issues).toHaveLength(20);
  expect(error.issues.at(-1)).toEqual({ path: 'options', message: 'has 981 more faults' });
  expect(error.message.split('; ')).toHaveLength(4);
  expect(JSON.stringify(refusalOf({ ['x'.repeat(10_000)]: 1 }).issues).length).toBeLessThan(1000);
});

it('refuses more values than a large schema can be applied to in a moment', () => {
  const oneOf = Array.from({ length: 400 }, (_, index) => ({ const: index }));
  const check = compileOptions(
    { renderer: 'any', version: '1.0.0' },
    { type: 'object', properties: { a: { type: 'array', items: { oneOf } } } },
  );
  expect(check({ a: [1, 2] })).toEqual({ a: [1, 2] });
  expect(() => check({ a: Array.from({ length: 8000 }, () => 9) })).toThrow(/options must have at most \d+ values/u);
});
