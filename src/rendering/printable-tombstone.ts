import type { DocumentOptions } from '#plugin-api/document-options.ts';
import type { PrintableDocument } from '#plugin-api/document.ts';
import type { Report } from '#reports/report.ts';
import { paragraph } from './blocks.ts';

/** What readers keep of a withdrawn report. */
export type Tombstone = Pick<Report, 'title' | 'year' | 'organization' | 'updatedAt' | 'change'>;

const words = {
  'zh-CN': {
    gone: (body: string, year: number) => `${body}${year}年度的报告已撤回。`,
    reason: (reason: string) => `撤回原因：${reason}`,
    subject: (year: number) => `${year}年政府信息公开工作年度报告（已撤回）`,
  },
  en: {
    gone: (body: string, year: number) => `The report of ${body} for ${year} has been withdrawn.`,
    reason: (reason: string) => `Reason: ${reason}`,
    subject: (year: number) => `Annual report on government information disclosure, ${year} (withdrawn)`,
  },
} as const;

/** A withdrawn report as readers get it: whose and of which year it was, and why it is gone. */
export function printableTombstone(report: Tombstone, locale: DocumentOptions['locale']): PrintableDocument {
  const { title, year, organization, updatedAt, change } = report;
  const say = words[locale];
  return {
    title,
    language: locale,
    metadata: {
      author: organization.name,
      subject: say.subject(year),
      modified: updatedAt.toISOString(),
      keywords: [organization.name, String(year)],
    },
    blocks: [
      paragraph(say.gone(organization.name, year)),
      ...(change.note === null ? [] : [paragraph(say.reason(change.note))]),
    ],
  };
}
