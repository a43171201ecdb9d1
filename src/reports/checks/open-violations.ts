import type { Decision } from './decision.ts';
import type { CheckedReport } from './subject.ts';
import type { Violation } from './violation.ts';

type Decided = Pick<CheckedReport, 'decisions'>;

/** What was decided of a finding last, as long as what it speaks of is the same. */
export function decisionOn({ key }: Violation, { decisions = [] }: Decided): Decision | undefined {
  return key === undefined ? undefined : decisions.findLast(({ finding }) => finding === key);
}

/** Whether a finding still has to be mended or explained: nobody dismissed it or said that its blanks mean zero. */
function isOpen(violation: Violation, report: Decided): boolean {
  const verdict = decisionOn(violation, report)?.verdict;
  return verdict === undefined || verdict === 'CONFIRMED';
}

/** What stands in the way of publication: open findings of severity ERROR among those given. */
export function openErrors(violations: readonly Violation[], report: Decided): Violation[] {
  return violations.filter((violation) => violation.severity === 'ERROR' && isOpen(violation, report));
}
