import {
  CONTRACT_VERSION,
  definePlugin,
  defineRenderer,
  type PrintableDocument,
  type RendererInput,
  type ReportValues,
} from 'nianbao/plugin-api';
import semver from 'semver';
import { describe, expect, expectTypeOf, it } from 'vitest';

// What is wrong here is found by the type check; the rest by running.
describe('the types of the contract', () => {
  it('hand a renderer the document unless it says what it takes', () => {
    defineRenderer({
      render: (input, options) => {
        expectTypeOf(input).toEqualTypeOf<PrintableDocument>();
        expectTypeOf(options).toEqualTypeOf<Record<string, never>>();
        return input.title;
      },
    });
    defineRenderer<{ mark: string }, string>({
      render: (input, { mark }) => {
        expectTypeOf(input).toBeString();
        return input + mark;
      },
    });
  });

  it('hand out the plain values by the paths of the form', () => {
    const values = defineRenderer<object, ReportValues>({
      render: ({ figures, year }) => JSON.stringify({ figures, year }),
    });
    expectTypeOf<RendererInput>().toExtend<'document' | 'values' | { readonly renderer: string }>();
    expectTypeOf<'values'>().toExtend<RendererInput>();
    // @ts-expect-error: a renderer answers with text or bytes
    defineRenderer({ render: () => 42 });
    // @ts-expect-error: nothing else can be taken
    expectTypeOf<'reports'>().toExtend<RendererInput>();
    expect(definePlugin({ renderers: { values } }).renderers['values']).toBe(values);
  });

  it('have a version that plugins of the first contract still fit', () => {
    expect(semver.satisfies(CONTRACT_VERSION, '^1.0.0')).toBe(true);
    expect(semver.satisfies(CONTRACT_VERSION, '>=1.2.0')).toBe(true);
  });
});
