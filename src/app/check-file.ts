import { phrase, type Locale } from '#errors/locale.ts';
import { formOf } from '#forms/index.ts';
import { checkReport, describeViolation, judgeRules } from '#reports/checks/check-report.ts';
import type { RuleOutcome } from '#reports/checks/run-rule.ts';
import { totalOffers } from '#reports/checks/total-offers.ts';
import type { FindingCell, Violation } from '#reports/checks/violation.ts';
import type { ReportDraft } from '#reports/report.ts';
import { placeOfText, type SourcePlace } from '#reports/source-record.ts';
import { readFileDraft } from './read-file-draft.ts';

/** A cell as the GraphQL type ViolationCell has it. */
export interface PlainCell {
  readonly path: string;
  readonly value: number | null;
  readonly raw: string | null;
  readonly place: SourcePlace | null;
}

/** A violation as the GraphQL type of that name has it. */
export interface PlainViolation extends Pick<Violation, 'code' | 'severity' | 'paths'> {
  readonly message: string;
  readonly expected: number | null;
  readonly actual: number | null;
  readonly key: string | null;
  readonly formula: string | null;
  readonly quote: string | null;
  readonly cells: readonly PlainCell[];
}

/** How a rule stands, as the GraphQL type RuleOutcome has it. */
export interface PlainOutcome extends Pick<RuleOutcome, 'code' | 'status'> {
  readonly reason: string | null;
}

/** A total, as the GraphQL type TotalOffer has it. */
export interface PlainOffer {
  readonly path: string;
  readonly stated: number | null;
  readonly computed: number;
}

/** What the checks found, as the GraphQL type CheckResult has it. */
export interface PlainChecks {
  readonly passed: boolean;
  readonly violations: readonly PlainViolation[];
  readonly rules: readonly PlainOutcome[];
  readonly offers: readonly PlainOffer[];
}

function numberOf(value: string | number | null): number | null {
  return value === null ? null : Number(value);
}

function plainCell({ path, figure, raw, place }: FindingCell): PlainCell {
  return {
    path,
    value: numberOf(figure),
    raw: raw ?? null,
    place: place === undefined ? null : placeOfText(place),
  };
}

function plainViolation(violation: Violation, locale: Locale): PlainViolation {
  const { code, severity, paths, expected, actual, key, formula, quote, cells } = violation;
  return {
    code,
    severity,
    paths,
    message: describeViolation(violation, locale),
    expected: numberOf(expected),
    actual: numberOf(actual),
    key: key ?? null,
    formula: formula ?? null,
    quote: quote ?? null,
    cells: (cells ?? []).map(plainCell),
  };
}

function plainOutcome({ code, status, reason }: RuleOutcome, locale: Locale): PlainOutcome {
  return { code, status, reason: reason && phrase(reason.reason, reason.parameters ?? {}, locale) };
}

function plainChecks(draft: ReportDraft, locale: Locale): PlainChecks {
  const form = formOf(draft);
  const { passed, violations } = checkReport(form, draft);
  return {
    passed,
    violations: violations.map((violation) => plainViolation(violation, locale)),
    rules: judgeRules(form, draft).map((outcome) => plainOutcome(outcome, locale)),
    offers: totalOffers(form, draft).map(({ path, stated, computed }) => ({
      path,
      stated: numberOf(stated),
      computed: Number(computed),
    })),
  };
}

/** Reads and checks a file; stores nothing. Rejects with the importer's errors. */
export async function checkFile(file: string, locale: Locale): Promise<PlainChecks> {
  return plainChecks(await readFileDraft(file), locale);
}
