import { looksLikeFigure } from '../figure-text.ts';
import type { SourceCell, SourceTable } from '../source.ts';
import { bareLabel } from './label-path.ts';

/** A cell that stands in a row or above a column and says what the figures are, with its folded text. */
export interface Head {
  readonly cell: SourceCell;
  readonly label: string;
}

/** Heads of a row that no form exceeds; what comes after them are figures. */
const MOST_ROW_HEADS = 8;

/** A table of a document as slots, each of which knows the cell that covers it. */
export class Grid {
  readonly broken: boolean;
  readonly #slots: SourceCell[][] = [];
  #width = 0;

  constructor({ cells, broken }: SourceTable) {
    this.broken = broken;
    for (const cell of cells) this.#cover(cell);
  }

  get height(): number {
    return this.#slots.length;
  }

  /** Of the widest row. */
  get width(): number {
    return this.#width;
  }

  /** The cell that covers a slot; undefined when there is none. */
  at(row: number, column: number): SourceCell | undefined {
    return this.#slots[row]?.[column];
  }

  /** The cells at the beginning of a row that are no figures, outermost first. */
  rowHeads(row: number): Head[] {
    const heads: Head[] = [];
    for (const cell of new Set(this.#slots[row])) {
      if (!cell || heads.length === MOST_ROW_HEADS || looksLikeFigure(cell.text)) break;
      heads.push({ cell, label: bareLabel(cell.text) });
    }
    return heads;
  }

  /** The cells above a slot that are no figures, from the top down. Rows of figures are passed over. */
  columnHeads(row: number, column: number, figureRows: ReadonlySet<number>): Head[] {
    const heads: Head[] = [];
    const own = this.at(row, column);
    for (let above = row - 1; above >= 0; above--) {
      const cell = this.at(above, column);
      if (!cell || figureRows.has(above) || cell === own || cell === heads[0]?.cell || looksLikeFigure(cell.text))
        continue;
      if (cell.text !== '') heads.unshift({ cell, label: bareLabel(cell.text) });
    }
    return heads;
  }

  #cover(cell: SourceCell): void {
    this.#width = Math.max(this.#width, cell.column + cell.columnSpan);
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      const slots = (this.#slots[row] ??= []);
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) slots[column] ??= cell;
    }
  }
}
