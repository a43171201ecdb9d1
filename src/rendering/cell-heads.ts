import type { Cell } from '#forms/form.ts';
import { forms } from '#forms/index.ts';
import { cellOf } from '#rollups/comparable.ts';
import { wordList, type DocumentLocale } from './form-words.ts';

const english = new Map(forms.toReversed().flatMap((form) => [...wordList(form, 'en')]));

/** The innermost head of the column, with the one above it where another column of the table has the same. */
function columnOf({ table, column }: Cell): readonly string[] {
  const same = table.columns.filter(({ labels }) => labels.at(-1) === column.labels.at(-1));
  return column.labels.slice(same.length > 1 ? -2 : -1);
}

/** What a cell is called in a table of cells: its row's innermost head, and its column's. */
export function cellHead(path: string, locale: DocumentLocale): string {
  const cell = cellOf(path);
  if (!cell) return path;
  const row = cell.row.labels.at(-1) ?? '';
  const labels = [...(row === '' ? [] : [row]), ...columnOf(cell)];
  return labels.map((label) => (locale === 'en' ? (english.get(label) ?? label) : label)).join(' · ');
}
