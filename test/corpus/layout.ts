import type { ColumnDefinition, RowDefinition } from '#forms/form-definition.ts';
import type { FormTable } from '#forms/form.ts';
import type { CorpusReport } from './corpus-report.ts';

/** A cell of a table as a writer sees it. */
export interface LaidCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Path of the figure; undefined for heads. */
  readonly path?: string;
}

/** A part of a document, in reading order. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly id: string; readonly rows: readonly (readonly LaidCell[])[] };

interface Branch {
  readonly label: string;
  readonly children: readonly Branch[];
}

function branchOf({ label, rows, columns }: RowDefinition & ColumnDefinition): Branch {
  return { label, children: (rows ?? columns ?? []).map(branchOf) };
}

function depthOf(branches: readonly Branch[]): number {
  return branches.length === 0 ? 0 : 1 + Math.max(...branches.map(({ children }) => depthOf(children)));
}

function leavesOf({ children }: Branch): number {
  return children.length === 0 ? 1 : children.reduce((sum, child) => sum + leavesOf(child), 0);
}

function headRows(branches: readonly Branch[], depth: number): LaidCell[][] {
  const rows: LaidCell[][] = Array.from({ length: depth }, () => []);
  const visit = (branch: Branch, level: number): void => {
    const leaf = branch.children.length === 0;
    rows[level]?.push({ text: branch.label, rowSpan: leaf ? depth - level : 1, columnSpan: leavesOf(branch) });
    for (const child of branch.children) visit(child, level + 1);
  };
  for (const branch of branches) visit(branch, 0);
  return rows;
}

/** Row heads: for each row of figures the cells that begin in it. */
function rowHeads(branches: readonly Branch[], depth: number): LaidCell[][] {
  const rows: LaidCell[][] = [];
  const visit = (branch: Branch, level: number, before: readonly LaidCell[]): void => {
    const leaf = branch.children.length === 0;
    const cell = { text: branch.label, rowSpan: leavesOf(branch), columnSpan: leaf ? depth - level : 1 };
    if (leaf) rows.push([...before, cell]);
    branch.children.forEach((child, index) => visit(child, level + 1, index === 0 ? [...before, cell] : []));
  };
  for (const branch of branches) visit(branch, 0, []);
  return rows;
}

type TextOf = (path: string) => string;

/** A table as the form prints it, with all of its spans. */
function officialTable({ definition, cells }: FormTable, textOf: TextOf): LaidCell[][] {
  const [columns, rows] = [
    definition.columns.map(branchOf),
    definition.rows.map(branchOf).filter(({ label }) => label !== ''),
  ];
  const [headDepth, labelDepth] = [depthOf(columns), depthOf(rows)];
  const heads = headRows(columns, headDepth);
  if (labelDepth > 0) heads[0]?.unshift({ text: definition.corner ?? '', rowSpan: headDepth, columnSpan: labelDepth });
  const labels = rowHeads(rows, labelDepth);
  const body = cells.map((line, index) => [
    ...(labels[index] ?? []),
    ...line.map(({ path }): LaidCell => ({ text: textOf(path), rowSpan: 1, columnSpan: 1, path })),
  ]);
  return [...heads, ...body];
}

function widthOf(row: readonly LaidCell[]): number {
  return row.reduce((sum, { columnSpan }) => sum + columnSpan, 0);
}

function widen(row: readonly LaidCell[], width: number): LaidCell[] {
  const last = row.at(-1);
  return last ? [...row.slice(0, -1), { ...last, columnSpan: last.columnSpan + width - widthOf(row) }] : [];
}

/** The tables of chapter two are one on the form: a band with each article's number, then its heads and rows. */
function bandedTable(tables: readonly FormTable[], textOf: TextOf): LaidCell[][] {
  const parts = tables.map((table) => ({ table, rows: officialTable(table, textOf) }));
  const width = Math.max(...parts.flatMap(({ rows }) => rows.map(widthOf)));
  return parts.flatMap(({ table, rows }) => [
    [{ text: table.definition.title, rowSpan: 1, columnSpan: width }],
    ...rows.map((row) => widen(row, width)),
  ]);
}

/** The report in the layout of the form. */
export function layOut(report: CorpusReport, textOf: TextOf = (path) => String(report.figures.get(path))): Block[] {
  const { form, title, narratives } = report;
  const chapters = form.chapters.flatMap((chapter): Block[] => {
    const heading: Block = { kind: 'heading', text: `${chapter.number}、${chapter.title}` };
    if (chapter.kind === 'narrative') {
      const paragraphs = (narratives[chapter.key] ?? '').split('\n\n');
      return [heading, ...paragraphs.map((text): Block => ({ kind: 'paragraph', text }))];
    }
    const tables = form.tables.filter((table) => table.chapter === chapter);
    const [first] = tables;
    const rows = tables.length > 1 || !first ? bandedTable(tables, textOf) : officialTable(first, textOf);
    return [heading, { kind: 'table', id: chapter.key, rows }];
  });
  return [{ kind: 'title', text: title }, ...chapters];
}

/** A cell and the slot that it begins in. */
export interface PlacedCell extends LaidCell {
  readonly row: number;
  readonly column: number;
}

function slotsOf({ row, column, rowSpan, columnSpan }: PlacedCell): (readonly [row: number, column: number])[] {
  return Array.from({ length: rowSpan * columnSpan }, (_, index) => [
    row + Math.floor(index / columnSpan),
    column + (index % columnSpan),
  ]);
}

/** Cells with their slots, as spans from above leave them free. */
export function placeRows(rows: readonly (readonly LaidCell[])[]): PlacedCell[] {
  const taken = new Set<string>();
  return rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken.has(`${row}:${column}`)) column++;
      const placed = { ...cell, row, column };
      for (const [y, x] of slotsOf(placed)) taken.add(`${y}:${x}`);
      return placed;
    });
  });
}

/** A table's slots as a plain grid, as after all merges were taken apart: the slots that a span covered are blank. */
export function plainGrid(rows: readonly (readonly LaidCell[])[]): string[][] {
  const grid: string[][] = rows.map(() => []);
  for (const cell of placeRows(rows))
    for (const [row, column] of slotsOf(cell)) {
      const isFirst = row === cell.row && column === cell.column;
      (grid[row] ?? [])[column] = isFirst ? cell.text : '';
    }
  return grid;
}

/** Changes the text of every cell. */
export function mapCells(blocks: readonly Block[], change: (cell: LaidCell) => LaidCell): Block[] {
  return blocks.map((block) =>
    block.kind === 'table' ? { ...block, rows: block.rows.map((cells) => cells.map(change)) } : block,
  );
}

/** Changes all text, of cells too. */
export function mapText(blocks: readonly Block[], change: (text: string) => string): Block[] {
  const changed = mapCells(blocks, (cell) => ({ ...cell, text: change(cell.text) }));
  return changed.map((block) => (block.kind === 'table' ? block : { ...block, text: change(block.text) }));
}
