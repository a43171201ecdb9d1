import { phrase, type Locale } from '#errors/locale.ts';
import type { Form } from '#forms/form.ts';
import type { StoredChecks } from '../report.ts';
import { openErrors } from './open-violations.ts';
import { ruleCodes, ruleOf } from './rules.ts';
import { runRule, type RuleOutcome } from './run-rule.ts';
import { subjectOf, type CheckedReport, type Others } from './subject.ts';
import { severities, type Violation } from './violation.ts';

/** Errors first, then warnings, each in the order of the rules. */
export function inOrder(violations: readonly Violation[]): Violation[] {
  return severities.flatMap((severity) => violations.filter((violation) => violation.severity === severity));
}

/** Applies the rules that look at the report alone: what is stored with it. */
export function checkReport(form: Form, report: CheckedReport): StoredChecks {
  const subject = subjectOf(form, report);
  const codes = ruleCodes.filter((code) => ruleOf(code)?.need === undefined);
  const violations = inOrder(codes.flatMap((code) => runRule(code, subject).violations));
  const isPassed = openErrors(violations, report).length === 0;
  return { passed: isPassed, violations };
}

/** What the rules find that look at other reports or at the calendar. */
export function checkAgainstOthers(form: Form, report: CheckedReport, others: Others): Violation[] {
  const subject = subjectOf(form, report, others);
  const codes = ruleCodes.filter((code) => ruleOf(code)?.need !== undefined);
  return inOrder(codes.flatMap((code) => runRule(code, subject).violations));
}

/** Applies every rule, and says of each how it stands. */
export function judgeRules(form: Form, report: CheckedReport, others: Others = {}): RuleOutcome[] {
  const subject = subjectOf(form, report, others);
  return ruleCodes.map((code) => runRule(code, subject));
}

/** A violation as a sentence for a person. */
export function describeViolation({ code, parameters, expected, actual }: Violation, locale: Locale): string {
  const sentence = ruleOf(code)?.sentence;
  if (!sentence) return code;
  return phrase(sentence, { ...parameters, expected: expected ?? '', actual: actual ?? '' }, locale);
}
