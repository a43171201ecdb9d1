import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form } from '#forms/form.ts';
import { forms } from '#forms/index.ts';
import { checkReport } from '#reports/checks/check-report.ts';
import type { Figure } from '#reports/figures.ts';
import { filledReport } from './filled-report.ts';

const count = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 40 }) },
  { weight: 1, arbitrary: fc.nat({ max: 2 ** 40 }) },
);

function keysOf(form: Form, table: string, part: 'rows' | 'columns'): readonly string[] {
  const found = form.tables.find(({ id }) => id === table);
  return (found?.[part] ?? []).map(({ key }) => key);
}

type Figures = Record<string, number>;

/** Of each column: what was carried over, and in each row of outcomes; what is left of the rest is what was received. */
function requests(form: Form, next: () => number): Figures {
  const outcomes = keysOf(form, 'applications', 'rows').filter(
    (key) => key.startsWith('outcomes.') && key !== 'outcomes.total',
  );
  const columns = keysOf(form, 'applications', 'columns');
  const figures: Figures = {};
  const add = (row: string, column: string, value: number) => {
    for (const key of [column, columns.at(-1)])
      figures[`applications.${row}.${key}`] = (figures[`applications.${row}.${key}`] ?? 0) + value;
  };
  for (const column of columns.slice(0, -1)) {
    const [over, forward] = [next(), next()];
    const answered = outcomes.map((row) => [row, next()] as const);
    const total = answered.reduce((sum, [, value]) => sum + value, 0);
    const received = Math.max(0, total + forward - over);
    for (const [row, value] of [...answered, ['outcomes.total', total], ['carriedForward', forward]] as const)
      add(row, column, value);
    add('received', column, received);
    add('carriedOver', column, total + forward - received);
  }
  return figures;
}

function disputes(next: () => number): Figures {
  const figures: Figures = {};
  for (const block of ['review', 'directLitigation', 'litigationAfterReview']) {
    const parts = ['upheld', 'corrected', 'otherResult', 'pending'].map((part) => [part, next()] as const);
    for (const [part, value] of parts) figures[`disputes.${block}.${part}`] = value;
    figures[`disputes.${block}.total`] = parts.reduce((sum, [, value]) => sum + value, 0);
  }
  return figures;
}

/** A form filled so that all its sums agree. */
const cleanFigures = fc.constantFrom(...forms.filter(({ cells }) => cells.size > 0)).chain((form) =>
  fc.infiniteStream(count).map((stream) => {
    const next = () => stream.next().value ?? 0;
    const figures: Record<string, Figure> = { ...requests(form, next), ...disputes(next) };
    for (const [path, { kind }] of form.cells) figures[path] ??= kind === 'decimal' ? `${next()}.5` : next();
    // No town and no department of a county makes 规章.
    for (const path of Object.keys(figures)) if (path.includes('.regulations.')) figures[path] = 0;
    return { form, figures };
  }),
);

function violationsOf(form: Form, figures: Record<string, Figure>) {
  const year = form.definition.validFrom;
  return checkReport(form, filledReport(figures, { year, title: `${year}年报告` }, form)).violations;
}

describe('figures of which the sums agree', () => {
  it('raise no finding', () => {
    fc.assert(
      fc.property(cleanFigures, ({ form, figures }) => {
        expect(violationsOf(form, figures)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('raise, when one of them is changed, a finding of each sum that holds it and no other', () => {
    const anyCell = cleanFigures.chain((clean) => {
      const paths = clean.form.equations.flatMap(({ left, right }) => [...left, ...right]);
      return fc.record({
        clean: fc.constant(clean),
        path: fc.constantFrom(...paths),
        by: fc.integer({ min: 1, max: 99 }),
      });
    });
    fc.assert(
      fc.property(anyCell, ({ clean: { form, figures }, path, by }) => {
        const found = violationsOf(form, { ...figures, [path]: Number(figures[path]) + by });
        const broken = form.equations.filter(({ left, right }) => [...left, ...right].includes(path));
        expect(found.map(({ code, paths }) => [code, paths])).toEqual(
          broken.map(({ code, left, right }) => [code, [...left, ...right]]),
        );
        for (const { expected, actual } of found) expect(Math.abs(Number(expected) - Number(actual))).toBe(by);
      }),
      { numRuns: 60 },
    );
  });

  it('raise, when one of them is blank, no finding but of the blank', () => {
    const anyCell = cleanFigures.chain((clean) =>
      fc.record({ clean: fc.constant(clean), path: fc.constantFrom(...clean.form.cells.keys()) }),
    );
    fc.assert(
      fc.property(anyCell, ({ clean: { form, figures }, path }) => {
        const codes = violationsOf(form, { ...figures, [path]: null }).map(({ code }) => code);
        expect(codes.filter((code) => code !== 'MISSING_TOTAL')).toEqual(['MISSING_CELL']);
      }),
      { numRuns: 40 },
    );
  });
});
