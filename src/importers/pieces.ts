import { foldCharacter } from './characters.ts';
import { looksLikeFigure } from './figure-text.ts';
import type { SourceLine } from './source.ts';

/** A run of characters between spaces. */
export interface Piece {
  readonly text: string;
  readonly line: number;
  readonly isFigure: boolean;
  /** It stands by itself, between blank lines: it may be the number of a page. */
  readonly isAlone: boolean;
}

/** A character that counts for labels, and where it comes from. */
interface Glyph {
  readonly folded: string;
  readonly piece: number;
  /** The characters of the piece behind this one. */
  readonly rest: string;
}

/** Where a label was found. Positions count glyphs. */
export interface LabelMatch {
  readonly start: number;
  readonly end: number;
  readonly startLine: number;
  readonly endLine: number;
}

function isBlank(line: SourceLine | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}

function piecesOf(lines: readonly SourceLine[]): Piece[] {
  return lines.flatMap(({ number, text }, index) => {
    const parts = text.match(/\S+/gu) ?? [];
    const isAlone = parts.length === 1 && isBlank(lines[index - 1]) && isBlank(lines[index + 1]);
    return parts.map((part) => ({ text: part, line: number, isFigure: looksLikeFigure(part), isAlone }));
  });
}

const letterOfHead = /^[\p{Script=Han}（）()]$/u;

/** 无 and / among single letters belong to a head that runs down the page, such as 无法提供, and stand for no figure. */
function withoutLetters(pieces: readonly Piece[]): Piece[] {
  const isLetter = (piece: Piece | undefined) =>
    piece !== undefined && !piece.isFigure && letterOfHead.test(piece.text);
  return pieces.map((piece, index) => {
    const among = isLetter(pieces[index - 1]) || isLetter(pieces[index + 1]);
    return among && /^[无/／]$/u.test(piece.text) ? { ...piece, isFigure: false } : piece;
  });
}

/** The text of a table as a stream in which labels are found although lines, spaces and figures interrupt them. */
export class PieceStream {
  readonly #pieces: readonly Piece[];
  readonly #glyphs: readonly Glyph[];

  constructor(lines: readonly SourceLine[]) {
    this.#pieces = withoutLetters(piecesOf(lines));
    this.#glyphs = this.#pieces.flatMap(glyphsOf);
  }

  /** Finds the first of the wordings at or after a position; the first that is there at all. */
  find(wordings: readonly string[], from: number): LabelMatch | undefined {
    for (const wording of wordings) {
      const label = Array.from(wording).map(foldCharacter).join('');
      if (label === '') continue;
      for (let start = from; start < this.#glyphs.length; start++) {
        const end = this.#matchAt(label, start);
        if (end !== undefined) return this.#describe(start, end);
      }
    }
    return undefined;
  }

  /**
   * Everything from a label to another one, or to the end, that is not the label: what its lines enclose, what is glued
   * to its last character, what follows.
   */
  after(label: LabelMatch, next: LabelMatch | undefined): Piece[] {
    const first = this.#glyphs[label.start]?.piece ?? 0;
    const last = this.#glyphs[label.end - 1]?.piece ?? first;
    const end = next ? (this.#glyphs[next.start]?.piece ?? this.#pieces.length) : this.#pieces.length;
    const enclosed = this.#pieces.slice(first, last).filter((piece, index) => index > 0 && piece.isFigure);
    return [...enclosed, ...this.#gluedTo(label), ...this.#pieces.slice(last + 1, Math.max(end, last + 1))];
  }

  /** The folded text between two positions, without figures. */
  textBetween(start: number, end: number): string {
    return this.#glyphs
      .slice(start, end)
      .filter((_, index) => !this.#isFigure(start + index))
      .map((glyph) => glyph.folded)
      .join('');
  }

  /** The last line that has any text. */
  get lastLine(): number | undefined {
    return this.#pieces.at(-1)?.line;
  }

  #gluedTo({ end, endLine }: LabelMatch): Piece[] {
    const rest = this.#glyphs[end - 1]?.rest ?? '';
    if (rest === '') return [];
    return [{ text: rest, line: endLine, isFigure: looksLikeFigure(rest), isAlone: false }];
  }

  #matchAt(label: string, start: number): number | undefined {
    let position = start;
    for (const character of label) {
      while (position > start && this.#isFigure(position) && this.#glyphs[position]?.folded !== character) position++;
      if (this.#glyphs[position]?.folded !== character) return undefined;
      position++;
    }
    return position;
  }

  #isFigure(position: number): boolean {
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
