import { scaleTo } from './scale.ts';
import { element, label, picture, type PictureWords } from './svg.ts';

/** A line: a value for each position, null where there is none, which breaks the line. */
export interface Series {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

/** What a line chart shows. */
export interface LineChart extends PictureWords {
  /** What stands below the axis. */
  readonly positions: readonly string[];
  readonly series: readonly Series[];
  readonly unit: string;
}

const size = { width: 640, height: 300 };
const plot = { left: 64, right: 470, top: 30, bottom: 262 };
const lineHeight = 17;

/** Lines are told apart by dash and mark, not by colour. */
const dashes = [undefined, '7 4', '2 4', '10 4 2 4'] as const;

function mark(kind: number, x: number, y: number): string {
  if (kind % 4 === 0) return element('circle', { cx: x, cy: y, r: 4 });
  if (kind % 4 === 1) return element('rect', { x: x - 4, y: y - 4, width: 8, height: 8 });
  if (kind % 4 === 2) return element('path', { d: `M${x} ${y - 5}L${x + 5} ${y + 4}H${x - 5}Z` });
  return element('path', { d: `M${x} ${y - 5}L${x + 5} ${y}L${x} ${y + 5}L${x - 5} ${y}Z` });
}

function xOf(index: number, count: number): number {
  return count < 2 ? (plot.left + plot.right) / 2 : plot.left + (index * (plot.right - plot.left)) / (count - 1);
}

function yOf(value: number, top: number): number {
  return plot.bottom - (value / top) * (plot.bottom - plot.top);
}

type Point = readonly [x: number, y: number];

/** The unbroken pieces of a line. */
function runsOf({ values }: Series, top: number): Point[][] {
  const runs: Point[][] = [[]];
  for (const [index, value] of values.entries()) {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push([xOf(index, values.length), yOf(value, top)]);
  }
  return runs.filter((run) => run.length > 0);
}

function line(series: Series, kind: number, top: number): string {
  const runs = runsOf(series, top);
  const stroke = { fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'stroke-dasharray': dashes[kind % 4] };
  const lines = runs
    .filter((run) => run.length > 1)
    .map((run) => element('polyline', { points: run.map(([x, y]) => `${round(x)},${round(y)}`).join(' '), ...stroke }));
  return [...lines, ...runs.flat().map(([x, y]) => mark(kind, x, y))].join('');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Names at the ends of the lines, moved apart where lines end together. */
function names(series: readonly Series[], top: number): string[] {
  const ends = series.map((one, kind) => ({ one, kind, y: runsOf(one, top).at(-1)?.at(-1)?.[1] ?? plot.bottom }));
  ends.sort((first, second) => first.y - second.y);
  let free = plot.top - lineHeight;
  return ends.map(({ one, kind, y }) => {
    free = Math.max(y, free + lineHeight);
    const x = plot.right + 22;
    return mark(kind, x, free) + label(x + 10, free + 5, one.label);
  });
}

function axes({ positions, unit }: LineChart, ticks: readonly number[], top: number): string[] {
  const lines = ticks.map((tick) => {
    const y = yOf(tick, top);
    const opacity = tick === 0 ? 1 : 0.25;
    const rule = { x1: plot.left, x2: plot.right, y1: y, y2: y, stroke: 'currentColor', 'stroke-opacity': opacity };
    return element('line', rule) + label(plot.left - 8, y + 5, String(tick), 'end');
  });
  // Names of many positions do not fit beside each other.
  const every = Math.ceil(positions.length / 8);
  const below = positions.map((position, index) =>
    index % every === 0 ? label(xOf(index, positions.length), plot.bottom + 22, position, 'middle') : '',
  );
  return [label(plot.left - 8, plot.top - 14, unit, 'end'), ...lines, ...below];
}

/** A line chart as SVG. */
export function lineChart(chart: LineChart): string {
  const values = chart.series.flatMap((series) => series.values).filter((value) => value !== null);
  const { top, ticks } = scaleTo(Math.max(0, ...values));
  const lines = chart.series.map((series, kind) => line(series, kind, top));
  return picture(chart, size, [...axes(chart, ticks, top), ...lines, ...names(chart.series, top)]);
}
