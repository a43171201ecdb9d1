import type { Actor, Change } from '#reports/change.ts';
import type { Report } from '#reports/report.ts';
import { standingStages } from '#reports/standing-stages.ts';
import { transition, type Step } from './transitions.ts';

/** Who acts when. */
export interface Occasion {
  readonly actor: Actor | null;
  readonly now: Date;
}

/** The report after a step: the status that the step leads to, and no pass that the step voids. */
export function nextState(
  report: Report,
  step: Step,
  { actor, now }: Occasion,
  change: Omit<Change, 'actor' | 'voided'>,
): Report {
  const { to, voids } = transition(step, report.status);
  const voided = voids ? standingStages(report) : [];
  return {
    ...report,
    status: to,
    revision: report.revision + 1,
    updatedAt: now,
    reviews: voids ? report.reviews.map((review) => ({ ...review, voided: true })) : report.reviews,
    change: { ...change, actor, ...(voided.length > 0 && { voided }) },
  };
}
