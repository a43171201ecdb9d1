import { foldCharacter } from './characters.ts';
import { looksLikeFigure } from './figure-text.ts';
import type { SourceLine } from './source.ts';

/** A run of characters between spaces. */
interface Piece {
  readonly text: string;
  readonly line: number;
  readonly isFigure: boolean;
}

/** A character that counts for labels, and where it comes from. */
interface Glyph {
  readonly folded: string;
  readonly piece: number;
  /** The characters of the piece behind this one. */
  readonly rest: string;
}

/** A figure that stands in the text. */
export interface FigureText {
  readonly text: string;
  readonly line: number;
}

/** Where a label was found. Positions count glyphs. */
export interface LabelMatch {
  readonly start: number;
  readonly end: number;
  readonly startLine: number;
  readonly endLine: number;
}

const pageMark = /^\s*(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?)\s*$/u;

/** The text of a table as a stream in which labels are found although lines, spaces and figures interrupt them. */
export class PieceStream {
  readonly #pieces: readonly Piece[];
  readonly #glyphs: readonly Glyph[];

  constructor(lines: readonly SourceLine[]) {
    this.#pieces = lines
      .filter((line) => !pageMark.test(line.text))
      .flatMap((line) =>
        (line.text.match(/\S+/gu) ?? []).map((text) => ({ text, line: line.number, isFigure: looksLikeFigure(text) })),
      );
    this.#glyphs = this.#pieces.flatMap((piece, index) => glyphsOf(piece, index));
  }

  /** Finds the first of the wordings at or after a position. */
  find(wordings: readonly string[], from: number): LabelMatch | undefined {
    for (const wording of wordings) {
      const label = Array.from(wording).map(foldCharacter).join('');
      for (let start = from; start < this.#glyphs.length; start++) {
        const end = this.#matchAt(label, start);
        if (end !== undefined) return this.#describe(start, end);
      }
    }
    return undefined;
  }

  /** The figures between two positions, with those that stand between the lines of a label in between. */
  figuresBetween(start: number, end: number): FigureText[] {
    const figures: FigureText[] = [];
    const first = this.#glyphs[start]?.piece ?? this.#pieces.length;
    const last = this.#glyphs[end]?.piece ?? this.#pieces.length;
    for (let index = first; index < last; index++) {
      const piece = this.#pieces[index];
      if (piece?.isFigure === true) figures.push({ text: piece.text, line: piece.line });
    }
    return figures;
  }

  /** A figure that is glued to the last character of a label: 行政许可12. */
  figureGluedTo(match: LabelMatch): FigureText[] {
    const last = this.#glyphs[match.end - 1];
    if (!last || last.rest === '' || !looksLikeFigure(last.rest)) return [];
    return [{ text: last.rest, line: match.endLine }];
  }

  /** Up to `limit` figures that follow a position without any other text among them; `skipText` allows text before the first. */
  figuresAfter(position: number, limit: number, skipText: boolean): FigureText[] {
    const figures: FigureText[] = [];
    const before = this.#glyphs[position - 1];
    for (let index = (before?.piece ?? -1) + 1; index < this.#pieces.length && figures.length < limit; index++) {
      const piece = this.#pieces[index];
      if (piece?.isFigure === true) figures.push({ text: piece.text, line: piece.line });
      else if (figures.length > 0 || !skipText) break;
    }
    return figures;
  }

  /** The last line that has any text. */
  get lastLine(): number | undefined {
    return this.#pieces.at(-1)?.line;
  }

  #matchAt(label: string, start: number): number | undefined {
    let position = start;
    for (const character of label) {
      while (position > start && this.#isOwnFigure(position) && this.#glyphs[position]?.folded !== character)
        position++;
      if (this.#glyphs[position]?.folded !== character) return undefined;
      position++;
    }
    return position;
  }

  #isOwnFigure(position: number): boolean {
    return this.#pieces[this.#glyphs[position]?.piece ?? -1]?.isFigure ?? false;
  }

  #describe(start: number, end: number): LabelMatch {
    const lineAt = (position: number) => this.#pieces[this.#glyphs[position]?.piece ?? -1]?.line ?? 0;
    return { start, end, startLine: lineAt(start), endLine: lineAt(end - 1) };
  }
}

function glyphsOf(piece: Piece, index: number): Glyph[] {
  let consumed = 0;
  return Array.from(piece.text).flatMap((character) => {
    consumed += character.length;
    const folded = foldCharacter(character);
    return folded === '' ? [] : [{ folded, piece: index, rest: piece.text.slice(consumed) }];
  });
}
