import type { Cell, Equation } from '#forms/form.ts';

/** The labels that name a cell for a person, outermost first. */
export function placeOf(cell: Cell): string {
  return [...cell.row.labels, ...cell.column.labels].join(' › ');
}

/** The label that tells a cell from the others of its row or column, without the form's remarks in brackets. */
export function shortLabel(cell: Cell, across: 'row' | 'column'): string {
  const label = (across === 'row' ? cell.column : cell.row).labels.at(-1) ?? cell.path;
  return label
    .replace(/^(?:[（(][一二三四五六七八九十]+[）)]|\d+[.．、]|[一二三四五六七八九十]+、)/u, '')
    .replace(/（.*?）$/u, '');
}

/** The labels of an equation's row or column; for a row without a label, the heads that its cells share. */
export function placeOfEquation(equation: Equation): string {
  if (equation.labels.length > 0) return equation.labels.join(' › ');
  const total = equation.table.cells.flat().find((cell) => cell.path === equation.right[0]);
  return total?.column.labels.slice(0, -1).join(' › ') ?? '';
}
