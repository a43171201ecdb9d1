import type { Cell, Equation, FormTable } from '#forms/form.ts';
import { entriesOf, readPath, type Figure } from '../../figures.ts';
import { sumOf } from '../equations.ts';
import { placeOf, placeOfEquation } from '../places.ts';
import type { Finding, Rule, Unassessable } from '../rule.ts';
import type { Subject } from '../subject.ts';

function isNegative(figure: Figure): boolean {
  return typeof figure === 'number' ? figure < 0 : (figure?.startsWith('-') ?? false);
}

function judgeCells(isWrong: (cell: Cell, figure: Figure) => boolean) {
  return ({ form, figure }: Subject): Finding[] =>
    [...form.cells.values()]
      .filter((cell) => isWrong(cell, figure(cell.path)))
      .map((cell) => ({ place: placeOf(cell), paths: [cell.path], actual: String(figure(cell.path)) }));
}

/** What stands in cells without a figure, and how often: `空白 3、“/” 4`. */
function marksOf(paths: readonly string[], { report }: Subject): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const mark = readPath(report.raws, path)?.trim() ?? '';
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return [...counts].map(([mark, count]) => `${mark === '' ? '空白' : `“${mark}”`} ${count}`).join('、');
}

function* blanksOf(table: FormTable, subject: Subject): Generator<Finding> {
  for (const cells of table.cells) {
    // What was decided to mean zero still has no figure: the finding stays, with its decision.
    const blank = cells.filter(({ path }) => subject.stated(path) === null);
    if (blank.length === 0) continue;
    const place = cells[0]?.row.labels.join(' › ') || table.definition.title;
    const paths = blank.map(({ path }) => path);
    yield { place, paths, parameters: { count: blank.length, marks: marksOf(paths, subject) } };
  }
}

/** A total that is blank although all its parts are there. */
function missingTotal(equation: Equation, { figure }: Subject): Finding[] {
  const [total, ...rest] = equation.right;
  if (total === undefined || rest.length > 0 || figure(total) !== null) return [];
  const sum = sumOf(equation.left, figure);
  return sum === undefined ? [] : [{ place: placeOfEquation(equation), paths: [total], expected: String(sum) }];
}

function* judgeMissingTotals(subject: Subject): Generator<Finding | Unassessable> {
  for (const equation of subject.form.equations) yield* missingTotal(equation, subject);
}

const whole = /^-?\d+(?:\.0*)?$/u;
const decimal = /^-?\d+(?:\.\d+)?$/u;

function isBrokenCount({ kind }: Cell, figure: Figure): boolean {
  if (kind === 'decimal' || figure === null) return false;
  return typeof figure === 'number' ? !Number.isInteger(figure) : decimal.test(figure) && !whole.test(figure);
}

function isNoNumber({ kind }: Cell, figure: Figure): boolean {
  if (figure === null) return false;
  if (kind === 'decimal') return !decimal.test(String(figure));
  return typeof figure === 'number' ? !Number.isSafeInteger(figure) && Number.isInteger(figure) : !decimal.test(figure);
}

/** What may stand in a cell. */
export const cellRules = {
  NOT_A_NUMBER: {
    severity: 'ERROR',
    sentence: {
      zh: '“{place}”应为数字，填报为 {actual}。',
      en: '“{place}” must be a number, but says {actual}.',
    },
    judge: judgeCells(isNoNumber),
  },
  NOT_WHOLE_NUMBER: {
    severity: 'ERROR',
    sentence: {
      zh: '“{place}”应为整数，填报为 {actual}。',
      en: '“{place}” must be a whole number, but says {actual}.',
    },
    judge: judgeCells(isBrokenCount),
  },
  NEGATIVE_NUMBER: {
    severity: 'ERROR',
    sentence: {
      zh: '“{place}”不应为负数，填报为 {actual}。',
      en: '“{place}” must not be negative, but says {actual}.',
    },
    judge: judgeCells(({ kind }, figure) => kind !== 'change' && isNegative(figure)),
  },
  MISSING_CELL: {
    severity: 'WARNING',
    sentence: {
      zh: '“{place}”有 {count} 个单元格未填数字（{marks}）；没有的应填 0。',
      en: '“{place}” has {count} cells without a figure ({marks}); nothing is written as 0.',
    },
    judge: function* judge(subject) {
      for (const table of subject.form.tables) yield* blanksOf(table, subject);
    },
  },
  MISSING_TOTAL: {
    severity: 'WARNING',
    sentence: {
      zh: '“{place}”的总计未填，各项之和为 {expected}。',
      en: 'The total of “{place}” is blank; its parts add up to {expected}.',
    },
    judge: judgeMissingTotals,
  },
  DUPLICATE_TABLE: {
    severity: 'ERROR',
    sentence: {
      zh: '“{place}”在文件中出现两次，数字不同：{actual} 与 {other}。',
      en: '“{place}” is in the document twice, with different figures: {actual} and {other}.',
    },
    judge: function* judge({ form, report, figure }) {
      for (const [path, other] of entriesOf<string>(report.source?.otherReadings ?? {})) {
        const cell = form.cells.get(path);
        const actual = String(figure(path) ?? readPath(report.raws, path) ?? '');
        if (cell && other !== actual) yield { place: placeOf(cell), paths: [path], actual, parameters: { other } };
      }
    },
  },
} as const satisfies Record<string, Rule>;
