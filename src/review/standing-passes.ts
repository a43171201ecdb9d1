import type { Review } from '#reports/change.ts';
import { contentHash } from '#reports/content-hash.ts';
import type { Report } from '#reports/report.ts';

/** The passes that hold for what the report says now, in the order of their stages. */
export function standingPasses(report: Report): Review[] {
  const hash = contentHash(report);
  return report.reviews.filter(
    (review) => review.decision === 'APPROVE' && !review.voided && review.contentHash === hash,
  );
}
