import type { Locale } from '#errors/locale.ts';
import { formOf } from '#forms/index.ts';
import { checkReport, describeViolation } from '#reports/checks/check-report.ts';
import type { Violation } from '#reports/checks/violation.ts';
import { readFileDraft } from './read-file-draft.ts';

/** A violation as the GraphQL type of that name has it. */
export interface PlainViolation extends Omit<Violation, 'parameters' | 'expected' | 'actual'> {
  readonly message: string;
  readonly expected: number | null;
  readonly actual: number | null;
}

/** What the checks found, as the GraphQL type CheckResult has it. */
export interface PlainChecks {
  readonly passed: boolean;
  readonly violations: readonly PlainViolation[];
}

function numberOf(value: string | null): number | null {
  return value === null ? null : Number(value);
}

function plainViolation(violation: Violation, locale: Locale): PlainViolation {
  const { code, severity, paths, expected, actual } = violation;
  return {
    code,
    severity,
    paths,
    message: describeViolation(violation, locale),
    expected: numberOf(expected),
    actual: numberOf(actual),
  };
}

/** Reads and checks a file; stores nothing. Rejects with the importer's errors. */
export async function checkFile(file: string, locale: Locale): Promise<PlainChecks> {
  const draft = await readFileDraft(file);
  const { passed, violations } = checkReport(formOf(draft), draft);
  return { passed, violations: violations.map((violation) => plainViolation(violation, locale)) };
}
