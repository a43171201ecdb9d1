import { Big } from 'big.js';
import type { ChapterDefinition } from '#forms/form-definition.ts';
import { formOf } from '#forms/index.ts';
import { readPath } from '#reports/figures.ts';
import type { Report } from '#reports/report.ts';
import { comparablePaths, partsOn } from './comparable.ts';
import { textDifference, type ParagraphDifference } from './text-difference.ts';

/** A cell of two reports. */
export interface ComparedCell {
  readonly path: string;
  /** Exact digits; null where the report has no figure. */
  readonly base: string | null;
  readonly other: string | null;
  /** The other less the base, exactly; null where one of them has no figure. */
  readonly difference: string | null;
  /** The other over the base; null where there is no such number. */
  readonly ratio: number | null;
}

/** A chapter's text in two reports. */
export interface ComparedNarrative {
  readonly chapter: ChapterDefinition;
  readonly changed: boolean;
  readonly paragraphs: readonly ParagraphDifference[];
}

/** What two reports are compared by. */
export type Comparable = Pick<Report, 'form' | 'figures' | 'narratives'>;

/** Two reports side by side: two years of a body, or two bodies. */
export interface Comparison<Source extends Comparable = Comparable> {
  readonly base: Source;
  readonly other: Source;
  /** Every cell that means the same on both forms, in the order of the form. */
  readonly cells: readonly ComparedCell[];
  readonly narratives: readonly ComparedNarrative[];
  /** Cells that are on one of the two forms only. */
  readonly leftOut: readonly string[];
}

function figureAt(report: Comparable, path: string): Big | null {
  const parts = partsOn(formOf(report), path).map((part) => readPath(report.figures, part) ?? null);
  return parts.reduce<Big | null>(
    (sum, part) => (sum === null || part === null ? null : sum.plus(String(part))),
    parts.length > 0 ? new Big(0) : null,
  );
}

function compareCell(path: string, base: Big | null, other: Big | null): ComparedCell {
  return {
    path,
    base: base?.toFixed() ?? null,
    other: other?.toFixed() ?? null,
    difference: base && other ? other.minus(base).toFixed() : null,
    ratio: base && other && !base.eq(0) ? other.div(base).toNumber() : null,
  };
}

function narrativesOf(base: Comparable, other: Comparable): ComparedNarrative[] {
  const chapters = formOf(other).chapters.filter(
    ({ key, kind }) => kind === 'narrative' || [base, other].some(({ narratives }) => narratives[key] !== undefined),
  );
  return chapters.map((chapter) => {
    const paragraphs = textDifference(base.narratives[chapter.key] ?? '', other.narratives[chapter.key] ?? '');
    return { chapter, changed: paragraphs.some(({ kind }) => kind !== 'SAME'), paragraphs };
  });
}

/** Compares two reports, which may be on different forms. */
export function compareReports<Source extends Comparable>(base: Source, other: Source): Comparison<Source> {
  const { comparable, leftOut } = comparablePaths([...new Set([formOf(other), formOf(base)])]);
  const cells = [...comparable].map((path) => compareCell(path, figureAt(base, path), figureAt(other, path)));
  return { base, other, cells, narratives: narrativesOf(base, other), leftOut };
}

/** Whether the two reports say something else in a cell; what only one of them says is something else too. */
export function isChanged({ base, other, difference }: ComparedCell): boolean {
  return difference === null ? base !== other : !new Big(difference).eq(0);
}
