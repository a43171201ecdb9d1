import { expect, it } from 'vitest';
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
