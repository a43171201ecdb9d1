import type { Report } from './report.ts';

/** Numbers of the stages whose passes still count, in the order in which they were passed. */
export function standingStages({ reviews }: Pick<Report, 'reviews'>): number[] {
  return reviews.filter(({ decision, voided }) => decision === 'APPROVE' && !voided).map(({ stage }) => stage);
}
