import { Big } from 'big.js';
import type { Equation } from '#forms/form.ts';
import { judgeEquation } from '#reports/checks/equations.ts';
import type { Violation } from '#reports/checks/violation.ts';
import { readPath, type FigureTree } from '#reports/figures.ts';
import type { StoredChecks } from '#reports/report.ts';
import { comparablePaths, labelsOf } from './comparable.ts';
import type { Rollup } from './roll-up.ts';
import { rollupFinding } from './rules.ts';

/** A cell of a roll-up beside what the report of the whole says. */
export interface FiledCell {
  readonly path: string;
  readonly sum: string;
  readonly filed: string;
  /** What was filed less the sum. */
  readonly difference: string;
}

/** The cells in which both have a figure. */
export function compareFiled({ cells }: Rollup, filed: FigureTree): FiledCell[] {
  return [...cells.values()].flatMap(({ path, sum }) => {
    const figure = readPath(filed, path) ?? null;
    if (sum === null || figure === null) return [];
    const stated = new Big(String(figure));
    return [{ path, sum, filed: stated.toFixed(), difference: stated.minus(sum).toFixed() }];
  });
}

/** What is wrong with a roll-up, and what is only incomplete: differences count when every body and figure is there. */
export async function checkRollup(rollup: Rollup): Promise<StoredChecks> {
  const [{ missing, overlapping }, filed] = await Promise.all([rollup.bodies(), rollup.filed(['figures'])]);
  const blank = [...rollup.cells.values()].filter(({ sum, blanks }) => sum !== null && blanks > 0);
  const isComplete = missing.length === 0 && blank.length === 0;
  const compared = filed ? compareFiled(rollup, (filed.figures ?? {}) as FigureTree) : [];
  const violations = [
    ...brokenSums(rollup),
    ...(isComplete
      ? []
      : [
          incomplete(
            missing.length,
            blank.map(({ path }) => path),
          ),
        ]),
    ...(overlapping.length > 0 ? [rollupFinding('ROLLUP_OVERLAPS', { count: overlapping.length })] : []),
    ...compared.filter(({ difference }) => !new Big(difference).eq(0)).map(differs),
  ];
  return { passed: violations.every(({ severity }) => severity !== 'ERROR'), violations };
}

function incomplete(missing: number, paths: readonly string[]): Violation {
  return rollupFinding('ROLLUP_INCOMPLETE', { missing, cells: paths.length }, { paths });
}

function differs({ path, sum, filed }: FiledCell): Violation {
  return rollupFinding('ROLLUP_DIFFERS', { place: placeOf(path) }, { paths: [path], expected: sum, actual: filed });
}

function placeOf(path: string): string {
  return labelsOf(path).join(' › ');
}

/** Equations of the form that the sums break although every report has all of their figures. */
function brokenSums({ forms, cells, figures }: Rollup): Violation[] {
  const { comparable } = comparablePaths(forms.map(({ form }) => form));
  const isWhole = (path: string) => comparable.has(path) && cells.get(path)?.blanks === 0;
  const equations = forms.flatMap(({ form }) => form.equations).filter((one) => pathsOf(one).every(isWhole));
  const once = new Map(equations.map((equation) => [pathsOf(equation).join(), equation]));
  return [...once.values()].flatMap((equation) => {
    const state = judgeEquation(equation, figures);
    if (state.kind !== 'broken') return [];
    const place = equation.labels.join(' › ');
    const sides = { expected: String(state.left), actual: String(state.right), parameters: { place } };
    return [{ code: equation.code, severity: 'ERROR', paths: pathsOf(equation), ...sides } satisfies Violation];
  });
}

function pathsOf({ left, right }: Equation): string[] {
  return [...left, ...right];
}
