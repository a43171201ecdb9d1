import { readPath } from '../figures.ts';
import { findingKey } from './finding-key.ts';
import { reasonsOfNeeds } from './reasons.ts';
import type { Finding, Rule, Unassessable } from './rule.ts';
import { rules, type RuleCode } from './rules.ts';
import type { CheckedReport, Subject } from './subject.ts';
import type { FindingCell, Violation } from './violation.ts';

/** How a rule stands: VIOLATED when it found something, PASSED when all of it was judged and holds. */
export const ruleStatuses = ['PASSED', 'VIOLATED', 'NOT_ASSESSABLE'] as const;
export type RuleStatus = (typeof ruleStatuses)[number];

/** What came of a rule. A violated one may have a reason too: what could not be judged besides. */
export interface RuleOutcome {
  readonly code: RuleCode;
  readonly status: RuleStatus;
  readonly violations: readonly Violation[];
  readonly reason: Unassessable | null;
}

function cellOf(path: string, { figures, raws, source }: CheckedReport): FindingCell {
  const raw = readPath(raws, path);
  const place = readPath(source?.places ?? {}, path);
  return {
    path,
    figure: readPath(figures, path) ?? null,
    ...(raw === undefined ? {} : { raw }),
    ...(place === undefined ? {} : { place }),
  };
}

function violationOf(code: RuleCode, finding: Finding, report: CheckedReport): Violation {
  const { place, paths = [], expected, actual, formula, quote, severity, parameters } = finding;
  const violation: Violation = {
    code,
    severity: severity ?? rules[code].severity,
    paths,
    expected: expected ?? null,
    actual: actual ?? null,
    parameters: { place, ...parameters },
    ...(formula === undefined ? {} : { formula }),
    ...(quote === undefined ? {} : { quote }),
    ...(paths.length === 0 ? {} : { cells: paths.map((path) => cellOf(path, report)) }),
  };
  return { ...violation, key: findingKey(violation) };
}

function isFinding(found: Finding | Unassessable): found is Finding {
  return 'place' in found;
}

function statusOf(isViolated: boolean, reason: Unassessable | undefined): RuleStatus {
  if (isViolated) return 'VIOLATED';
  return reason ? 'NOT_ASSESSABLE' : 'PASSED';
}

/** Applies one rule. */
export function runRule(code: RuleCode, subject: Subject): RuleOutcome {
  const rule: Rule = rules[code];
  const { need } = rule;
  if (need && !subject.others[need])
    return { code, status: 'NOT_ASSESSABLE', violations: [], reason: reasonsOfNeeds[need] };
  const found = [...rule.judge(subject)];
  const violations = found.filter(isFinding).map((finding) => violationOf(code, finding, subject.report));
  const reason = found.find((one): one is Unassessable => !isFinding(one));
  return { code, status: statusOf(violations.length > 0, reason), violations, reason: reason ?? null };
}
