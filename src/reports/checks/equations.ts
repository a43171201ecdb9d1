import type { Equation } from '#forms/form.ts';
import { readPath, type Figure, type FigureTree } from '../figures.ts';

/** How an equation stands: `open` when a cell is empty or not a whole number, so that it can not be judged. */
export type EquationState =
  | { readonly kind: 'open'; readonly blank: readonly string[] }
  | { readonly kind: 'agrees' | 'broken'; readonly left: bigint; readonly right: bigint };

/** How figures are looked up. */
type Lookup = (path: string) => Figure;

function isWhole(figure: Figure): figure is number {
  return typeof figure === 'number' && Number.isSafeInteger(figure);
}

/** The exact sum of some cells; undefined when one of them is not a whole number. */
export function sumOf(paths: readonly string[], figure: Lookup): bigint | undefined {
  let sum = 0n;
  for (const path of paths) {
    const value = figure(path);
    if (!isWhole(value)) return undefined;
    sum += BigInt(value);
  }
  return sum;
}

/** Adds up both sides, exactly; a cell for which `figure` has nothing leaves the equation open. */
export function judgeSides({ left, right }: Pick<Equation, 'left' | 'right'>, figure: Lookup): EquationState {
  const sums = [sumOf(left, figure), sumOf(right, figure)] as const;
  if (sums[0] === undefined || sums[1] === undefined) {
    return { kind: 'open', blank: [...left, ...right].filter((path) => !isWhole(figure(path))) };
  }
  return { kind: sums[0] === sums[1] ? 'agrees' : 'broken', left: sums[0], right: sums[1] };
}

/** Adds up both sides of an equation of the form. */
export function judgeEquation(equation: Equation, figures: FigureTree): EquationState {
  return judgeSides(equation, (path) => readPath(figures, path) ?? null);
}
