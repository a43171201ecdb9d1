import { formOf } from '#forms/index.ts';
import { checkReport } from './checks/check-report.ts';
import type { Actor, Change } from './change.ts';
import type { Origin, Report, ReportContent, ReportStatus } from './report.ts';
import { standingStages } from './standing-stages.ts';
import type { SourceRecord } from './source-record.ts';

/** What a new report needs besides its content. */
export interface NewReport {
  readonly id: string;
  readonly organization: Report['organization'];
  readonly status: ReportStatus;
  readonly now: Date;
  /** Imported unless told. */
  readonly origin?: Origin;
  readonly source?: SourceRecord | undefined;
  /** An import by nobody unless told. */
  readonly change?: Change;
}

/** An import; `actor` is null when nobody was signed in. */
export function imported(actor: Actor | null): Change {
  return { action: 'IMPORT', actor, note: null };
}

/** Takes the content alone out of something that has more fields. */
export function contentOf({ title, year, form, narratives, figures, raws }: ReportContent): ReportContent {
  return { title, year, form, narratives, figures, raws };
}

/** The first revision of a report, checked. */
export function createReport(content: ReportContent, given: NewReport): Report {
  const { id, organization, status, now, origin = 'IMPORTED', source, change = imported(null) } = given;
  return {
    ...contentOf(content),
    id,
    organization,
    status,
    revision: 1,
    createdAt: now,
    updatedAt: now,
    publishedAt: status === 'PUBLISHED' ? now : null,
    publishedRevision: status === 'PUBLISHED' ? 1 : null,
    checks: checkReport(formOf(content), { ...content, organization, origin, source }),
    reviews: [],
    corrections: [],
    change,
    origin,
    ...(source && { source }),
  };
}

/** The report with what the rules say of it now. */
export function rechecked(report: Report): Report {
  return { ...report, checks: checkReport(formOf(report), report) };
}

/** The next revision of a report, imported anew and checked; a draft again. What was decided of its findings holds on. */
export function reimportReport(
  report: Report,
  draft: ReportContent & Pick<Report, 'source'>,
  { actor, now }: { readonly actor: Actor | null; readonly now: Date },
): Report {
  const { source: _before, ...kept } = report;
  const { source } = draft;
  const voided = standingStages(report);
  return rechecked({
    ...kept,
    ...contentOf(draft),
    status: 'DRAFT',
    revision: report.revision + 1,
    updatedAt: now,
    // What was passed is not what it says now.
    reviews: report.reviews.map((review) => ({ ...review, voided: true })),
    change: { ...imported(actor), ...(voided.length > 0 && { voided }) },
    origin: 'IMPORTED',
    ...(source && { source }),
  });
}
