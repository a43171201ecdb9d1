import { isDayOfEveryYear } from '#reports/chinese-day.ts';
import type { DueDates } from '#reports/checks/subject.ts';
import type { LocalDueDates } from '#store/organization-settings-store.ts';
import type { Store } from '#store/store.ts';
import { refuseAny, type StepIssue } from './refusals.ts';

type Settings = Pick<Store, 'organizationSettings'>;

/** The dates for each lineage: those of the nearest organization that has settled them, else `usual`. */
export async function dueDatesFor(
  { organizationSettings }: Settings,
  lineages: readonly (readonly string[])[],
  usual: DueDates,
): Promise<DueDates[]> {
  const ids = [...new Set(lineages.flat())];
  const settled = await organizationSettings.findMany(ids);
  const byId = new Map(ids.map((id, index) => [id, settled[index]?.dueDates] as const));
  return lineages.map((lineage) => {
    const nearest = (kind: keyof DueDates) => lineage.map((id) => byId.get(id)?.[kind]).findLast(Boolean);
    return {
      departments: nearest('departments') ?? usual.departments,
      governments: nearest('governments') ?? usual.governments,
    };
  });
}

/** Dates as they are to be kept, null when there is none; INPUT_INVALID for what is no day of every year. */
export function checkedDueDates(dates: LocalDueDates): LocalDueDates | null {
  const kinds = ['departments', 'governments'] as const;
  refuseAny(kinds.flatMap((path) => dayIssues(path, dates[path])));
  return kinds.every((kind) => dates[kind] === null) ? null : dates;
}

function dayIssues(path: string, date: string | null): StepIssue[] {
  return date === null || isDayOfEveryYear(date) ? [] : [{ path, reason: 'NOT_A_DAY' }];
}
