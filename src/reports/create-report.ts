import { formOf } from '#forms/index.ts';
import { checkReport } from './checks/check-report.ts';
import type { Report, ReportContent, ReportStatus } from './report.ts';

/** What a new report needs besides its content. */
export interface NewReport {
  readonly id: string;
  readonly organization: Report['organization'];
  readonly status: ReportStatus;
  readonly now: Date;
}

/** Takes the content alone out of something that has more fields. */
export function contentOf({ title, year, form, narratives, figures, raws }: ReportContent): ReportContent {
  return { title, year, form, narratives, figures, raws };
}

/** The first revision of a report, checked. */
export function createReport(content: ReportContent, { id, organization, status, now }: NewReport): Report {
  return {
    ...contentOf(content),
    id,
    organization,
    status,
    revision: 1,
    createdAt: now,
    updatedAt: now,
    publishedAt: status === 'PUBLISHED' ? now : null,
    checks: checkReport(formOf(content), content),
  };
}
