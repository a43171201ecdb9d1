import type { Form } from '#forms/form.ts';
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

/** Violations as findings of a document: numbered from 1, their sentences in its language. */
export function findingsOf(violations: readonly Violation[], form: Form, locale: DocumentLocale): Finding[] {
  const words = wordList(form, locale);
  const language = locale === 'en' ? 'en' : 'zh';
  return violations.map(({ parameters, ...violation }, index) => {
    const placed = { ...violation, parameters: { ...parameters, place: placeIn(words, parameters['place']) } };
    const { severity, paths } = violation;
    const text = describeViolation(placed, language);
    return { id: `finding-${index + 1}`, severity: severities[severity], text, paths };
  });
}
