import { placeOf } from '../places.ts';
import { similarity } from '../similarity.ts';
import { blanks, notOnForm } from '../reasons.ts';
import type { Finding, Rule, Unassessable } from '../rule.ts';
import { subjectOf, type CheckedReport, type Subject } from '../subject.ts';
import { formOf } from '#forms/index.ts';

/** Narratives that are this much alike are a copy, if they are not short. */
const ALIKE = 0.95;
const SHORTEST_COPY = 100;

/** A change by more than this many times is told of where the greater figure is at least of that size. */
const UNUSUAL_TIMES = 5;
const UNUSUAL_SIZE = 50;

const OVER = 'applications.carriedOver.';
const FORWARD = 'applications.carriedForward.';

interface Years {
  readonly now: Subject;
  readonly before: Subject;
}

/** A rule with `previous` as its need is only asked when there is one. */
function yearsOf(now: Subject): Years {
  const previous = now.others.previous as CheckedReport;
  return { now, before: subjectOf(formOf(previous), previous) };
}

function* judgeCarriedOver(subject: Subject): Generator<Finding | Unassessable> {
  const { now, before } = yearsOf(subject);
  const severity = before.report.origin === 'FILED' ? 'ERROR' : 'WARNING';
  const cells = [...now.form.cells].filter(([path]) => path.startsWith(OVER));
  const open = cells.filter(([path]) => {
    const [actual, expected] = [now.figure(path), before.figure(path.replace(OVER, FORWARD))];
    return actual === null || expected === null;
  });
  for (const [path, cell] of cells) {
    const [actual, expected] = [now.figure(path), before.figure(path.replace(OVER, FORWARD))];
    if (actual === null || expected === null || actual === expected) continue;
    const formula = `${before.report.year} 年结转下年度 ${expected} ≠ ${now.report.year} 年上年结转 ${actual}`;
    yield {
      place: placeOf(cell),
      paths: [path],
      expected: String(expected),
      actual: String(actual),
      formula,
      severity,
    };
  }
  if (open[0]) yield blanks(open.length, placeOf(open[0][1]));
}

const issuers = ['regulations', 'normativeDocuments'] as const;

interface Balance {
  readonly path: string;
  readonly last: number;
  readonly issued: number;
  readonly repealed: number;
  readonly inForce: number;
}

function balanceOf({ now, before }: Years, issuer: string): Balance | undefined {
  const path = `proactiveDisclosure.${issuer}`;
  const figures = [
    before.figure(`${path}.inForce`),
    ...['issued', 'repealed', 'inForce'].map((key) => now.figure(`${path}.${key}`)),
  ];
  const [last, issued, repealed, inForce] = figures.filter((figure) => typeof figure === 'number');
  if (last === undefined || issued === undefined || repealed === undefined || inForce === undefined) return undefined;
  return { path, last, issued, repealed, inForce };
}

function judgeBalances(judge: (balance: Balance) => Omit<Finding, 'place'> | undefined) {
  return function* judgeAll(subject: Subject): Generator<Finding | Unassessable> {
    const years = yearsOf(subject);
    const balances = issuers.flatMap((issuer) => balanceOf(years, issuer) ?? []);
    if (balances.length < issuers.length) yield notOnForm;
    for (const balance of balances) {
      const found = judge(balance);
      const label = subject.form.cells.get(`${balance.path}.inForce`)?.row.labels.at(-1) ?? balance.path;
      if (found) yield { ...found, place: label };
    }
  };
}

function brokenBalance({ path, last, issued, repealed, inForce }: Balance): Omit<Finding, 'place'> | undefined {
  const expected = last + issued - repealed;
  if (expected === inForce) return undefined;
  return {
    paths: [`${path}.issued`, `${path}.repealed`, `${path}.inForce`],
    expected: String(expected),
    actual: String(inForce),
    formula: `上年现行有效 ${last} + 制发 ${issued} - 废止 ${repealed} = ${expected} ≠ 现行有效 ${inForce}`,
  };
}

function repealedTooMany({ path, last, issued, repealed }: Balance): Omit<Finding, 'place'> | undefined {
  if (repealed <= last + issued) return undefined;
  return { paths: [`${path}.repealed`], expected: String(last + issued), actual: String(repealed) };
}

const watched =
  /^(?:proactiveDisclosure\.(?!itemsChange)|applications\.(?:received|outcomes)\.total|disputes\.\w+\.total)/u;

function isUnusual(now: number, before: number): boolean {
  const [less, more] = [Math.min(now, before), Math.max(now, before)];
  return more >= UNUSUAL_SIZE && more > less * UNUSUAL_TIMES;
}

function* judgeChanges(subject: Subject): Generator<Finding> {
  const { now, before } = yearsOf(subject);
  for (const [path, cell] of now.form.cells) {
    if (!watched.test(path) || !before.form.cells.has(path)) continue;
    const [actual, expected] = [now.figure(path), before.figure(path)];
    if (actual !== null && expected !== null && isUnusual(Number(actual), Number(expected)))
      yield { place: placeOf(cell), paths: [path], expected: String(expected), actual: String(actual) };
  }
}

/** Without what changes every year: figures, blanks and marks. */
function wordsOf({ narratives }: CheckedReport): string {
  const texts = ['overview', 'problems'].map((key) => narratives[key] ?? '');
  return texts.join('').replace(/[\p{N}\p{P}\s]/gu, '');
}

function* judgeCopy(subject: Subject): Generator<Finding> {
  const { now, before } = yearsOf(subject);
  const [text, last] = [wordsOf(now.report), wordsOf(before.report)];
  if (Math.min(text.length, last.length) < SHORTEST_COPY) return;
  const alike = text === last ? 1 : similarity(text, last);
  if (alike >= ALIKE) yield { place: String(before.report.year), parameters: { share: Math.floor(alike * 100) } };
}

/** A report against the one of the year before. */
export const previousYearRules = {
  CARRIED_OVER_MISMATCH: {
    severity: 'ERROR',
    need: 'previous',
    formula: '上年报告的“四、结转下年度继续办理” = 本年报告的“二、上年结转”（各列）',
    sentence: {
      zh: '“{place}”填报为 {actual}，上一年度报告结转下年度继续办理的为 {expected}。',
      en: '“{place}” says {actual}, but last year’s report carried {expected} forward.',
    },
    judge: judgeCarriedOver,
  },
  IN_FORCE_MISMATCH: {
    severity: 'WARNING',
    need: 'previous',
    formula: '上年现行有效 + 本年制发 - 本年废止 = 本年现行有效',
    sentence: {
      zh: '“{place}”：按上一年度推算现行有效 {expected} 件，填报为 {actual} 件。',
      en: '“{place}”: going by last year {expected} are in force, but the report says {actual}.',
    },
    judge: judgeBalances(brokenBalance),
  },
  REPEALED_TOO_MANY: {
    severity: 'WARNING',
    need: 'previous',
    formula: '本年废止 ≤ 上年现行有效 + 本年制发',
    sentence: {
      zh: '“{place}”：废止 {actual} 件，而上年现行有效与本年制发合计只有 {expected} 件。',
      en: '“{place}”: {actual} were repealed, but there were only {expected}.',
    },
    judge: judgeBalances(repealedTooMany),
  },
  UNUSUAL_CHANGE: {
    severity: 'INFO',
    need: 'previous',
    sentence: {
      zh: '“{place}”由上一年度的 {expected} 变为 {actual}，变化很大，请核对。',
      en: '“{place}” went from {expected} last year to {actual}: worth a look.',
    },
    judge: judgeChanges,
  },
  NARRATIVE_COPIED: {
    severity: 'WARNING',
    need: 'previous',
    sentence: {
      zh: '正文与 {place} 年度报告基本相同（{share}%）。',
      en: 'The text is nearly that of the report of {place} ({share}%).',
    },
    judge: judgeCopy,
  },
} as const satisfies Record<string, Rule>;
