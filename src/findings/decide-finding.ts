import { invalidInput } from '#errors/invalid-input.ts';
import type { Decision, Verdict } from '#reports/checks/decision.ts';
import type { Violation } from '#reports/checks/violation.ts';
import type { Report } from '#reports/report.ts';
import type { Store } from '#store/store.ts';
import { allViolations } from './all-violations.ts';

/** Reasons are sentences, not documents. */
const LONGEST_REASON = 1000;

/** What is decided of which finding. */
export interface DecisionOnFinding {
  /** Key of the finding. */
  readonly finding: string;
  /** Null takes back what was decided. */
  readonly verdict: Verdict | null;
  readonly reason: string;
}

/** Who decides it, and when. */
type FindingDecision = DecisionOnFinding & { readonly actor: Decision['actor']; readonly now: Date };

const sentences = {
  NO_REASON: { zh: '请写明理由。', en: 'A reason is needed.' },
  REASON_TOO_LONG: { zh: '理由最多 {most} 字。', en: 'A reason has at most {most} characters.' },
  NOT_BLANK: {
    zh: '只有未填数字的单元格可以确认为零。',
    en: 'Only cells without a figure can be confirmed as zero.',
  },
  NO_SUCH_FINDING: {
    zh: '报告中没有这一问题，或者所涉数字已经改变。',
    en: 'The report has no such finding, or its figures have changed.',
  },
} as const;

function checkReason(reason: string): string {
  const told = reason.trim();
  if (told === '') throw invalidInput('reason', sentences.NO_REASON);
  if (told.length > LONGEST_REASON) throw invalidInput('reason', sentences.REASON_TOO_LONG, { most: LONGEST_REASON });
  return told;
}

function checkVerdict({ code }: Violation, verdict: Verdict): void {
  if (verdict === 'ZERO' && code !== 'MISSING_CELL') throw invalidInput('verdict', sentences.NOT_BLANK);
}

/** What is decided of a report's findings, with this decision. INPUT_INVALID when it has no such finding. */
export async function decisionsAfter(
  stores: Pick<Store, 'reports' | 'organizations'>,
  report: Report,
  { finding, verdict, reason, actor, now }: FindingDecision,
): Promise<readonly Decision[]> {
  const others = (report.decisions ?? []).filter((decision) => decision.finding !== finding);
  const isDecided = others.length < (report.decisions ?? []).length;
  if (verdict === null && isDecided) return others;
  const violation = (await allViolations(stores, report)).find(({ key }) => key === finding);
  if (!violation || verdict === null) throw invalidInput('finding', sentences.NO_SUCH_FINDING);
  checkVerdict(violation, verdict);
  const { code, cells = [] } = violation;
  return [...others, { finding, code, cells, verdict, reason: checkReason(reason), actor, at: now }];
}
