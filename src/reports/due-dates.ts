import { bodyKindOf } from './checks/body-kind.ts';
import type { DueDates } from './checks/subject.ts';
import type { CalendarDay } from './chinese-day.ts';

/** The last day to publish the report of a year in time. */
export function dueDay(organization: string, year: number, due: DueDates): CalendarDay {
  const { governments, departments } = due;
  return `${year + 1}-${bodyKindOf(organization).isGovernment ? governments : departments}`;
}
