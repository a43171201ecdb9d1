import type { Form } from '#forms/form.ts';
import { entriesOf, readPath, type Figure } from '../figures.ts';
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

/** What the reports of the bodies right below make together for the year, on the form of the report. */
export interface ChildSums {
  /** How many there are; those on another form are not added up. */
  readonly reports: number;
  readonly onOtherForms: number;
  /** By path: the sum as digits, and how many reports have a figure there. */
  readonly sums: ReadonlyMap<string, { readonly sum: string; readonly reports: number }>;
  /** Names of bodies that have none for the year. */
  readonly missing: readonly string[];
}

/** Month and day by which a report is published, for example `01-31`, in Chinese time. */
export interface DueDates {
  readonly departments: string;
  readonly governments: string;
}

/** As 条例 Art. 49 has them. */
export const legalDueDates: DueDates = { departments: '01-31', governments: '03-31' };

/** What rules may see besides the report; what is undefined or null is not there. */
export interface Others {
  /** The same body's report of the year before. */
  readonly previous?: CheckedReport | null | undefined;
  readonly children?: ChildSums | null | undefined;
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
  /** The figure that the report states; null where it has none. */
  readonly stated: (path: string) => Figure;
  /** The same; zero where the body said that a blank means zero. */
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
  // Rules look at every cell again and again.
  const figures = new Map(entriesOf<Figure>(report.figures));
  const stated = (path: string): Figure => figures.get(path) ?? null;
  const figure = (path: string): Figure => stated(path) ?? (zeros.has(path) ? 0 : null);
  return { form, report, organization: nameOf(report), others, stated, figure };
}
