import type { Form } from '#forms/form.ts';
import { readPath, type Figure } from '../figures.ts';
import type { Origin, ReportContent } from '../report.ts';
import type { SourceRecord } from '../source-record.ts';
import type { Decision } from './decision.ts';

/** A report, or a draft of one, as the rules see it. */
export interface CheckedReport extends ReportContent {
  readonly organization?: string | { readonly name: string } | undefined;
  /** Absent: imported. */
  readonly origin?: Origin | undefined;
  readonly source?: SourceRecord | undefined;
  readonly decisions?: readonly Decision[] | undefined;
  readonly publishedAt?: Date | null | undefined;
}

/** The reports of the bodies right below, and the names of those that have none for the year. */
export interface ChildReports {
  readonly reports: readonly CheckedReport[];
  readonly missing: readonly string[];
}

/** Month and day by which a report is published, for example `01-31`, in Chinese time. */
export interface DueDates {
  readonly departments: string;
  readonly governments: string;
}

/** What rules may see besides the report; what is undefined or null is not there. */
export interface Others {
  /** The same body's report of the year before. */
  readonly previous?: CheckedReport | null | undefined;
  readonly children?: ChildReports | null | undefined;
  /** When it is judged, and by which dates. */
  readonly filing?: { readonly now: Date; readonly due: DueDates } | undefined;
}

/** All that a rule may look at. */
export interface Subject {
  readonly form: Form;
  readonly report: CheckedReport;
  /** The body's name; empty where it is not known. */
  readonly organization: string;
  readonly others: Others;
  /** The figure of a cell; zero where the body said that a blank means zero. */
  readonly figure: (path: string) => Figure;
}

function nameOf({ organization }: CheckedReport): string {
  return typeof organization === 'string' ? organization : (organization?.name ?? '');
}

/** The cells without a figure that were decided to mean zero, as long as nothing else was written in them. */
function zeroCells({ decisions = [], raws }: CheckedReport): ReadonlySet<string> {
  const cells = decisions.filter(({ verdict }) => verdict === 'ZERO').flatMap((decision) => decision.cells);
  return new Set(cells.filter(({ path, raw }) => readPath(raws, path) === raw).map(({ path }) => path));
}

/** Prepares a report for the rules. */
export function subjectOf(form: Form, report: CheckedReport, others: Others = {}): Subject {
  const zeros = zeroCells(report);
  const figure = (path: string): Figure => readPath(report.figures, path) ?? (zeros.has(path) ? 0 : null);
  return { form, report, organization: nameOf(report), others, figure };
}
