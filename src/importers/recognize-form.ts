import type { Form } from '#forms/form.ts';
import { forms } from '#forms/index.ts';
import { foldLabel } from './characters.ts';
import type { Source } from './source.ts';

function textOf({ lines, tables = [] }: Source): string {
  const cells = tables.flatMap((table) => table.cells);
  return foldLabel([...lines, ...cells].map(({ text }) => text).join(''));
}

/** The form whose row labels the document has most of; the newest where two have the same number. */
export function recognizeForm(source: Source): Form {
  const text = textOf(source);
  const score = (form: Form) =>
    form.tables.flatMap((table) => table.rows).filter((row) => text.includes(foldLabel(row.definition.label))).length;
  return forms.reduce((best, form) => (score(form) > score(best) ? form : best));
}
