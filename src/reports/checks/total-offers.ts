import type { Form } from '#forms/form.ts';
import { sumOf } from './equations.ts';
import { subjectOf, type CheckedReport } from './subject.ts';
import type { Figure } from '../figures.ts';

/** What the parts of a total make, beside what the report says. It is offered, and never written. */
export interface TotalOffer {
  readonly path: string;
  readonly stated: Figure;
  readonly computed: string;
}

/** The totals that are not what their parts make, each with what they make. */
export function totalOffers(form: Form, report: CheckedReport): TotalOffer[] {
  const { figure } = subjectOf(form, report);
  return form.equations.flatMap(({ left, right: [path, ...more] }) => {
    const sum = sumOf(left, figure);
    if (path === undefined || more.length > 0 || sum === undefined || String(figure(path)) === String(sum)) return [];
    return [{ path, stated: figure(path), computed: String(sum) }];
  });
}
