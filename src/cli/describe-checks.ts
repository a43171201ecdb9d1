import type { PlainCell, PlainChecks, PlainOutcome, PlainViolation } from '#app/check-file.ts';
import { phrase, type Locale, type Sentence } from '#errors/locale.ts';

const marks = { ERROR: '✗', WARNING: '!', INFO: 'i' } as const;

const sentences = {
  passed: { zh: '✓ 校验通过。', en: '✓ All sums agree.' },
  noted: { zh: '✓ 校验通过，有 {count} 处请核对。', en: '✓ No errors; {count} findings are worth a look.' },
  failed: { zh: '✗ 校验未通过。', en: '✗ The report breaks rules.' },
  formula: { zh: '  算式：{text}', en: '  The sum: {text}' },
  quote: { zh: '  原文：{text}', en: '  The text: {text}' },
  place: { zh: '  位置：{text}', en: '  Where: {text}' },
  line: { zh: '第 {line} 行', en: 'line {line}' },
  page: { zh: '第 {page} 页', en: 'page {page}' },
  PASSED: { zh: '通过', en: 'passed' },
  VIOLATED: { zh: '不符', en: 'violated' },
  NOT_ASSESSABLE: { zh: '无法判断', en: 'not assessable' },
} as const satisfies Record<string, Sentence>;

function describePlace({ place }: PlainCell, locale: Locale): string {
  if (!place) return '';
  const { page, line, sheet, cell } = place;
  const parts = [
    ...(page === undefined ? [] : [phrase(sentences.page, { page }, locale)]),
    ...(line === undefined ? [] : [phrase(sentences.line, { line }, locale)]),
    [sheet, cell].filter((part) => part !== undefined).join('!'),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function linesOf({ severity, code, message, formula, quote, cells }: PlainViolation, locale: Locale): string[] {
  const places = [...new Set(cells.map((cell) => describePlace(cell, locale)))].filter((place) => place !== '');
  const more = (sentence: Sentence, text: string | null) => (text ? [phrase(sentence, { text }, locale)] : []);
  return [
    `${marks[severity]} ${message} [${code}]`,
    ...more(sentences.formula, formula),
    ...more(sentences.quote, quote),
    ...more(sentences.place, places.join(locale === 'zh' ? '、' : ', ')),
  ];
}

function verdictOf({ passed, violations }: PlainChecks, locale: Locale): string {
  if (!passed) return phrase(sentences.failed, {}, locale);
  const count = violations.length;
  return phrase(count > 0 ? sentences.noted : sentences.passed, { count }, locale);
}

function describeOutcome({ code, status, reason }: PlainOutcome, locale: Locale): string {
  return `  ${code}: ${phrase(sentences[status], {}, locale)}${reason === null ? '' : ` – ${reason}`}`;
}

/** What the checks found, for a person; with every rule and how it stands when that is wanted. */
export function describeChecks(checks: PlainChecks, locale: Locale, withRules: boolean): string {
  const findings = checks.violations.flatMap((violation) => linesOf(violation, locale));
  const rules = withRules ? checks.rules.map((outcome) => describeOutcome(outcome, locale)) : [];
  return [...findings, verdictOf(checks, locale), ...rules].join('\n');
}
