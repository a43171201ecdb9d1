import type { Sentence } from '#errors/locale.ts';
import type { Severity } from './violation.ts';

/** A rule as a person meets it. docs/checks.md lists the same rows. */
export interface Rule {
  readonly severity: Severity;
  /** `{place}`, `{expected}` and `{actual}` are filled in. */
  readonly sentence: Sentence;
}

/** Every rule of the form by its stable code. */
export const rules = {
  ROW_TOTAL: {
    severity: 'ERROR',
    sentence: {
      zh: '“{place}”一行：各类申请人之和为 {expected}，总计填报为 {actual}。',
      en: 'Row “{place}”: the applicants add up to {expected}, but the total says {actual}.',
    },
  },
  OUTCOME_TOTAL: {
    severity: 'ERROR',
    sentence: {
      zh: '“{place}”一列：各项办理结果之和为 {expected}，（七）总计填报为 {actual}。',
      en: 'Column “{place}”: the outcomes add up to {expected}, but （七）总计 says {actual}.',
    },
  },
  COLUMN_BALANCE: {
    severity: 'ERROR',
    sentence: {
      zh: '“{place}”一列：本年新收与上年结转之和为 {expected}，办理结果总计与结转下年度之和为 {actual}，两者应当相等。',
      en: 'Column “{place}”: received and carried over make {expected}, outcomes and carried forward make {actual}; they must be equal.',
    },
  },
  DISPUTE_TOTAL: {
    severity: 'ERROR',
    sentence: {
      zh: '“{place}”：四类结果之和为 {expected}，总计填报为 {actual}。',
      en: '“{place}”: the four results add up to {expected}, but the total says {actual}.',
    },
  },
  NOT_WHOLE_NUMBER: {
    severity: 'ERROR',
    sentence: {
      zh: '“{place}”应为整数，填报为 {actual}。',
      en: '“{place}” must be a whole number, but says {actual}.',
    },
  },
  NEGATIVE_NUMBER: {
    severity: 'ERROR',
    sentence: {
      zh: '“{place}”不应为负数，填报为 {actual}。',
      en: '“{place}” must not be negative, but says {actual}.',
    },
  },
  MISSING_CELL: {
    severity: 'WARNING',
    sentence: {
      zh: '“{place}”有 {count} 个单元格未填数字；没有的应填 0。',
      en: '“{place}” has {count} cells without a figure; nothing is written as 0.',
    },
  },
  MISSING_CHAPTER: {
    severity: 'ERROR',
    sentence: { zh: '缺少“{place}”一章。', en: 'The chapter “{place}” is missing.' },
  },
  EMPTY_CHAPTER: {
    severity: 'WARNING',
    sentence: { zh: '“{place}”一章没有内容。', en: 'The chapter “{place}” has no text.' },
  },
} as const satisfies Record<string, Rule>;

/** Stable code of a rule. */
export type RuleCode = keyof typeof rules;
