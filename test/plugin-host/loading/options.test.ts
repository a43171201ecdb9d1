import { expect, it } from 'vitest';
import type { NianbaoError } from '#errors/nianbao-error.ts';
import { compileOptions } from '#plugin-host/loading/options.ts';

const withPattern = (pattern: string) =>
  compileOptions('any', { type: 'object', properties: { text: { type: 'string', pattern } } });

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
  const check = compileOptions('any', { type: 'object', properties, additionalProperties: false });
  const issues = () => {
    try {
      return check({ 'rows/of ~1': [{ title: 'a' }, {}, { title: 3 }], either: 1, 'a.b': 1 });
    } catch (error) {
      return (error as NianbaoError).issues.map(({ path, message }) => `${path} ${message}`);
    }
  };
  expect(issues()).toEqual([
    'options["a.b"] must NOT have additional properties',
    `options["rows/of ~1"][1].title must have required property 'title'`,
    'options["rows/of ~1"][2].title must be string',
    'options.either must be string',
    'options.either must match a schema in anyOf',
  ]);
});
