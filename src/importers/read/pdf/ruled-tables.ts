import { refuseTooLarge } from '../../grid/place-cells.ts';
import { clusters, joinBoxes, type Box } from './geometry.ts';
import { lineSets } from './line-sets.ts';
import { rowsOfRuns, rowText, wordsOf, type Run } from './page-runs.ts';
import type { Ruling } from './rulings.ts';

/** A cell with the place of its borders on the page. */
export interface RuledCell extends Box {
  readonly text: string;
}

/** A table that is drawn with lines. */
export interface RuledTable {
  readonly box: Box;
  readonly cells: readonly RuledCell[];
}

/** Lines of different cells are drawn with some play. */
const play = 2.5;
/** A border counts where it covers this share of a slot's side. */
const enough = 0.6;

/** The slots between the lines of a table, rows from the top down. */
interface Slots {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly columns: number;
  /** The region, which is the cell, that each slot belongs to. */
  readonly regions: readonly number[];
}

function extentOf(lines: readonly Ruling[]): Box {
  return joinBoxes(
    lines.map(({ vertical, at, from, to }) =>
      vertical ? { left: at, right: at, bottom: from, top: to } : { left: from, right: to, bottom: at, top: at },
    ),
  );
}

/** Whether lines at a place cover most of a stretch. */
function isWall(lines: readonly Ruling[], at: number, from: number, to: number): boolean {
  const covered = lines
    .filter((line) => Math.abs(line.at - at) <= play)
    .reduce((sum, line) => sum + Math.max(0, Math.min(line.to, to) - Math.max(line.from, from)), 0);
  return covered >= (to - from) * enough;
}

class Regions {
  readonly #parents: number[] = [];

  find(slot: number): number {
    let root = slot;
    while (this.#parents[root] !== undefined && this.#parents[root] !== root) root = this.#parents[root] ?? root;
    return root;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    this.#parents[Math.max(x, y)] = Math.min(x, y);
  }
}

function slotsOf(lines: readonly Ruling[]): Slots {
  const box = extentOf(lines);
  const verticals = lines.filter(({ vertical }) => vertical);
  const horizontals = lines.filter(({ vertical }) => !vertical);
  const xs = clusters([box.left, box.right, ...verticals.map(({ at }) => at)], play);
  const ys = clusters([box.bottom, box.top, ...horizontals.map(({ at }) => at)], play).toReversed();
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  refuseTooLarge(columns * rows);
  const regions = new Regions();
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const slot = row * columns + column;
      const [left = 0, right = 0, top = 0, bottom = 0] = [xs[column], xs[column + 1], ys[row], ys[row + 1]];
      if (column + 1 < columns && !isWall(verticals, right, bottom, top)) regions.join(slot, slot + 1);
      if (row + 1 < rows && !isWall(horizontals, bottom, left, right)) regions.join(slot, slot + columns);
    }
  return { xs, ys, columns, regions: Array.from({ length: columns * rows }, (_, slot) => regions.find(slot)) };
}

function placeIn(edges: readonly number[], value: number): number {
  const rising = (edges[0] ?? 0) < (edges.at(-1) ?? 0);
  return edges.findIndex((edge, index) => {
    const next = edges[index + 1];
    return next !== undefined && (rising ? edge <= value && value < next : edge >= value && value > next);
  });
}

function regionAt({ xs, ys, columns, regions }: Slots, x: number, y: number): number | undefined {
  const [column, row] = [placeIn(xs, x), placeIn(ys, y)];
  return column < 0 || row < 0 ? undefined : regions[row * columns + column];
}

/** Gives every run its cell; a run that lies over several is taken apart. */
function assign(slots: Slots, runs: readonly Run[]): Map<number, Run[]> {
  const byRegion = new Map<number, Run[]>();
  const put = (run: Run, region: number | undefined) => {
    if (region !== undefined) byRegion.set(region, [...(byRegion.get(region) ?? []), run]);
  };
  for (const run of runs) {
    const y = (run.bottom + run.top) / 2;
    const inner = Math.min(run.size * 0.3, (run.right - run.left) / 4);
    const ends = [run.left + inner, run.right - inner].map((x) => regionAt(slots, x, y));
    const parts = ends[0] === ends[1] ? [run] : wordsOf(run);
    for (const part of parts) put(part, regionAt(slots, (part.left + part.right) / 2, y));
  }
  return byRegion;
}

/** A number that is too wide for its cell goes on in the next line; numbers that would have fitted are two. */
function isBrokenNumber(rows: readonly (readonly Run[])[], cell: Box): boolean {
  return (
    rows.length > 1 &&
    rows.every((row) => /^[\d,.]+$/u.test(rowText(row))) &&
    rows.slice(0, -1).every((row) => {
      const { left, right } = joinBoxes(row);
      return cell.right - cell.left - (right - left) < 12 + (row[0]?.size ?? 0) * 0.6;
    })
  );
}

function textOf(runs: readonly Run[], cell: Box): string {
  const rows = rowsOfRuns(runs);
  return rows.map(rowText).join(isBrokenNumber(rows, cell) ? '' : ' ');
}

function cellsOf(slots: Slots, runs: readonly Run[]): RuledCell[] {
  const { xs, ys, columns, regions } = slots;
  const boxes = new Map<number, Box[]>();
  for (const [slot, region] of regions.entries()) {
    const [row, column] = [Math.floor(slot / columns), slot % columns];
    const [left = 0, right = 0, top = 0, bottom = 0] = [xs[column], xs[column + 1], ys[row], ys[row + 1]];
    boxes.set(region, [...(boxes.get(region) ?? []), { left, right, bottom, top }]);
  }
  const texts = assign(slots, runs);
  return [...boxes].map(([region, parts]) => {
    const box = joinBoxes(parts);
    return { ...box, text: textOf(texts.get(region) ?? [], box) };
  });
}

function isInside(run: Run, { left, right, bottom, top }: Box): boolean {
  const [x, y] = [(run.left + run.right) / 2, (run.bottom + run.top) / 2];
  return left - play <= x && x <= right + play && bottom - play <= y && y <= top + play;
}

/** Tables by the lines around their cells, from the top of the page down, and the runs that stand in none. */
export function ruledTables(
  rulings: readonly Ruling[],
  runs: readonly Run[],
): { tables: RuledTable[]; rest: readonly Run[] } {
  let rest = runs;
  const tables: RuledTable[] = [];
  const sets = lineSets(rulings).map((lines) => ({ lines, box: extentOf(lines) }));
  for (const { lines, box } of sets.toSorted((a, b) => b.box.top - a.box.top)) {
    const slots = slotsOf(lines);
    // A frame around one thing is no table.
    if (new Set(slots.regions).size < 2) continue;
    const own = rest.filter((run) => isInside(run, box));
    rest = rest.filter((run) => !own.includes(run));
    tables.push({ box, cells: cellsOf(slots, own) });
  }
  return { tables, rest };
}
