import type { Rule } from './rule.ts';
import { cellRules } from './rules/cells.ts';
import { chapterRules } from './rules/chapters.ts';
import { sumRules } from './rules/sums.ts';

/** Every rule by its stable code, in the order in which findings are told. */
export const rules = { ...chapterRules, ...sumRules, ...cellRules } as const satisfies Record<string, Rule>;

/** Stable code of a rule. */
export type RuleCode = keyof typeof rules;

/** The codes in the order of the table. */
export const ruleCodes = Object.keys(rules) as readonly RuleCode[];

/** The rule of a code, also of a code that this version does not know. */
export function ruleOf(code: string): Rule | undefined {
  return Object.hasOwn(rules, code) ? rules[code as RuleCode] : undefined;
}
