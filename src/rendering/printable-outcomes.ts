import { Big } from 'big.js';
import type { DocumentOptions } from '#plugin-api/document-options.ts';
import type { Block } from '#plugin-api/document.ts';
import type { SummedCell } from '#rollups/sums.ts';
import { plainTable } from './blocks.ts';
import { barChart } from './charts/bar-chart.ts';
import { rollupWords } from './rollup-words.ts';

const prefix = 'applications.outcomes.';

/** The outcomes of table three, each with all rows of its kind. */
const outcomes = [
  { key: 'disclosed', 'zh-CN': '予以公开', en: 'Disclosed' },
  { key: 'partlyDisclosed', 'zh-CN': '部分公开', en: 'Partly disclosed' },
  { key: 'withheld', 'zh-CN': '不予公开', en: 'Withheld' },
  { key: 'unavailable', 'zh-CN': '无法提供', en: 'Unavailable' },
  { key: 'notProcessed', 'zh-CN': '不予处理', en: 'Not processed' },
  { key: 'other', 'zh-CN': '其他处理', en: 'Other' },
] as const;

/** The totals of the rows of a kind; a row that forms divide is there once, divided or not. */
function totalsOf(key: string, cells: ReadonlyMap<string, SummedCell>): SummedCell[] {
  const isOwn = (path: string) => path.startsWith(`${prefix}${key}.`) && path.endsWith('.total');
  return [...cells.values()].filter(({ path, sum }) => isOwn(path) && sum !== null);
}

function sumOf(cells: readonly SummedCell[]): string | null {
  return cells.length === 0 ? null : cells.reduce<Big>((sum, cell) => sum.plus(cell.sum ?? 0), new Big(0)).toFixed();
}

/** What became of the applications, as bars and as a table. */
export function outcomeBlocks(cells: ReadonlyMap<string, SummedCell>, locale: DocumentOptions['locale']): Block[] {
  const say = rollupWords[locale];
  const rows = outcomes.map((one) => ({ key: one.key, label: one[locale], value: sumOf(totalsOf(one.key, cells)) }));
  const bars = rows.map(({ label, value }) => ({
    label,
    value: value === null ? null : Number(value),
    says: value ?? say.none,
  }));
  const alternative = `${rows.map(({ label, value }) => say.says(label, value ?? say.none)).join(locale === 'en' ? '; ' : '；')}${locale === 'en' ? '.' : '。'}`;
  const svg = barChart({ id: 'chart-outcomes', title: say.outcomes, description: alternative, bars });
  const table = plainTable({
    id: 'table-outcomes',
    caption: say.outcomes,
    corner: say.outcome,
    unit: say.pieces,
    columns: [say.sum],
    rows: rows.map(({ key, label, value }) => ({ head: label, key, cells: [value] })),
  });
  return [{ type: 'figure', svg, alternative, caption: say.outcomes, table: 'table-outcomes' }, table];
}
