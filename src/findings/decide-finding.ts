import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Decision, Verdict } from '#reports/checks/decision.ts';
import type { Violation } from '#reports/checks/violation.ts';
import { rechecked } from '#reports/create-report.ts';
import type { Report } from '#reports/report.ts';
import type { Store } from '#store/store.ts';
import { allViolations } from './all-violations.ts';

/** Reasons are sentences, not documents. */
const LONGEST_REASON = 1000;

/** Who decides what of which finding, in view of which revision. */
export interface FindingDecision {
  readonly expectedRevision: number;
  /** Key of the finding. */
  readonly finding: string;
  /** Null takes back what was decided. */
  readonly verdict: Verdict | null;
  readonly reason: string;
  readonly actor: Decision['actor'];
  readonly now: Date;
}

function invalid(path: string, zh: string, en: string): NianbaoError {
  const reason = { sentence: { zh, en }, parameters: {} };
  return new NianbaoError('INPUT_INVALID', { reason }, { issues: [{ path, message: en }] });
}

function checkReason(reason: string): string {
  const told = reason.trim();
  if (told === '') throw invalid('reason', '请写明理由', 'a reason is needed');
  if (told.length > LONGEST_REASON)
    throw invalid('reason', '理由过长', `a reason has at most ${LONGEST_REASON} characters`);
  return told;
}

function checkVerdict({ code }: Violation, verdict: Verdict): void {
  if (verdict === 'ZERO' && code !== 'MISSING_CELL')
    throw invalid(
      'verdict',
      '只有未填数字的单元格可以确认为零',
      'only cells without a figure can be confirmed as zero',
    );
}

async function decisionsAfter(
  stores: Pick<Store, 'reports' | 'organizations'>,
  report: Report,
  { finding, verdict, reason, actor, now }: FindingDecision,
): Promise<readonly Decision[]> {
  const others = (report.decisions ?? []).filter((decision) => decision.finding !== finding);
  const isDecided = others.length < (report.decisions ?? []).length;
  if (verdict === null && isDecided) return others;
  const violation = (await allViolations(stores, report)).find(({ key }) => key === finding);
  if (!violation || verdict === null)
    throw invalid(
      'finding',
      '报告中没有这一问题，或者所涉数字已经改变',
      'the report has no such finding, or its figures have changed',
    );
  checkVerdict(violation, verdict);
  const { code, cells = [] } = violation;
  return [...others, { finding, code, cells, verdict, reason: checkReason(reason), actor, at: now }];
}

/**
 * The report's next state, with what was decided of one of its findings; it is not stored. CONFLICT when the report is
 * at another revision, INPUT_INVALID when it has no such finding.
 */
export async function decideFinding(
  stores: Pick<Store, 'reports' | 'organizations'>,
  report: Report,
  decision: FindingDecision,
): Promise<Report> {
  const { revision } = report;
  if (revision !== decision.expectedRevision) throw new NianbaoError('CONFLICT', { currentRevision: revision });
  const decisions = await decisionsAfter(stores, report, decision);
  const change = { action: 'EDIT', actor: decision.actor, note: decision.reason || null } as const;
  return rechecked({ ...report, decisions, change, revision: revision + 1, updatedAt: decision.now });
}
