import { chineseDay, daysBetween, type CalendarDay } from '#reports/chinese-day.ts';
import type { ReportPart } from '#store/report-store.ts';

/** Whether a body has done its duty for a year. */
export const obligationStatuses = [
  'DUE',
  'NOT_STARTED',
  'IN_PREPARATION',
  'FILED',
  'FILED_LATE',
  'FILED_UNDATED',
  'OVERDUE',
] as const;
export type ObligationStatus = (typeof obligationStatuses)[number];

/** How a body stands, and by how many days it was or is late. */
export interface Standing {
  readonly status: ObligationStatus;
  /** When what readers see now was published first. */
  readonly publishedAt: Date | null;
  /** 0 where nothing is late; null where nobody knows. */
  readonly daysLate: number | null;
}

/** What is known of the report of a body for the year. */
interface Known {
  /** The edition that readers see. */
  readonly published: ReportPart | undefined;
  readonly seesWorking: boolean;
  /** There is a report, as far as whoever asks sees. */
  readonly isBegun: boolean;
}

/** How a body stands today. What was withdrawn is not filed. */
export function standingOf({ published, seesWorking, isBegun }: Known, due: CalendarDay, today: CalendarDay): Standing {
  if (published?.status === 'PUBLISHED') return filed(published, due);
  if (today > due) return { status: 'OVERDUE', publishedAt: null, daysLate: daysBetween(due, today) };
  const status = seesWorking ? (isBegun ? 'IN_PREPARATION' : 'NOT_STARTED') : 'DUE';
  return { status, publishedAt: null, daysLate: 0 };
}

function filed({ publishedAt, origin }: ReportPart, due: CalendarDay): Standing {
  const at = publishedAt ?? null;
  const daysLate = at ? Math.max(0, daysBetween(due, chineseDay(at))) : 0;
  if (daysLate === 0) return { status: 'FILED', publishedAt: at, daysLate };
  // It may have been published elsewhere before: when an imported report was nobody said.
  if (origin !== 'FILED') return { status: 'FILED_UNDATED', publishedAt: at, daysLate: null };
  return { status: 'FILED_LATE', publishedAt: at, daysLate };
}
