import type { GlyphNumbers } from '../fonts/glyph-numbers.ts';
import { scanOperations } from './scan-operations.ts';

/** A run of marked content that the structure tree refers to. */
export interface MarkedItem {
  readonly mcid: number;
  /** What it shows, for telling whether two items show the same; empty for lines and backgrounds. */
  readonly shown: string;
  readonly isDrawn: boolean;
}

/** What a page shows. */
export interface PageContent {
  readonly items: ReadonlyMap<number, MarkedItem>;
  /** Something is shown within marked content that is no artifact and that no structure element can own. */
  readonly showsUnowned: boolean;
  /** The stream with what is not read marked as artifacts: items of those numbers, and what stands outside of any. */
  readonly write: (artifacts: Artifacts) => string;
}

/** What items become that are read elsewhere, or never. */
export interface Artifacts {
  /** Borders and backgrounds. */
  readonly layout: ReadonlySet<number>;
  /** Heads that are shown again on a further page. */
  readonly repeated: ReadonlySet<number>;
}

const begins = new Set(['BMC', 'BDC']);
const shows = new Set(['Tj', 'TJ', "'", '"']);
const images = new Set(['Do', 'sh']);
const constructs = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*']);
const paints = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
const ARTIFACT = '\n/Artifact BMC';
const REPEATED = '\n/Artifact <</Type /Pagination>> BDC';
const PAGE_FOOT = '\n/Artifact <</Type /Pagination /Subtype /Footer>> BDC';
const END = '\nEMC';

const fontName = /\/(\S+)/u;
const mcidOf = /\/MCID\s+(\d+)/u;
const glyphRun = /<([\da-fA-F]+)>/gu;

/** Reads a page's content; `numbersOf` gives the glyphs of the font that goes by a name their new numbers. */
export function readPageContent(text: string, numbersOf: (font: string) => GlyphNumbers | undefined): PageContent {
  const reading = new Reading(text, numbersOf);
  scanOperations(text, (operator, start, end) => reading.visit(operator, start, end));
  return reading.finish();
}

interface OpenItem {
  readonly mcid: number;
  readonly depth: number;
  readonly shown: string[];
  isDrawn: boolean;
}

class Reading {
  readonly #text: string;
  readonly #numbersOf: (font: string) => GlyphNumbers | undefined;
  readonly #pieces: string[] = [];
  readonly #items = new Map<number, MarkedItem>();
  /** Which piece begins an item. */
  readonly #beginnings = new Map<number, number>();
  #numbers: GlyphNumbers | undefined;
  #open: OpenItem | undefined;
  #depth = 0;
  #isInText = false;
  #showsUnowned = false;
  #isArtifact = false;
  /** Where the path begins that is not painted yet; -1 for none. */
  #path = -1;
  #copied = 0;

  constructor(text: string, numbersOf: (font: string) => GlyphNumbers | undefined) {
    this.#text = text;
    this.#numbersOf = numbersOf;
  }

  visit(operator: string, start: number, end: number): void {
    if (operator === 'Tf') this.#numbers = this.#numbersOf(fontName.exec(this.#text.slice(start, end))?.[1] ?? '');
    else if (shows.has(operator)) this.#show(start, end);
    else if (begins.has(operator)) this.#begin(start, end);
    else if (operator === 'EMC') this.#end();
    else if (images.has(operator) && this.#open) this.#open.isDrawn = true;
    if (this.#depth === 0 && operator !== 'EMC') this.#outside(operator, start, end);
  }

  finish(): PageContent {
    this.#copyTo(this.#text.length);
    const { length } = this.#pieces;
    return {
      items: this.#items,
      showsUnowned: this.#showsUnowned,
      write: ({ layout, repeated }) => {
        const pieces = this.#pieces.slice(0, length);
        for (const mcid of layout) pieces[this.#beginnings.get(mcid) ?? length] = ARTIFACT;
        for (const mcid of repeated) pieces[this.#beginnings.get(mcid) ?? length] = REPEATED;
        return pieces.join('');
      },
    };
  }

  /** Numbers of glyphs change as their fonts become one. */
  #show(start: number, end: number): void {
    const operation = this.#text.slice(start, end);
    const numbers = this.#numbers;
    const shown = numbers ? operation.replace(glyphRun, (_, run: string) => `<${numbers.renumber(run)}>`) : operation;
    if (shown !== operation) {
      this.#copyTo(start);
      this.#pieces.push(shown);
      this.#copied = end;
    }
    if (this.#open) this.#open.shown.push(shown);
    else if (this.#depth > 0 && !this.#isArtifact) this.#showsUnowned = true;
  }

  #begin(start: number, end: number): void {
    this.#depth += 1;
    const operation = this.#text.slice(start, end);
    if (this.#depth === 1) this.#isArtifact = operation.trimStart().startsWith('/Artifact');
    const mcid = mcidOf.exec(operation)?.[1];
    if (mcid === undefined) return;
    this.#open = { mcid: Number(mcid), depth: this.#depth, shown: [], isDrawn: false };
    this.#copyTo(start);
    this.#beginnings.set(Number(mcid), this.#pieces.length);
    this.#copyTo(end);
  }

  #end(): void {
    if (this.#open?.depth === this.#depth) {
      const { mcid, shown, isDrawn } = this.#open;
      this.#items.set(mcid, { mcid, shown: shown.join(''), isDrawn });
      this.#open = undefined;
    }
    this.#depth -= 1;
  }

  /** What stands outside of marked content is not read: the page's number, and what is painted there. */
  #outside(operator: string, start: number, end: number): void {
    if (operator === 'BT') {
      this.#isInText = true;
      this.#insert(start, PAGE_FOOT);
    } else if (this.#isInText) {
      if (operator !== 'ET') return;
      this.#isInText = false;
      this.#insert(end, END);
    } else if (constructs.has(operator)) {
      if (this.#path === -1) this.#path = start;
    } else {
      if (paints.has(operator) || images.has(operator)) {
        this.#insert(this.#path === -1 ? start : this.#path, ARTIFACT);
        this.#insert(end, END);
      }
      this.#path = -1;
    }
  }

  #insert(place: number, mark: string): void {
    this.#copyTo(place);
    this.#pieces.push(mark);
  }

  #copyTo(place: number): void {
    if (place > this.#copied) this.#pieces.push(this.#text.slice(this.#copied, place));
    this.#copied = Math.max(place, this.#copied);
  }
}
