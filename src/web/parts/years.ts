/** The years that there can be reports for, the last first; the Regulations of 2008 asked for the first. */
export function reportYears(): readonly number[] {
  const last = new Date().getFullYear() - 1;
  return Array.from({ length: last - 2007 }, (_, index) => last - index);
}
