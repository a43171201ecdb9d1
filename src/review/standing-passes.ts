import type { Review } from '#reports/change.ts';
import { contentHash } from '#reports/content-hash.ts';
import type { Report } from '#reports/report.ts';
import type { ReviewPolicy, ReviewStage } from '#reports/review-policy.ts';

/** Whether a pass was given for the stage as it is settled now: under its name and post, with its duties done. */
function isFor({ title, role, proofread, secrecyChecked }: Review, stage: ReviewStage): boolean {
  const { duties } = stage;
  return (
    title === stage.title &&
    role === stage.post &&
    (proofread || !duties.includes('PROOFREADING')) &&
    (secrecyChecked || !duties.includes('SECRECY'))
  );
}

/** The passes of the policy's first stages that hold for what the report says now, in their order, as far as there are any without a gap. */
export function standingPasses(report: Report, { stages, onePersonOneStage }: ReviewPolicy): Review[] {
  const hash = contentHash(report);
  const held = report.reviews.filter(
    (review) => review.decision === 'APPROVE' && !review.voided && review.contentHash === hash,
  );
  const passes: Review[] = [];
  for (const [index, stage] of stages.entries()) {
    const others = new Set(onePersonOneStage ? passes.map(({ reviewer }) => reviewer.subject) : []);
    const pass = held.findLast(
      (review) => review.stage === index + 1 && isFor(review, stage) && !others.has(review.reviewer.subject),
    );
    if (!pass) break;
    passes.push(pass);
  }
  return passes;
}
