import { phrase, type Locale } from '#errors/locale.ts';
import type { Cell, Equation, Form, FormTable } from '#forms/form.ts';
import { readPath, type Figure } from '../figures.ts';
import type { ReportContent, StoredChecks } from '../report.ts';
import { judgeEquation } from './equations.ts';
import { rules, type RuleCode } from './rules.ts';
import type { Violation } from './violation.ts';

type Finding = Partial<Pick<Violation, 'paths' | 'expected' | 'actual'>> & {
  readonly place: string;
  readonly count?: number;
};

function violation(code: RuleCode, { place, count, ...finding }: Finding): Violation {
  return {
    code,
    severity: rules[code].severity,
    paths: finding.paths ?? [],
    expected: finding.expected ?? null,
    actual: finding.actual ?? null,
    parameters: { place, ...(count === undefined ? {} : { count }) },
  };
}

/** The labels that name a cell for a person, outermost first. */
function placeOf(cell: Cell): string {
  return [...cell.row.labels, ...cell.column.labels].join(' › ');
}

function isRuleCode(code: string): code is RuleCode {
  return Object.hasOwn(rules, code);
}

function checkEquation(equation: Equation, report: ReportContent): Violation[] {
  const state = judgeEquation(equation, report.figures);
  if (state.kind !== 'broken' || !isRuleCode(equation.code)) return [];
  const place = equation.labels.length > 0 ? equation.labels.join(' › ') : headOf(equation);
  const paths = [...equation.left, ...equation.right];
  return [violation(equation.code, { place, paths, expected: String(state.left), actual: String(state.right) })];
}

/** For a row without a label, the heads that all the cells of the equation share. */
function headOf(equation: Equation): string {
  const total = equation.table.cells.flat().find((cell) => cell.path === equation.right[0]);
  return total?.column.labels.slice(0, -1).join(' › ') ?? '';
}

function isNegative(figure: Figure): boolean {
  return typeof figure === 'number' ? figure < 0 : (figure?.startsWith('-') ?? false);
}

function checkCell(cell: Cell, report: ReportContent): Violation[] {
  const figure = readPath(report.figures, cell.path) ?? null;
  const finding = { place: placeOf(cell), paths: [cell.path], actual: String(figure) };
  if (isNegative(figure) && cell.kind !== 'change') return [violation('NEGATIVE_NUMBER', finding)];
  if (cell.kind !== 'decimal' && typeof figure === 'number' && !Number.isInteger(figure))
    return [violation('NOT_WHOLE_NUMBER', finding)];
  return [];
}

function checkBlanks(table: FormTable, report: ReportContent): Violation[] {
  return table.cells.flatMap((cells) => {
    const blank = cells.filter((cell) => (readPath(report.figures, cell.path) ?? null) === null);
    const place = cells[0]?.row.labels.join(' › ') || table.definition.title;
    if (blank.length === 0) return [];
    return [violation('MISSING_CELL', { place, count: blank.length, paths: blank.map((cell) => cell.path) })];
  });
}

function checkChapters(form: Form, report: ReportContent): Violation[] {
  return form.chapters.flatMap((chapter) => {
    if (chapter.kind !== 'narrative') return [];
    const text = report.narratives[chapter.key];
    if (text !== undefined && text.trim() !== '') return [];
    const place = `${chapter.number}、${chapter.title}`;
    return [violation(text === undefined ? 'MISSING_CHAPTER' : 'EMPTY_CHAPTER', { place })];
  });
}

/** Applies every rule to a filled-in form. Errors come before warnings, each in the order of the form. */
export function checkReport(form: Form, report: ReportContent): StoredChecks {
  const violations = [
    ...checkChapters(form, report),
    ...form.equations.flatMap((equation) => checkEquation(equation, report)),
    ...[...form.cells.values()].flatMap((cell) => checkCell(cell, report)),
    ...form.tables.flatMap((table) => checkBlanks(table, report)),
  ];
  const errors = violations.filter(({ severity }) => severity === 'ERROR');
  const warnings = violations.filter(({ severity }) => severity === 'WARNING');
  return { passed: errors.length === 0, violations: [...errors, ...warnings] };
}

/** A violation as a sentence for a person. */
export function describeViolation({ code, parameters, expected, actual }: Violation, locale: Locale): string {
  if (!isRuleCode(code)) return code;
  return phrase(rules[code].sentence, { ...parameters, expected: expected ?? '', actual: actual ?? '' }, locale);
}
