import { formOf } from '#forms/index.ts';
import { checkAgainstOthers, checkReport, inOrder } from '#reports/checks/check-report.ts';
import type { Violation } from '#reports/checks/violation.ts';
import type { Report } from '#reports/report.ts';
import type { Store } from '#store/store.ts';
import { loadOthers } from './load-others.ts';

/** All that the rules find in a report, by itself and beside the reports that are stored at this moment. */
export async function allViolations(
  stores: Pick<Store, 'reports' | 'organizations'>,
  report: Report,
): Promise<Violation[]> {
  const form = formOf(report);
  const others = await loadOthers({ ...stores, reports: stores.reports.seenBy('everything') }, report);
  return inOrder([...checkReport(form, report).violations, ...checkAgainstOthers(form, report, others)]);
}
