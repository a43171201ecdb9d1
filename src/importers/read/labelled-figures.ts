import type { SourceCell } from '../source.ts';
import { oneLine } from './blocks.ts';

/** A figure with the words of its row and its column. */
export interface LabelledFigure {
  readonly row: string;
  readonly column: string;
  readonly text: string;
  readonly line: number;
}

interface Slot {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly line: number;
}

function cell({ row, column, text, line }: Slot): SourceCell {
  return { row, column, rowSpan: 1, columnSpan: 1, text: oneLine(text), line };
}

/**
 * Figures that are listed one by one as a table: heads in the first row and column, a slot for each figure; where none
 * was listed the slot stays absent. Of a figure that is listed twice, the first counts.
 */
export function labelledCells(figures: readonly LabelledFigure[]): SourceCell[] {
  const rows = [...new Set(figures.map(({ row }) => row))];
  const columns = [...new Set(figures.map(({ column }) => column))];
  const [rowOf, columnOf] = [rows, columns].map((heads) => new Map(heads.map((head, index) => [head, index + 1])));
  const line = figures[0]?.line ?? 0;
  const heads = columns.map((text, index) => cell({ row: 0, column: index + 1, text, line }));
  const rowHeads = rows.map((text, index) => cell({ row: index + 1, column: 0, text, line }));
  const slots = figures.map((figure) =>
    cell({ ...figure, row: rowOf?.get(figure.row) ?? 0, column: columnOf?.get(figure.column) ?? 0 }),
  );
  return [cell({ row: 0, column: 0, text: '', line }), ...heads, ...rowHeads, ...slots];
}
