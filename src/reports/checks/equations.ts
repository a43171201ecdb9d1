import type { Equation } from '#forms/form.ts';
import { readPath, type FigureTree } from '../figures.ts';

/** How an equation stands: `open` when a cell is empty or not a whole number, so that it can not be judged. */
export type EquationState =
  { readonly kind: 'open' } | { readonly kind: 'agrees' | 'broken'; readonly left: bigint; readonly right: bigint };

function sumOf(figures: FigureTree, paths: readonly string[]): bigint | undefined {
  let sum = 0n;
  for (const path of paths) {
    const figure = readPath(figures, path);
    if (typeof figure !== 'number' || !Number.isSafeInteger(figure)) return undefined;
    sum += BigInt(figure);
  }
  return sum;
}

/** Adds up both sides, exactly. */
export function judgeEquation(equation: Equation, figures: FigureTree): EquationState {
  const left = sumOf(figures, equation.left);
  const right = sumOf(figures, equation.right);
  if (left === undefined || right === undefined) return { kind: 'open' };
  return { kind: left === right ? 'agrees' : 'broken', left, right };
}
