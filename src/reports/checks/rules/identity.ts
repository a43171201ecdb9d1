import { sentencesOf } from '../narrative/sentences.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** The period that a report says its figures are of. */
const period = /(\d{4})年1月1日(?:起|零时)?(?:至|到|-|—|~)(?:(\d{4})年)?12月31日/u;

/** Whoever files here can mend the title; what was imported is what was published. */
function severityOf({ report }: Subject): { readonly severity: 'ERROR' | 'WARNING' } {
  return { severity: report.origin === 'FILED' ? 'ERROR' : 'WARNING' };
}

function* judgeTitle(subject: Subject): Generator<Finding> {
  const { title, year } = subject.report;
  const years = [...title.normalize('NFKC').matchAll(/(?<!\d)(20\d{2})(?!\d)/gu)].flatMap(([, found]) => found ?? []);
  const [first] = years;
  if (first === undefined || years.includes(String(year))) return;
  yield { place: '标题', expected: String(year), actual: first, quote: title, ...severityOf(subject) };
}

function* judgePeriod(subject: Subject): Generator<Finding> {
  const { narratives, year } = subject.report;
  const sentences = Object.values(narratives).flatMap(sentencesOf);
  for (const { text, quote } of sentences.filter((sentence) => /统计|期限|所列数据/u.test(sentence.text))) {
    const [, from, to = from] = period.exec(text) ?? [];
    const other = [from, to].find((found) => found !== undefined && found !== String(year));
    if (other !== undefined)
      yield { place: '统计期限', expected: String(year), actual: other, quote, ...severityOf(subject) };
  }
}

/** Which report it is. */
export const identityRules = {
  YEAR_MISMATCH: {
    severity: 'ERROR',
    sentence: {
      zh: '{place}中的年份为 {actual}，报告年度为 {expected}。',
      en: 'The year in “{place}” is {actual}, but the report is of {expected}.',
    },
    judge: function* judge(subject) {
      yield* judgeTitle(subject);
      yield* judgePeriod(subject);
    },
  },
  FORM_YEAR_MISMATCH: {
    severity: 'WARNING',
    sentence: {
      zh: '{actual} 年的报告用了“{place}”，该格式适用于 {expected} 年。',
      en: 'The report of {actual} is on “{place}”, which is in use for {expected}.',
    },
    judge: function* judge({ form, report }) {
      const { validFrom, validTo, title } = form.definition;
      if (report.year >= validFrom && report.year <= validTo) return;
      const expected = validTo === 9999 ? `${validFrom}–` : `${validFrom}–${validTo}`;
      yield { place: title, expected, actual: String(report.year) };
    },
  },
  NO_FIGURES: {
    severity: 'INFO',
    sentence: {
      zh: '{place} 年的报告没有报表数字：早于 {expected} 年起的全国统一格式，只保存正文。',
      en: 'The report of {place} has no figures: before the form of {expected}, only its text is kept.',
    },
    judge: function* judge({ form, report }) {
      if (form.tables.length > 0) return;
      yield { place: String(report.year), expected: String(form.definition.validTo + 1) };
    },
  },
} as const satisfies Record<string, Rule>;
