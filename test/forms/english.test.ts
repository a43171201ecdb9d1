import { describe, expect, it } from 'vitest';
import type { ColumnDefinition, RowDefinition } from '#forms/form-definition.ts';
import type { Form } from '#forms/form.ts';
import { forms } from '#forms/index.ts';

type Branch = RowDefinition & ColumnDefinition;

interface Words {
  readonly chinese: string;
  readonly english: string;
}

function labelsBelow(branches: readonly Branch[]): Words[] {
  return branches.flatMap(({ label, english, rows, columns }) => [
    { chinese: label, english },
    ...labelsBelow((rows ?? columns ?? []) as readonly Branch[]),
  ]);
}

function wordsOf({ chapters, tables }: Form): Words[] {
  const said = tables.flatMap(({ definition: { title, unit, corner = '', note = '', english, rows, columns } }) => [
    { chinese: title, english: english.title },
    { chinese: unit, english: english.unit },
    { chinese: corner, english: english.corner ?? '' },
    { chinese: note, english: english.note ?? '' },
    ...labelsBelow(rows as readonly Branch[]),
    ...labelsBelow(columns as readonly Branch[]),
  ]);
  return [...chapters.map(({ title, english }) => ({ chinese: title, english })), ...said];
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Numbers that the labels from a table's edge down to a row carry: 三、（三）4. is 3.3.4. */
function numberOf(labels: readonly string[]): string {
  const numbers = labels.map((label) => /^（?(?:([一二三四五六七八九十])[、）]|(\d+)\.)/u.exec(label) ?? []);
  return numbers.map(([, numeral, digits]) => digits ?? (numeral ? numerals.indexOf(numeral) + 1 : '')).join('.');
}

function rowPaths(
  rows: readonly RowDefinition[],
  above: readonly string[] = [],
): { number: string; english: string }[] {
  return rows.flatMap(({ label, english, rows: below = [] }) => {
    const path = [...above, label];
    return [{ number: numberOf(path), english }, ...rowPaths(below, path)];
  });
}

describe.each(forms)('the English of the form of $id', (form) => {
  it('is there wherever there is Chinese, and is not Chinese', () => {
    const words = wordsOf(form);
    expect(words.length).toBeGreaterThan(80);
    for (const { chinese, english } of words) {
      expect({ chinese, empty: english === '' }).toEqual({ chinese, empty: chinese === '' });
      expect(english).not.toMatch(/[\p{Script=Han}（），：；、]/u);
    }
  });

  it('numbers the rows as the Chinese does, with the numbers above them', () => {
    const numbered = form.tables.flatMap(({ definition }) => rowPaths(definition.rows)).filter(({ number }) => number);
    expect(numbered.length).toBeGreaterThan(25);
    for (const { number, english } of numbered) expect(english.replace(/^(\d+)\. /u, '$1 ').split(' ')[0]).toBe(number);
  });
});
