import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { national2021 } from '#forms/national/2021.ts';
import type { Form } from '#forms/form.ts';
import { forms } from '#forms/index.ts';
import { readTextDocument } from '#importers/read-text-document.ts';
import { entriesOf } from '#reports/figures.ts';
import { writeReportText } from './report-text.ts';

const paths = [...national2021.cells.keys()];

/** A different figure in each cell, so that a figure in a wrong place is seen. */
function anyFigures(form: Form): fc.Arbitrary<Map<string, number | string>> {
  const cells = [...form.cells];
  return fc
    .array(fc.nat({ max: 20_000_000 }), { minLength: cells.length, maxLength: cells.length })
    .map(
      (values) =>
        new Map(
          cells.map(([path, { kind }], index) => [
            path,
            kind === 'decimal' ? `${values[index]}.25` : (values[index] ?? 0),
          ]),
        ),
    );
}

function figuresOf(text: string): Map<string, unknown> {
  return new Map(entriesOf(readTextDocument(text).figures));
}

/** The figures of a text, or the error that it is refused with. */
function outcomeOf(text: string): unknown {
  try {
    return figuresOf(text);
  } catch (error) {
    return error;
  }
}

describe.each(forms.map((form) => [form.id, form] as const))(
  'text on the form of %s that keeps its labels and figures',
  (_, form) => {
    it('gives every figure its cell', () => {
      fc.assert(
        fc.property(anyFigures(form), (figures) => {
          expect(figuresOf(writeReportText(form, figures))).toEqual(figures);
        }),
        { numRuns: 30 },
      );
    });

    it('may be broken into lines between any two tokens, and carry page marks', () => {
      const separators = fc.infiniteStream(fc.constantFrom(' ', '  ', '\n', '\n- 4 -\n', '\u3000'));
      fc.assert(
        fc.property(anyFigures(form), separators, (figures, stream) => {
          const text = writeReportText(form, figures)
            .split('\n\n')
            .map((line) =>
              /^[一二三四五六]、(?!本|上年|结转)/u.test(line)
                ? line
                : line.replaceAll(' ', () => stream.next().value ?? ' '),
            )
            .join('\n\n');
          expect(figuresOf(text)).toEqual(figures);
        }),
        { numRuns: 30 },
      );
    });
  },
);

describe('text that keeps its labels and figures', () => {
  it('may break a label anywhere and carry figures inside it', () => {
    const figures = new Map(paths.map((path, index) => [path, path.endsWith('.fees') ? '72701.2578' : index]));
    const label = '5.要求行政机关确认或重新出具已获取信息';
    const row =
      national2021.tables.flatMap(({ cells }) => cells).find(([cell]) => cell?.row.definition.label === label) ?? [];
    const values = row.map(({ path }) => figures.get(path)).join(' ');
    const text = writeReportText(national2021, figures).replace(
      `${label} ${values}`,
      `5.要求行政机关确认或重新\n\n${values}\n\n出具已\n获取信息`,
    );
    expect(text).toContain('确认或重新\n');
    expect(figuresOf(text)).toEqual(figures);
  });

  it.each([
    [
      'full-width digits',
      (text: string) => text.replace(/\d/gu, (digit) => String.fromCodePoint(0xfee0 + (digit.codePointAt(0) ?? 0))),
    ],
    [
      'CJK radicals from a printed page',
      (text: string) => text.replaceAll('民', '⺠').replaceAll('行', '⾏').replaceAll('户', '⼾'),
    ],
    ['zero-width characters', (text: string) => text.replaceAll('公开', '公\u200b开')],
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['1、 for 1.', (text: string) => text.replace(/(?<=\n)(\d)\./gu, '$1、')],
    ['quotation marks of another kind', (text: string) => text.replace(/[“”]/gu, '"')],
  ])('may have %s', (_, change) => {
    const figures = new Map(paths.map((path, index) => [path, path.endsWith('.fees') ? '72701.2578' : index]));
    const text = change(writeReportText(national2021, figures));
    expect(figuresOf(text)).toEqual(figures);
  });

  it('keeps nil marks and blank rows apart from zero', () => {
    const figures = new Map<string, string>(paths.map((path) => [path, path.startsWith('disputes') ? '/' : '0']));
    const draft = readTextDocument(writeReportText(national2021, figures).replace(/(?<=\n行政许可) 0/u, ''));
    const values = new Map(entriesOf(draft.figures));
    expect(values.get('disputes.review.upheld')).toBeNull();
    expect(values.get('proactiveDisclosure.licensing')).toBeNull();
    expect(values.get('proactiveDisclosure.penalties')).toBe(0);
    const raws = new Map(entriesOf(draft.raws));
    expect(raws.get('disputes.review.upheld')).toBe('/');
    expect(raws.get('proactiveDisclosure.licensing')).toBe('');
  });

  it('keeps text that stands beside the tables', () => {
    const text = writeReportText(national2021, new Map()).replace(
      '第二十条第（一）项',
      '2023年，我局共主动公开信息 35 条。\n\n第二十条第（一）项',
    );
    expect(readTextDocument(text).narratives['proactiveDisclosure']).toBe('2023年，我局共主动公开信息 35 条。');
  });
});

describe('whatever is thrown at it', () => {
  const sample = writeReportText(national2021, new Map());
  const whole = figuresOf(sample);

  it('random truncations are refused, or read without a wrong figure', () => {
    fc.assert(
      fc.property(fc.nat({ max: sample.length }), (length) => {
        const outcome = outcomeOf(sample.slice(0, length));
        expect(outcome instanceof NianbaoError ? whole : outcome).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  it('random bytes never crash it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 2000 }), (bytes) => {
        expect(() => readTextDocument(bytes)).toThrow(expect.objectContaining({ name: 'NianbaoError' }));
      }),
      { numRuns: 300 },
    );
  });
});
