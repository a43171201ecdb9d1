import { element, label, picture, type PictureWords } from './svg.ts';

/** What a bar chart shows. */
export interface BarChart extends PictureWords {
  readonly bars: readonly { readonly label: string; readonly value: number | null; readonly says: string }[];
}

const width = 640;
const rowHeight = 34;
const start = 190;
const longest = 340;

function bar({ label: name, value, says }: BarChart['bars'][number], row: number, greatest: number): string {
  const y = row * rowHeight + 8;
  const length = value === null || greatest === 0 ? 0 : (value / greatest) * longest;
  const middle = y + 15;
  const rect = element('rect', { x: start, y, width: Math.max(length, 1), height: 20, 'fill-opacity': 0.65 });
  return label(start - 10, middle, name, 'end') + rect + label(start + length + 10, middle, says);
}

/** Horizontal bars with their names and figures, as SVG. */
export function barChart(chart: BarChart): string {
  const greatest = Math.max(0, ...chart.bars.map(({ value }) => value ?? 0));
  const height = chart.bars.length * rowHeight + 8;
  const bars = chart.bars.map((one, row) => bar(one, row, greatest));
  return picture(chart, { width, height }, bars);
}
