import type { Equation, Form } from '#forms/form.ts';
import { readPath, type FigureTree } from './figures.ts';

/** A total that differs from the sum of its parts, or is blank although the parts are not. */
export interface ComputedTotal {
  readonly path: string;
  readonly computed: number;
  /** What the report says; never changed by itself. */
  readonly stated: number | null;
}

/** The totals that the parts of a report give and the report does not say. */
export function computedTotals(form: Form, figures: FigureTree): ComputedTotal[] {
  return form.equations.flatMap((equation) => computedTotal(equation, figures));
}

function computedTotal({ left, right }: Equation, figures: FigureTree): ComputedTotal[] {
  const [path, ...others] = right;
  // The balance of received and carried forward has no one cell that is its total.
  if (path === undefined || others.length > 0) return [];
  const parts = left.map((part) => readPath(figures, part));
  if (!parts.every((part) => typeof part === 'number')) return [];
  const computed = parts.reduce((sum, part) => sum + part, 0);
  const stated = readPath(figures, path) ?? null;
  return computed === stated ? [] : [{ path, computed, stated: typeof stated === 'number' ? stated : null }];
}
