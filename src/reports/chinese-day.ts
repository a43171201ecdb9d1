/** A day of the calendar, for example `2025-01-31`. */
export type CalendarDay = string;

const dayLength = 86_400_000;

/** The day that it is in China at that moment. */
export function chineseDay(moment: Date): CalendarDay {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** How many days the second day comes after the first. */
export function daysBetween(first: CalendarDay, second: CalendarDay): number {
  return (Date.parse(second) - Date.parse(first)) / dayLength;
}

/** The minute that it is in China at that moment, for example `2025-01-31 17:05`. */
export function chineseMinute(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** Whether it is a month and a day that every year has, for example `01-31`. */
export function isDayOfEveryYear(date: string): boolean {
  const day = /^\d\d-\d\d$/u.test(date) ? new Date(`2001-${date}T00:00:00Z`) : new Date(Number.NaN);
  // Some engines take 31 February for 3 March.
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(5, 10) === date;
}
