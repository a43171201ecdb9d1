import { formOf } from '#forms/index.ts';
import { checkAgainstOthers, checkReport } from '#reports/checks/check-report.ts';
import { openErrors } from '#reports/checks/open-violations.ts';
import type { Violation } from '#reports/checks/violation.ts';
import type { Report } from '#reports/report.ts';
import type { Store } from '#store/store.ts';
import { loadOthers } from './load-others.ts';

/**
 * What stands in the way of publishing a report: errors that nobody dismissed, of the rules that look at the report
 * alone and of those that compare it with the reports that are stored at this moment.
 */
export async function blockingViolations(
  store: Pick<Store, 'reports' | 'organizations'>,
  report: Report,
): Promise<Violation[]> {
  const form = formOf(report);
  const others = await loadOthers(store, report);
  const found = [...checkReport(form, report).violations, ...checkAgainstOthers(form, report, others)];
  return openErrors(found, report);
}
