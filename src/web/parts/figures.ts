/** A figure for people, digits in groups; an exact decimal stays exact. Undefined and null give an empty text. */
export function sayFigure(value: number | string | null | undefined, locale: string): string {
  if (value === null || value === undefined) return '';
  // Intl takes decimals as texts without rounding them to doubles.
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value as number);
}

/** A day for people, such as 2025年1月24日. */
export function sayDay(time: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(time));
}

/** A share from 0 to 1 as a percentage with one decimal. */
export function sayShare(share: number | null | undefined, locale: string): string {
  if (share === null || share === undefined) return '';
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}
