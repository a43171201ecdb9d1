import { forms } from '#forms/index.ts';
import type { ReportValues } from '#plugin-api/values.ts';
import { treeOf, type Figure } from '#reports/figures.ts';

function blank(index: number): boolean {
  return index % 4 === 3;
}

/** Values on the newest form, with whole numbers, decimals, blanks and marks; each renderer must manage them before it is offered. */
export function goldenValues(): ReportValues {
  const form = forms[0]!;
  const paths = [...form.cells];
  const figures = paths.map(([path, { kind }], index): [string, Figure] => {
    if (blank(index)) return [path, null];
    return [path, kind === 'decimal' ? '72701.2578' : index];
  });
  return {
    title: '样本单位2024年政府信息公开工作年度报告',
    organization: '样本单位',
    year: 2024,
    form: form.id,
    modified: '2025-01-31T00:00:00.000Z',
    narratives: { overview: '公开信息 1 条，其中 <3 项 & “引号”。' },
    figures: treeOf(figures),
    marks: treeOf(paths.flatMap(([path], index) => (blank(index) && index % 8 === 3 ? [[path, '/'] as const] : []))),
  };
}
