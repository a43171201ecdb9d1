import { phrase, type Locale, type Sentence } from '#errors/locale.ts';
import type { Violation } from '#reports/checks/violation.ts';

/** What can be said of a roll-up, by stable code; docs/rollups.md lists the same. All are warnings: 汇总 may differ for a reason. */
export const rollupRules = {
  ROLLUP_DIFFERS: {
    zh: '“{place}”：下级报告之和为 {expected}，本级汇总报告填报为 {actual}。',
    en: '“{place}”: the reports below add up to {expected}, but the report of the whole says {actual}.',
  },
  ROLLUP_INCOMPLETE: {
    zh: '汇总不完整，不能据此判定本级报告有误：{missing} 个单位没有已发布的报告，{cells} 个单元格有报告未填数字。',
    en: 'The roll-up is incomplete, so that no difference is a fault yet: {missing} bodies have no published report, {cells} cells lack the figure of a report.',
  },
  ROLLUP_OVERLAPS: {
    zh: '{count} 个单位与其下级单位的报告同时计入；若前者已包含下级数据，则有重复计算。',
    en: '{count} bodies are added up together with bodies below them; what their reports cover already is counted twice.',
  },
} as const satisfies Record<string, Sentence>;

/** Code of a rule of roll-ups. */
export type RollupCode = keyof typeof rollupRules;

/** A finding about a roll-up. */
export function rollupFinding(
  code: RollupCode,
  parameters: Violation['parameters'],
  sides: { readonly paths?: readonly string[]; readonly expected?: string; readonly actual?: string } = {},
): Violation {
  const { paths = [], expected = null, actual = null } = sides;
  return { code, severity: 'WARNING', paths, expected, actual, parameters };
}

/** The finding as a sentence; undefined for a code that is not about roll-ups. */
export function describeRollupFinding({ code, parameters, expected, actual }: Violation, locale: Locale) {
  if (!Object.hasOwn(rollupRules, code)) return undefined;
  const sides = { expected: expected ?? '', actual: actual ?? '' };
  return phrase(rollupRules[code as RollupCode], { ...parameters, ...sides }, locale);
}
