import type { Others } from '#reports/checks/subject.ts';
import type { Report } from '#reports/report.ts';
import type { Store } from '#store/store.ts';

/** The reports that a report is compared with, as they are stored at this moment. */
export async function loadOthers(
  { reports }: Pick<Store, 'reports' | 'organizations'>,
  { organization, year }: Pick<Report, 'organization' | 'year'>,
): Promise<Others> {
  const previous = await reports.seenBy('everything').findByYear(organization.id, year - 1, 'all');
  return { previous: previous as Report | null };
}
