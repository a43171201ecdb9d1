import type { RowDefinition } from '#forms/form-definition.ts';
import type { Form, FormTable, Leaf } from '#forms/form.ts';
import type { Grid } from './grid.ts';
import { depthOfMatch, endingsOf, type LabelEndings } from './label-path.ts';

/** Where a row of the form stands in a grid. */
export interface RowMatch {
  readonly grid: Grid;
  readonly row: number;
  /** First column behind the heads of the row. */
  readonly from: number;
  /** Number of labels of the row's path that agree. */
  readonly depth: number;
}

type FormRow = Leaf<RowDefinition>;

/** The rows of a form that are found in the grids of a document. */
export interface MatchedRows {
  /** For each table of the form the ways to find all of its rows in one grid; else one way with those that are anywhere. */
  readonly matches: ReadonlyMap<FormTable, readonly ReadonlyMap<FormRow, RowMatch>[]>;
  /** Rows of each grid that hold figures of the form. */
  readonly figureRows: ReadonlyMap<Grid, ReadonlySet<number>>;
}

interface Sought {
  readonly row: FormRow;
  readonly endings: LabelEndings;
}

/** The most of a path's labels that the first heads of a row end with, however many of them are heads. */
function matchRow(grid: Grid, row: number, { endings }: Sought): RowMatch | undefined {
  let text = '';
  let best: RowMatch | undefined;
  for (const { cell, label } of grid.rowHeads(row)) {
    text += label;
    const depth = label === '' ? 0 : depthOfMatch(text, endings);
    if (depth > (best?.depth ?? 0)) best = { grid, row, from: cell.column + cell.columnSpan, depth };
  }
  return best;
}

function bestMatch(grids: readonly Grid[], sought: Sought): RowMatch | undefined {
  let best: RowMatch | undefined;
  for (const grid of grids) {
    for (let row = 0; row < grid.height; row++) {
      const match = matchRow(grid, row, sought);
      if (match && match.depth > (best?.depth ?? 0)) best = match;
    }
  }
  return best;
}

/** Rows with the most of their labels, then the first. */
function matchesIn(grids: readonly Grid[], sought: readonly Sought[]): Map<FormRow, RowMatch> {
  return new Map(
    sought.flatMap((one) => {
      const best = bestMatch(grids, one);
      return best ? [[one.row, best] as const] : [];
    }),
  );
}

/** A table stands in one grid where one has all of its rows; a page may quote single rows in other tables. */
function matchTable(table: FormTable, grids: readonly Grid[]): Map<FormRow, RowMatch>[] {
  const sought = table.rows
    .filter(({ labels }) => labels.length > 0)
    .map((row) => ({ row, endings: endingsOf(row.labels, row.definition.aliases) }));
  const single = grids.map((grid) => matchesIn([grid], sought));
  const whole = single.filter((matches) => matches.size === sought.length && sought.length > 0);
  return whole.length > 0 ? whole : [matchesIn(grids, sought)];
}

/** Finds the rows of a form by the words before their figures. */
export function matchRows(form: Form, grids: readonly Grid[]): MatchedRows {
  const matches = new Map(form.tables.map((table) => [table, matchTable(table, grids)]));
  const figureRows = new Map<Grid, Set<number>>(grids.map((grid) => [grid, new Set()]));
  for (const match of [...matches.values()].flat().flatMap((rows) => [...rows.values()]))
    figureRows.get(match.grid)?.add(match.row);
  return { matches, figureRows };
}
