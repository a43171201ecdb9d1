import type { Claim } from '../narrative/claim.ts';
import { claimsOf } from '../narrative/claims-of.ts';
import { readingsOf, type Reading } from '../narrative/readings.ts';
import type { NarrativeSentence } from '../narrative/sentences.ts';
import type { RowKind } from '../narrative/vocabulary.ts';
import { sumOf } from '../equations.ts';
import { placeOf } from '../places.ts';
import type { Finding, Rule, Unassessable } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** Quotes are shortened for a person to find, not to read. */
const LONGEST_QUOTE = 120;

const noClaims: Unassessable = {
  reason: {
    zh: '正文中没有可以与报表对照的数字。',
    en: 'The narrative has no figures that can be compared with the tables.',
  },
};

function quoteOf({ quote }: NarrativeSentence): string {
  return quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote;
}

function placeOfReading({ plus: [first = ''] }: Reading, { form }: Subject): string {
  const cell = form.cells.get(first);
  return cell ? placeOf(cell) : first;
}

function valueOf({ plus, minus }: Reading, { figure }: Subject): bigint | undefined {
  const [sum, less] = [sumOf(plus, figure), sumOf(minus, figure)];
  return sum === undefined || less === undefined ? undefined : sum - less;
}

/** Nothing when one reading fits, or when one can not be added up. */
function judgeClaim(claim: Claim, subject: Subject): Finding[] {
  const readings = readingsOf(claim, subject.form);
  const values = readings.map((reading) => valueOf(reading, subject));
  const [likeliest, expected] = [readings[0], values[0]];
  if (!likeliest || values.some((value) => value === undefined || value === BigInt(claim.value))) return [];
  return [
    {
      place: placeOfReading(likeliest, subject),
      paths: likeliest.plus,
      expected: String(expected),
      actual: String(claim.value),
      quote: quoteOf(claim.sentence),
    },
  ];
}

function* judgeClaims(subject: Subject): Generator<Finding | Unassessable> {
  const { claims } = claimsOf(subject);
  if (claims.length === 0) yield noClaims;
  for (const claim of claims) yield* judgeClaim(claim, subject);
}

const receipts: readonly RowKind[] = ['newlyReceived', 'received', 'handled'];

/** The one number that a sentence has for a row; undefined where it has several. */
function valueFor(claims: readonly Claim[], kinds: readonly RowKind[]): number | undefined {
  const found = claims.filter(
    ({ rows, column }) => !column && rows.length === 1 && rows.every((row) => kinds.includes(row)),
  );
  const values = new Set(found.map(({ value }) => value));
  return values.size === 1 ? found[0]?.value : undefined;
}

function judgeSentenceSum(claims: readonly Claim[]): Finding[] {
  const [received, over, answered, forward] = [receipts, ['carriedOver'], ['answered'], ['carriedForward']].map(
    (kinds) => valueFor(claims, kinds as RowKind[]),
  );
  const [first] = claims;
  if (!first || received === undefined || over === undefined || answered === undefined || forward === undefined)
    return [];
  const [left, right] = [received + over, answered + forward];
  // What was received may be told with what was carried over in it.
  const isTogether = received === right && !claims.some(({ rows }) => rows.includes('newlyReceived'));
  if (left === right || isTogether) return [];
  const formula = `新收 ${received} + 上年结转 ${over} = ${left} ≠ 答复 ${answered} + 结转下年 ${forward} = ${right}`;
  return [{ place: '正文', expected: String(left), actual: String(right), formula, quote: quoteOf(first.sentence) }];
}

function* judgeTextSums(subject: Subject): Generator<Finding | Unassessable> {
  const { claims } = claimsOf(subject);
  if (claims.length === 0) yield noClaims;
  for (const sentence of new Set(claims.map((claim) => claim.sentence)))
    yield* judgeSentenceSum(claims.filter((claim) => claim.sentence === sentence));
}

const share = /(\d+)(?:件|宗|份|条|项)?[,(]?(?:约)?占(?:比)?([^\d%,;()]{0,12})(\d+(?:\.(\d+))?)%/gu;

/** Whether a quotient is that percentage, rounded to as many places as it has. */
function isRounded(quotient: number, percentage: string, places: number): boolean {
  return Math.abs(quotient * 100 - Number(percentage)) <= 0.5 * 10 ** -places + 1e-9;
}

/** Numbers that a share may be one of: those of the sentence, and the sums of the table. */
function wholesOf(claims: readonly Claim[], subject: Subject): number[] {
  const rows = [['received'], ['received', 'carriedOver'], ['outcomes.total']];
  const sums = rows.map((row) =>
    sumOf(
      row.map((key) => `applications.${key}.total`),
      subject.figure,
    ),
  );
  return [...claims.map(({ value }) => value), ...sums.map((sum) => Number(sum ?? 0n))].filter((whole) => whole > 0);
}

function judgeShares(sentence: NarrativeSentence, claims: readonly Claim[], subject: Subject): Finding[] {
  const wholes = wholesOf(claims, subject);
  return [...sentence.text.matchAll(share)].flatMap(([, part = '', , percentage = '', decimals = '']) => {
    const isClaimed = claims.some(({ value }) => value === Number(part));
    if (!isClaimed || wholes.some((whole) => isRounded(Number(part) / whole, percentage, decimals.length))) return [];
    const [whole = 1] = wholes;
    const expected = ((Number(part) / whole) * 100).toFixed(decimals.length);
    return [
      {
        place: '正文',
        expected,
        actual: percentage,
        formula: `${part} ÷ ${whole} = ${expected}%`,
        quote: quoteOf(sentence),
      },
    ];
  });
}

/** The narrative against the tables: only where no reading of a sentence fits. */
export const textRules = {
  TEXT_TABLE_MISMATCH: {
    severity: 'WARNING',
    sentence: {
      zh: '正文与报表不一致：正文称 {actual}，表中“{place}”为 {expected}。',
      en: 'The narrative and the table differ: the text says {actual}, “{place}” in the table is {expected}.',
    },
    judge: judgeClaims,
  },
  TEXT_SUM_MISMATCH: {
    severity: 'WARNING',
    formula: '正文：新收 + 上年结转 = 答复 + 结转下年',
    sentence: {
      zh: '正文中的数字前后不符：新收与上年结转之和为 {expected}，答复与结转下年之和为 {actual}。',
      en: 'The figures of the text do not agree with each other: received and carried over make {expected}, answered and carried forward make {actual}.',
    },
    judge: judgeTextSums,
  },
  TEXT_SHARE_MISMATCH: {
    severity: 'INFO',
    formula: '正文：占比 = 部分 ÷ 总数',
    sentence: {
      zh: '正文中的占比为 {actual}%，按数字计算为 {expected}%。',
      en: 'The text says a share of {actual}%; its figures give {expected}%.',
    },
    judge: function* judge(subject) {
      const { sentences, claims } = claimsOf(subject);
      if (claims.length === 0) yield noClaims;
      for (const sentence of sentences)
        yield* judgeShares(
          sentence,
          claims.filter((claim) => claim.sentence === sentence),
          subject,
        );
    },
  },
} as const satisfies Record<string, Rule>;
