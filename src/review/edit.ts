import type { Cell, Form } from '#forms/form.ts';
import { formOf } from '#forms/index.ts';
import { checkReport } from '#reports/checks/check-report.ts';
import { contentHash } from '#reports/content-hash.ts';
import { entriesOf, treeOf, type Figure } from '#reports/figures.ts';
import type { Report, ReportContent } from '#reports/report.ts';
import { wellFormed } from '#store/well-formed.ts';
import { nextState, type Occasion } from './next-state.ts';
import { refuseAny, type RefusalReason, type StepIssue } from './refusals.ts';

/** What is to be changed: figures by the paths of their cells, texts by the keys of chapters; null empties. */
export interface Edit {
  readonly title?: string | undefined;
  readonly cells?: Readonly<Record<string, unknown>> | undefined;
  readonly narratives?: Readonly<Record<string, unknown>> | undefined;
}

/** More is no chapter. */
const most = { title: 200, text: 100_000 };

/**
 * The report with the edit, checked: a report that breaks rules is saved all the same. The same report when nothing is
 * changed. INPUT_INVALID with every place that can not be taken, and then nothing is.
 */
export function editReport(report: Report, edit: Edit, occasion: Occasion): Report {
  const content = applyEdit(report, edit);
  if (contentHash(content) === contentHash(report)) return report;
  const edited = nextState({ ...report, ...content }, 'EDIT', occasion, { action: 'EDIT', note: null });
  return { ...edited, checks: checkReport(formOf(content), edited) };
}

function applyEdit(report: Report, { title, cells = {}, narratives = {} }: Edit): ReportContent {
  const form = formOf(report);
  refuseAny([...titleIssues(title), ...cellIssues(form, cells), ...narrativeIssues(form, narratives)]);
  const texts = Object.entries(narratives).map(([key, text]) => [key, textOf(text)] as const);
  const merged = Object.entries({ ...report.narratives, ...Object.fromEntries(texts) });
  return {
    ...report,
    title: title === undefined ? report.title : wellFormed(title.trim()),
    figures: treeOf([...entriesOf(report.figures), ...figuresOf(form, cells)]),
    // What the source wrote is no longer what stands there.
    raws: treeOf([...entriesOf(report.raws)].filter(([path]) => !Object.hasOwn(cells, path))),
    narratives: Object.fromEntries(merged.filter((entry): entry is [string, string] => entry[1] !== null)),
  };
}

function figuresOf(form: Form, cells: Readonly<Record<string, unknown>>): (readonly [string, Figure])[] {
  return Object.entries(cells).map(([path, value]) => {
    const isDecimal = form.cells.get(path)?.kind === 'decimal';
    const figure = value as Figure;
    return [path, isDecimal && figure !== null ? String(figure) : figure] as const;
  });
}

/** Line breaks of other systems are line breaks. */
function textOf(value: unknown): string | null {
  return typeof value === 'string' ? wellFormed(value.replaceAll(/\r\n?/gu, '\n')) : null;
}

function titleIssues(title: string | undefined): StepIssue[] {
  if (title === undefined || (title.trim() !== '' && title.length <= most.title)) return [];
  return [{ path: 'title', reason: 'TITLE_BLANK', parameters: { most: most.title } }];
}

function cellIssues(form: Form, cells: Readonly<Record<string, unknown>>): StepIssue[] {
  return Object.entries(cells).flatMap(([path, value]) => {
    const reason = cellFault(form.cells.get(path), value);
    return reason ? [{ path, reason }] : [];
  });
}

function cellFault(cell: Cell | undefined, value: unknown): RefusalReason | undefined {
  if (!cell) return 'UNKNOWN_CELL';
  if (value === null) return undefined;
  if (cell.kind === 'decimal') return isAmount(value) ? undefined : 'NOT_AN_AMOUNT';
  return Number.isSafeInteger(value) ? undefined : 'NOT_A_COUNT';
}

function isAmount(value: unknown): boolean {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return /^-?\d{1,30}(?:\.\d{1,10})?$/u.test(text);
}

function narrativeIssues(form: Form, narratives: Readonly<Record<string, unknown>>): StepIssue[] {
  const keys = new Set(['introduction', ...form.chapters.map(({ key }) => key)]);
  return Object.entries(narratives).flatMap(([key, text]): StepIssue[] => {
    const path = `narratives.${key}`;
    if (!keys.has(key)) return [{ path, reason: 'UNKNOWN_CHAPTER' }];
    const isText = text === null || (typeof text === 'string' && text.length <= most.text);
    return isText ? [] : [{ path, reason: 'NOT_A_TEXT', parameters: { most: most.text } }];
  });
}
