import type { Rule } from './rule.ts';
import { cellRules } from './rules/cells.ts';
import { chapterRules } from './rules/chapters.ts';
import { filingDateRules } from './rules/filing-date.ts';
import { identityRules } from './rules/identity.ts';
import { overviewRules } from './rules/overview.ts';
import { plausibilityRules } from './rules/plausibility.ts';
import { previousYearRules } from './rules/previous-year.ts';
import { processingFeeRules } from './rules/processing-fee.ts';
import { rollUpRules } from './rules/roll-up.ts';
import { secrecyRules } from './rules/secrecy.ts';
import { sumRules } from './rules/sums.ts';
import { textRules } from './rules/text.ts';

/** Every rule by its stable code, in the order in which findings are told. */
export const rules = {
  ...identityRules,
  ...chapterRules,
  ...sumRules,
  ...cellRules,
  ...plausibilityRules,
  ...textRules,
  ...overviewRules,
  ...processingFeeRules,
  ...secrecyRules,
  ...previousYearRules,
  ...rollUpRules,
  ...filingDateRules,
} as const satisfies Record<string, Rule>;

/** Stable code of a rule. */
export type RuleCode = keyof typeof rules;

/** The codes in the order of the table. */
export const ruleCodes = Object.keys(rules) as readonly RuleCode[];

/** The rule of a code, also of a code that this version does not know. */
export function ruleOf(code: string): Rule | undefined {
  return Object.hasOwn(rules, code) ? rules[code as RuleCode] : undefined;
}
