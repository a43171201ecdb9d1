import { cleanCharacters } from '../characters.ts';
import { placeCells, type ListedCell } from '../grid/place-cells.ts';
import type { Source, SourceCell, SourceIdentity, SourceLine, SourceTable } from '../source.ts';

/** One line of clean text with single blanks. */
export function oneLine(text: string): string {
  return cleanCharacters(text).replace(/\s+/gu, ' ').trim();
}

/** Gathers the paragraphs, headings and tables of a document that marks them. */
export class Blocks {
  readonly #lines: SourceLine[] = [];
  readonly #tables: SourceTable[] = [];
  #runIn = '';

  /** A paragraph, after the heading that runs into it; an empty one is left out. */
  paragraph(text: string, number: number): void {
    const whole = this.#runIn + oneLine(text);
    this.#runIn = '';
    if (whole !== '') this.#lines.push({ number, text: whole });
  }

  /** The only text in a row of a sheet. */
  rowText(text: string, number: number): void {
    this.#lines.push({ number, text: oneLine(text), inTable: true });
  }

  heading(text: string, level: number, number: number): void {
    this.#endRunIn(number);
    const whole = oneLine(text);
    if (whole !== '') this.#lines.push({ number, text: whole, heading: level });
  }

  /** The first text of a sheet, which may be the title of its table. */
  sheetTitle(text: string, number: number): void {
    this.#lines.push({ number, text: oneLine(text), heading: 2, inTable: true });
  }

  /** A heading that begins the paragraph after it. */
  runIn(text: string): void {
    this.#runIn = oneLine(text);
  }

  /** A table as its rows list its cells. `broken`: the document ends before it does. */
  table(rows: readonly (readonly ListedCell[])[], broken = false): void {
    const clean = rows.map((cells) => cells.map((cell) => ({ ...cell, text: oneLine(cell.text) })));
    this.#tables.push({ cells: placeCells(clean), broken });
  }

  /** A table whose cells are placed already. */
  placed(cells: readonly SourceCell[], broken = false): void {
    this.#tables.push({ cells, broken });
  }

  source(identity?: SourceIdentity): Source {
    this.#endRunIn(0);
    return { lines: this.#lines, tables: this.#tables, identity };
  }

  #endRunIn(number: number): void {
    if (this.#runIn !== '') this.paragraph('', number);
  }
}
