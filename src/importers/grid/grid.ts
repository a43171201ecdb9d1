import { looksLikeFigure } from '../figure-text.ts';
import type { SourceCell, SourceTable } from '../source.ts';
import { bareLabel } from './label-path.ts';

/** A cell that stands in a row or above a column and says what the figures are, with its folded text. */
export interface Head {
  readonly cell: SourceCell;
  readonly label: string;
}

const isSerialNumber = /^\d{1,3}$/u;

/** Heads of a row that no form exceeds; what comes after them are figures. */
const MOST_ROW_HEADS = 8;

/** A table of a document as slots, each of which knows the cell that covers it. */
export class Grid {
  readonly broken: boolean;
  readonly #slots: SourceCell[][] = [];
  #width = 0;
  #heads: (SourceCell | undefined)[][] | undefined;

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

  /** The cells at the beginning of a row that are no figures, outermost first; a serial number may stand before them. */
  rowHeads(row: number): Head[] {
    const heads: Head[] = [];
    for (const [index, cell] of [...new Set(this.#slots[row])].entries()) {
      if (cell && index === 0 && isSerialNumber.test(cell.text)) continue;
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
      const cell = this.#headAt(above, column);
      if (!cell || figureRows.has(above) || cell === own || cell === heads[0]?.cell || looksLikeFigure(cell.text))
        continue;
      if (cell.text !== '') heads.unshift({ cell, label: bareLabel(cell.text) });
    }
    return heads;
  }

  /**
   * The cell above a column. Where a merged cell was taken apart, its text stands in the first slot of those that it
   * covered: blank ones go on with it as long as they stand below the same head.
   */
  #headAt(row: number, column: number): SourceCell | undefined {
    this.#heads ??= this.#spreadHeads();
    return this.#heads[row]?.[column];
  }

  #spreadHeads(): (SourceCell | undefined)[][] {
    const heads: (SourceCell | undefined)[][] = [];
    for (let row = 0; row < this.height; row++) {
      const above = heads[row - 1] ?? [];
      const own: (SourceCell | undefined)[] = [];
      const only = this.#onlyText(row);
      for (let column = 0; column < this.#width; column++) {
        const cell = this.at(row, column);
        const goesOn = cell?.text === '' && column > 0 && above[column] === above[column - 1];
        own[column] = only ?? (goesOn ? own[column - 1] : cell);
      }
      heads.push(own);
    }
    return heads;
  }

  /** The only cell of a row that has text: a title or a remark, which goes for the whole width. */
  #onlyText(row: number): SourceCell | undefined {
    const [first, ...others] = new Set((this.#slots[row] ?? []).filter((cell) => cell && cell.text !== ''));
    return others.length === 0 ? first : undefined;
  }

  #cover(cell: SourceCell): void {
    this.#width = Math.max(this.#width, cell.column + cell.columnSpan);
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      const slots = (this.#slots[row] ??= []);
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) slots[column] ??= cell;
    }
  }
}
