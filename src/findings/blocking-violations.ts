import { openErrors } from '#reports/checks/open-violations.ts';
import type { Violation } from '#reports/checks/violation.ts';
import type { Report } from '#reports/report.ts';
import type { Store } from '#store/store.ts';
import { allViolations } from './all-violations.ts';

/**
 * What stands in the way of publishing a report: errors that nobody dismissed, of the rules that look at the report
 * alone and of those that compare it with the reports that are stored at this moment.
 */
export async function blockingViolations(
  stores: Pick<Store, 'reports' | 'organizations'>,
  report: Report,
): Promise<Violation[]> {
  return openErrors(await allViolations(stores, report), report);
}
