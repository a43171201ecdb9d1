import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '#errors/catalogue.ts';
import { rules } from '#reports/checks/rules.ts';

function codesIn(document: string): string[] {
  const text = readFileSync(new URL(`../../docs/${document}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^\| `([A-Z_]+)`/gmu)].flatMap(([, code]) => code ?? []);
}

/** The places of a sentence, which both languages must fill. */
function placesOf(sentence: string): string[] {
  return (sentence.match(/\{\w+\}/gu) ?? []).sort();
}

describe('the documentation of codes', () => {
  it('lists every error and no other', () => {
    expect(codesIn('errors.md')).toEqual(Object.keys(catalogue));
  });

  it('lists every rule and no other', () => {
    expect(codesIn('checks.md')).toEqual(Object.keys(rules));
  });

  it.each(Object.entries(catalogue))('%s says the same in both languages', (_, { zh, en }) => {
    expect(placesOf(zh)).toEqual(placesOf(en));
  });
});
