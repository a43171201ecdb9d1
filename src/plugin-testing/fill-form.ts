import type { Cell, Form } from '#forms/form.ts';
import type { PrintableSource } from '#rendering/printable-report.ts';
import { treeOf, type Figure } from '#reports/figures.ts';

/** One figure of a sample; `raw` is the mark that stands in its place. */
export interface Filling {
  readonly value: Figure;
  readonly raw?: string;
}

/** How a sample fills the form. */
export interface SamplePlan {
  /** `index` counts the cells; `summed` says whether the cell is a part of any sum. */
  readonly fill: (cell: Cell, index: number, summed: boolean) => Filling;
  /** Text of each narrative chapter, paragraphs separated by blank lines. */
  readonly narrative: string;
}

function summedPaths({ equations }: Form): ReadonlySet<string> {
  return new Set(equations.flatMap(({ left, right }) => [...left, ...right]));
}

function narrativesOf({ chapters }: Form, text: string): Record<string, string> {
  return Object.fromEntries(chapters.filter(({ kind }) => kind === 'narrative').map(({ key }) => [key, text]));
}

/** A report on the form, as it would be stored. */
export function fillForm(form: Form, { fill, narrative }: SamplePlan): PrintableSource {
  const summed = summedPaths(form);
  const filled = [...form.cells].map(([path, cell], index) => ({ path, ...fill(cell, index, summed.has(path)) }));
  return {
    title: '样本市样本区样本局2024年政府信息公开工作年度报告',
    organization: { name: '样本市样本区样本局' },
    year: 2024,
    form: form.id,
    narratives: narrativesOf(form, narrative),
    figures: treeOf(filled.map(({ path, value }) => [path, value])),
    raws: treeOf(filled.flatMap(({ path, raw }) => (raw === undefined ? [] : [[path, raw] as const]))),
    updatedAt: new Date('2025-01-20T09:30:00Z'),
  };
}
