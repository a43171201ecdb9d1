import type { Actor, Review, ReviewDecision } from '#reports/change.ts';
import { contentHash } from '#reports/content-hash.ts';
import type { Report } from '#reports/report.ts';
import type { ReviewPolicy, ReviewStage, StageRole } from '#reports/review-policy.ts';
import { nextState } from './next-state.ts';
import { noteIssues } from './notes.ts';
import { refuse, refuseAny, type StepIssue } from './refusals.ts';
import { standingPasses } from './standing-passes.ts';
import { notNow, transition } from './transitions.ts';

/** What a reviewer says of a stage. */
export interface Verdict {
  /** Counted from 1. */
  readonly stage: number;
  readonly decision: ReviewDecision;
  readonly proofread: boolean;
  readonly secrecyChecked: boolean;
  readonly note: string | undefined;
}

/** Who reviews, what that person is there, and when. */
export interface Reviewer {
  readonly actor: Actor;
  readonly holds: (role: StageRole | 'administrator') => boolean;
  readonly now: Date;
}

/**
 * The report after a reviewer's decision. A pass holds for the content that it was given for; the pass of the last
 * stage approves the report, a rejection sends it back. INPUT_INVALID says why a decision can not be taken.
 */
export function decide(report: Report, policy: ReviewPolicy, verdict: Verdict, reviewer: Reviewer): Report {
  transition(verdict.decision === 'REJECT' ? 'REJECT' : 'PASS', report.status);
  const stage = policy.stages[verdict.stage - 1];
  if (!stage) throw refuse([{ path: 'stage', reason: 'STAGE_UNKNOWN', parameters: { count: policy.stages.length } }]);
  refuseAny([...roleIssues(stage, reviewer), ...noteIssues(verdict.note)]);
  refuseComplete(report, policy, verdict);
  refuseAny(verdict.decision === 'REJECT' ? rejectIssues(verdict) : passIssues(report, policy, verdict, reviewer));
  const review = reviewOf(report, stage, verdict, reviewer);
  const isLast = verdict.stage === policy.stages.length;
  const step = verdict.decision === 'REJECT' ? 'REJECT' : isLast ? 'PASS_LAST' : 'PASS';
  const change = { action: verdict.decision, note: review.note, stage: verdict.stage };
  return nextState({ ...report, reviews: [...report.reviews, review] }, step, reviewer, change);
}

/** An approved report is reviewed again only where stages have been settled since that it did not pass. */
function refuseComplete(report: Report, policy: ReviewPolicy, { decision }: Verdict): void {
  if (decision === 'REJECT' || report.status !== 'APPROVED') return;
  if (standingPasses(report, policy).length === policy.stages.length) throw notNow('PASS', report.status);
}

function roleIssues({ role }: ReviewStage, { holds }: Reviewer): StepIssue[] {
  if (holds(role) || holds('administrator')) return [];
  return [{ path: 'stage', reason: 'STAGE_OF_OTHERS', parameters: { role } }];
}

function rejectIssues({ note = '' }: Verdict): StepIssue[] {
  return note.trim() === '' ? [{ path: 'note', reason: 'REASON_MISSING' }] : [];
}

function passIssues(report: Report, policy: ReviewPolicy, verdict: Verdict, { actor }: Reviewer): StepIssue[] {
  const passes = standingPasses(report, policy);
  const own = passes.find(({ reviewer, stage }) => reviewer.subject === actor.subject && stage !== verdict.stage);
  // Where stages were taken away meanwhile, the last one is passed once more.
  const next = Math.min(passes.length + 1, policy.stages.length);
  return [
    ...(own && policy.onePersonOneStage
      ? [{ path: 'stage', reason: 'SECOND_STAGE', parameters: { stage: own.stage } } as const]
      : []),
    ...(verdict.stage === next ? [] : [{ path: 'stage', reason: 'STAGE_NOT_NEXT', parameters: { next } } as const]),
    ...(isUnproofread(policy, verdict) ? [{ path: 'proofread', reason: 'NOT_PROOFREAD' } as const] : []),
    ...(lacksSecrecy(passes, policy, verdict) ? [{ path: 'secrecyChecked', reason: 'SECRECY_MISSING' } as const] : []),
  ];
}

function isUnproofread({ stages }: ReviewPolicy, { stage, proofread }: Verdict): boolean {
  return !proofread && stages[stage - 1]?.duties.includes('PROOFREADING') === true;
}

/** Whoever passes the last stage approves; without a secrecy review, what is approved could never be published. */
function lacksSecrecy(
  passes: readonly Review[],
  { stages }: ReviewPolicy,
  { stage, secrecyChecked }: Verdict,
): boolean {
  const isDuty = stages[stage - 1]?.duties.includes('SECRECY') === true;
  const isLastChance = stage === stages.length && !passes.some((pass) => pass.secrecyChecked);
  return !secrecyChecked && (isDuty || isLastChance);
}

function reviewOf(report: Report, stage: ReviewStage, verdict: Verdict, { actor, now }: Reviewer): Review {
  const { decision, proofread, secrecyChecked } = verdict;
  return {
    stage: verdict.stage,
    title: stage.title,
    role: stage.post,
    reviewer: actor,
    decision,
    proofread,
    secrecyChecked,
    note: verdict.note?.trim() || null,
    at: now,
    contentHash: contentHash(report),
    voided: decision === 'REJECT',
  };
}
