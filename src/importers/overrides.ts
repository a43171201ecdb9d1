import { invalidInput } from '#errors/invalid-input.ts';

/** What the caller knows better than the document. */
export interface Overrides {
  readonly organization?: string | undefined;
  readonly year?: number | undefined;
}

const longestName = 100;
/** Information disclosure began to be reported for 2008. */
const firstYear = 2008;

const sentences = {
  NAME: {
    zh: '单位名称应为 1 至 {most} 字，且不含控制字符。',
    en: 'The name of an organization has 1 to {most} characters, and no control characters.',
  },
  YEAR: { zh: '年度应在 {from} 至 {to} 之间。', en: 'The year is one from {from} to {to}.' },
} as const;

// Line ends, controls, marks of direction and halves of surrogate pairs have no place in a name.
// oxlint-disable-next-line no-control-regex
const notInNames = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff\p{Cs}]/u;

function checkName(name: string): string {
  const trimmed = name.trim().normalize('NFC');
  if (trimmed !== '' && trimmed.length <= longestName && !notInNames.test(trimmed)) return trimmed;
  throw invalidInput('organization', sentences.NAME, { most: longestName });
}

function checkYear(year: number): number {
  const next = new Date().getFullYear() + 1;
  if (Number.isInteger(year) && year >= firstYear && year <= next) return year;
  throw invalidInput('year', sentences.YEAR, { from: firstYear, to: next });
}

/** The overrides, trimmed; INPUT_INVALID when they can not be of a report. */
export function checkOverrides({ organization, year }: Overrides): Overrides {
  return {
    organization: organization === undefined ? undefined : checkName(organization),
    year: year === undefined ? undefined : checkYear(year),
  };
}
