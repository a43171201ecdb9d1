import type { Form } from '#forms/form.ts';
import { forms } from '#forms/index.ts';
import { foldLabel } from './characters.ts';
import type { Source } from './source.ts';

function textOf({ lines, tables = [] }: Source): string {
  const cells = tables.flatMap((table) => table.cells);
  return foldLabel([...lines, ...cells].map(({ text }) => text).join(''));
}

/** Every label that a row or a column ends with, folded. */
function labelsOf(form: Form): string[] {
  const leaves = form.tables.flatMap((table) => [...table.rows, ...table.columns]);
  return [...new Set(leaves.map(({ definition }) => foldLabel(definition.label)))].filter((label) => label !== '');
}

/** The labels that tell a form from the others: those that no other form has, also not inside a longer one. */
function ownLabels(form: Form): string[] {
  const others = forms.filter((other) => other !== form).flatMap(labelsOf);
  return labelsOf(form).filter((label) => !others.some((other) => other.includes(label)));
}

const known = new Map(forms.map((form) => [form, ownLabels(form)]));

/** Share of all labels of a form's tables below which a document has none of them. */
const fewest = 0.3;

/** Whether the document has not got the tables of any form. */
export function hasNoForm(source: Source): boolean {
  const text = textOf(source);
  return forms.every((form) => {
    const labels = labelsOf(form);
    return labels.filter((label) => text.includes(label)).length < fewest * labels.length;
  });
}

/** The form that the document has the greatest share of the own labels of; the newest where two have the same. */
export function recognizeForm(source: Source): Form {
  const text = textOf(source);
  const score = (form: Form) => {
    const labels = known.get(form) ?? [];
    return labels.filter((label) => text.includes(label)).length / Math.max(1, labels.length);
  };
  return forms.reduce((best, form) => (score(form) > score(best) ? form : best));
}
