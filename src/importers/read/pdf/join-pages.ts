import { looksLikeFigure } from '../../figure-text.ts';
import { foldLabel } from '../../characters.ts';
import type { SourceCell } from '../../source.ts';
import { clusters } from './geometry.ts';
import type { RuledCell, RuledTable } from './ruled-tables.ts';

/** A table of one page and where that is. */
export interface PagePart {
  readonly table: RuledTable;
  readonly page: number;
  /** There is no other text above it on its page, or below. */
  readonly opensPage: boolean;
  readonly closesPage: boolean;
}

const play = 4;
const numbered = /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}\.)/u;

/** A cell in the coordinates of all pages, which stand below each other. */
type Stacked = RuledCell & { readonly page: number };

function edgesOf({ cells }: RuledTable): number[] {
  return clusters(
    cells.flatMap(({ left, right }) => [left, right]),
    play,
  );
}

/** Parts of one table have their columns in the same places; one part may divide them further. */
function haveSameColumns(a: RuledTable, b: RuledTable): boolean {
  const [x, y] = [edgesOf(a), edgesOf(b)];
  const [few, many] = x.length < y.length ? [x, y] : [y, x];
  const near = (edge: number) => many.some((other) => Math.abs(other - edge) <= play);
  return few.every(near) && Math.abs((x[0] ?? 0) - (y[0] ?? 0)) <= play && few.length > 2;
}

/** Parts that go on over the ends of pages, together. */
export function chainsOf(parts: readonly PagePart[]): PagePart[][] {
  const chains: PagePart[][] = [];
  for (const part of parts) {
    const last = chains.at(-1)?.at(-1);
    if (last?.closesPage && part.opensPage && haveSameColumns(last.table, part.table)) chains.at(-1)?.push(part);
    else chains.push([part]);
  }
  return chains;
}

function stack(chain: readonly PagePart[]): Stacked[][] {
  let above = 0;
  return chain.map(({ table, page }) => {
    const shift = above - table.box.top;
    above -= table.box.top - table.box.bottom;
    return table.cells.map((cell) => ({ ...cell, bottom: cell.bottom + shift, top: cell.top + shift, page }));
  });
}

function sameColumns(a: Stacked, b: Stacked): boolean {
  return Math.abs(a.left - b.left) <= play && Math.abs(a.right - b.right) <= play;
}

/** Whether a row that begins a page is the rest of the one that ends the page before: no figure is in both. */
function continuesRow(pairs: readonly (readonly [Stacked, Stacked])[]): boolean {
  const labels = pairs.filter(([a, b]) => a.text !== '' && b.text !== '');
  const figures = pairs.filter(([a, b]) => looksLikeFigure(a.text) || looksLikeFigure(b.text));
  const isRest = ([a, b]: readonly [Stacked, Stacked]) =>
    !looksLikeFigure(a.text) && !looksLikeFigure(b.text) && !numbered.test(foldLabel(b.text));
  const once = [0, 1].some((side) => figures.every((pair) => pair[side]?.text === ''));
  return labels.length > 0 && figures.length > 0 && once && labels.every(isRest);
}

/** Cells that the end of a page cut in two become one again. */
function mend(above: readonly Stacked[], below: readonly Stacked[]): Stacked[] {
  const seam = Math.min(...above.map(({ bottom }) => bottom));
  const upper = above.filter(({ bottom }) => Math.abs(bottom - seam) <= play);
  const lower = below.filter(({ top }) => Math.abs(top - seam) <= play);
  const pairs = upper.flatMap((cell) => {
    const other = lower.find((candidate) => sameColumns(candidate, cell));
    return other ? [[cell, other] as const] : [];
  });
  const wholeRow = pairs.length === upper.length && continuesRow(pairs);
  const heads = pairs.length > 0 && [...upper, ...lower].every(({ text }) => !looksLikeFigure(text));
  const goesOn = ([cell, other]: readonly [Stacked, Stacked]) =>
    wholeRow ||
    (!looksLikeFigure(cell.text) && other.text === '' && isTall(other, lower)) ||
    (heads && other.text !== '' && !numbered.test(foldLabel(other.text)));
  const joined = pairs.filter(goesOn);
  const gone = new Set(joined.flat());
  return [
    ...above.filter((cell) => !gone.has(cell)),
    ...joined.map(([a, b]) => ({ ...a, bottom: b.bottom, text: `${a.text} ${b.text}`.trim() })),
    ...below.filter((cell) => !gone.has(cell)),
  ];
}

/** Whether a cell spans more rows than its neighbours. */
function isTall(cell: Stacked, neighbours: readonly Stacked[]): boolean {
  return neighbours.some((other) => cell.bottom < other.bottom - play);
}

function indexOf(edges: readonly number[], value: number): number {
  let best = 0;
  for (const [index, edge] of edges.entries())
    if (Math.abs(edge - value) < Math.abs((edges[best] ?? 0) - value)) best = index;
  return best;
}

/** The cells of a table that may go on over pages, placed in one grid. */
export function placeChain(chain: readonly PagePart[]): SourceCell[] {
  const [first = [], ...others] = stack(chain);
  const cells = others.reduce<Stacked[]>((above, below) => mend(above, below), first);
  const xs = clusters(
    cells.flatMap(({ left, right }) => [left, right]),
    play,
  );
  const ys = clusters(
    cells.flatMap(({ bottom, top }) => [bottom, top]),
    2,
  ).toReversed();
  return cells
    .map(({ left, right, bottom, top, text, page }) => {
      const [row, column] = [indexOf(ys, top), indexOf(xs, left)];
      const rowSpan = Math.max(1, indexOf(ys, bottom) - row);
      const columnSpan = Math.max(1, indexOf(xs, right) - column);
      return { row, column, rowSpan, columnSpan, text, line: page, place: { page } };
    })
    .toSorted((a, b) => a.row - b.row || a.column - b.column);
}
