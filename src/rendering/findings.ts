import type { Equation, Form } from '#forms/form.ts';
import type { Finding } from '#plugin-api/document.ts';
import { describeViolation } from '#reports/checks/check-report.ts';
import type { Severity, Violation } from '#reports/checks/violation.ts';
import { wordList, type DocumentLocale } from './form-words.ts';

const severities: Readonly<Record<Severity, Finding['severity']>> = {
  ERROR: 'error',
  WARNING: 'warning',
  INFO: 'info',
};

// A place is kept as the labels that lead to it.
function placeIn(words: ReadonlyMap<string, string>, place: string | number | undefined): string {
  const labels = String(place ?? '').split(' › ');
  return labels.map((label) => words.get(label) ?? label).join(' › ');
}

function isSum(violation: Violation, { code, left, right }: Equation): boolean {
  const { paths } = violation;
  return code === violation.code && [...left, ...right].every((path, index) => paths[index] === path);
}

// All that is added up would be marked otherwise, and most of it is right.
function statedTotals(violation: Violation, { equations }: Form): readonly string[] | undefined {
  return equations.find((equation) => isSum(violation, equation))?.right;
}

/** Violations as findings of a document: numbered from 1, their sentences in its language. */
export function findingsOf(violations: readonly Violation[], form: Form, locale: DocumentLocale): Finding[] {
  const words = wordList(form, locale);
  const language = locale === 'en' ? 'en' : 'zh';
  return violations.map((violation, index) => {
    const { severity, paths, parameters } = violation;
    const place = placeIn(words, parameters['place']);
    const text = describeViolation({ ...violation, parameters: { ...parameters, place } }, language);
    const shownAt = statedTotals(violation, form) ?? paths;
    return { id: `finding-${index + 1}`, severity: severities[severity], text, paths, shownAt };
  });
}
