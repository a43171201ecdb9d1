import type { ReportFilter } from '#store/report-store.ts';
import { builder } from '../builder.ts';
import { Organization } from './organizations.ts';
import { ReportStatus } from './report.ts';

const IntRange = builder.inputType('IntRange', { fields: (t) => ({ from: t.int(), to: t.int() }) });

/** Conditions that a report must meet, all of them. */
export const ReportFilterInput = builder.inputType('ReportFilter', {
  fields: (t) => ({
    organization: t.globalID({ for: [Organization] }),
    within: t.globalID({ for: [Organization], description: 'The organization and everything below it.' }),
    year: t.int(),
    years: t.field({ type: IntRange }),
    status: t.field({ type: [ReportStatus] }),
    form: t.string(),
    search: t.string({ description: 'Words in title, organization or narrative; Chinese needs no spaces.' }),
    passed: t.boolean(),
  }),
});

type FilterInput = typeof ReportFilterInput.$inferInput;

/** The store's words for a filter. */
export function filterOf(input: FilterInput | null | undefined): ReportFilter {
  const { organization, within, years, year, status, form, search, passed } = input ?? {};
  return {
    organization: organization?.id,
    within: within?.id,
    year: year ?? undefined,
    years: years ? { from: years.from ?? undefined, to: years.to ?? undefined } : undefined,
    status: status ?? undefined,
    form: form ?? undefined,
    search: search ?? undefined,
    passed: passed ?? undefined,
  };
}
