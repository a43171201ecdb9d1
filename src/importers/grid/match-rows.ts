import type { RowDefinition } from '#forms/form-definition.ts';
import type { Form, Leaf } from '#forms/form.ts';
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
  readonly matches: ReadonlyMap<FormRow, RowMatch>;
  /** Rows of each grid that hold figures of the form. */
  readonly figureRows: ReadonlyMap<Grid, ReadonlySet<number>>;
}

interface Sought {
  readonly row: FormRow;
  readonly endings: LabelEndings;
}

function soughtRows(form: Form): Sought[] {
  const rows = form.tables.flatMap((table) => table.rows).filter(({ labels }) => labels.length > 0);
  return rows.map((row) => ({ row, endings: endingsOf(row.labels, row.definition.aliases) }));
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

/** Finds the rows of a form by the words before their figures; of several the one with most of the labels, then the first. */
export function matchRows(form: Form, grids: readonly Grid[]): MatchedRows {
  const matches = new Map<FormRow, RowMatch>();
  for (const sought of soughtRows(form)) {
    const best = bestMatch(grids, sought);
    if (best) matches.set(sought.row, best);
  }
  const figureRows = new Map<Grid, Set<number>>(grids.map((grid) => [grid, new Set()]));
  for (const { grid, row } of matches.values()) figureRows.get(grid)?.add(row);
  return { matches, figureRows };
}
