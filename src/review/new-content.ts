import { forms } from '#forms/index.ts';
import type { Form } from '#forms/form.ts';
import type { ReportContent } from '#reports/report.ts';
import { refuse, refuseAny, type StepIssue } from './refusals.ts';

/** What a new report is to be. */
export interface NewReportInput {
  readonly year: number;
  /** Id of a form; the one of the year unless told. */
  readonly form?: string | undefined;
  readonly title?: string | undefined;
}

/** The first year of the regulations' annual reports, and how far ahead one may begin. */
const years = { from: 2008, ahead: 1 };
const longestTitle = 200;

/** An empty form: no figure is zero that nobody filled in. INPUT_INVALID for a year, form or title that can not be. */
export function newContent(organization: string, input: NewReportInput, now = new Date()): ReportContent {
  const { year } = input;
  refuseAny([...yearIssues(year, now), ...titleIssues(input.title)]);
  const { id: form } = formFor(input);
  const title = input.title?.trim() ?? `${organization}${year}年政府信息公开工作年度报告`;
  return { title, year, form, narratives: {}, figures: {}, raws: {} };
}

function formFor({ form: id, year }: NewReportInput): Form {
  const form = id === undefined ? forms.find((one) => isOf(one, year)) : forms.find((one) => one.id === id);
  if (form) return form;
  if (id !== undefined) throw refuse([{ path: 'form', reason: 'UNKNOWN_FORM' }]);
  throw refuse([{ path: 'year', reason: 'NO_FORM_FOR_YEAR', parameters: { year } }]);
}

function isOf({ definition: { validFrom, validTo } }: Form, year: number): boolean {
  return year >= validFrom && year <= (validTo ?? year);
}

function yearIssues(year: number, now: Date): StepIssue[] {
  const to = now.getFullYear() + years.ahead;
  if (year >= years.from && year <= to) return [];
  return [{ path: 'year', reason: 'YEAR_ODD', parameters: { from: years.from, to } }];
}

function titleIssues(title: string | undefined): StepIssue[] {
  if (title === undefined || (title.trim() !== '' && title.length <= longestTitle)) return [];
  return [{ path: 'title', reason: 'TITLE_BLANK', parameters: { most: longestTitle } }];
}
