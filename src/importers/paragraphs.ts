import type { SourceLine } from './source.ts';

/** Lines wider than this, in cells of a half-width character, are whole paragraphs rather than lines of a page. */
const widestPageLine = 120;
/** A line that ends this many cells before the page's edge was ended by its writer. */
const shortBy = 8;

const sentenceEnd = /[。！？!?：:；;”」）)]$/u;
const numbered = /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d))/u;
const indented = /^(?:\u3000{1,}|\s{2,})/u;

/** Latin words need the space that the line end stood for; Chinese does not. */
function joinerOf(before: string, after: string): string {
  return /[A-Za-z,.]$/u.test(before) && /^[A-Za-z]/u.test(after) ? ' ' : '';
}

interface Running {
  /** Lines, and what stands between them. */
  readonly parts: string[];
  readonly isNumbered: boolean;
  /** The last line that was added, and its width on the page. */
  last: string;
  lastWidth: number;
}

function begin(text: string): Running {
  return { parts: [text], isNumbered: numbered.test(text), last: text, lastWidth: widthOf(text) };
}

function append(running: Running, text: string): void {
  running.parts.push(joinerOf(running.last, text), text);
  running.last = text;
  running.lastWidth = widthOf(text);
}

function continues(running: Running, line: string, pageWidth: number, afterBlank: boolean): boolean {
  if (numbered.test(line.trim()) || indented.test(line)) return false;
  const ended = sentenceEnd.test(running.last);
  const short = running.lastWidth < pageWidth - shortBy;
  if (afterBlank) return !ended && !short;
  if (pageWidth > widestPageLine) return false;
  return !short || (!ended && !running.isNumbered);
}

/** Width in cells: Chinese characters and full-width marks take two. */
function widthOf(text: string): number {
  return Array.from(text).reduce(
    (width, character) => width + (character >= '\u2e80' || character === '“' || character === '”' ? 2 : 1),
    0,
  );
}

/**
 * Puts the lines of a page together to paragraphs. A blank line, an indent, a number such as （一） or a short line that
 * ends a sentence begins a new one; a page break in the middle of a sentence does not.
 */
export function joinParagraphs(lines: readonly SourceLine[]): string[] {
  const pageWidth = lines.reduce((width, line) => Math.max(width, widthOf(line.text.trim())), 0);
  const paragraphs: Running[] = [];
  let afterBlank = true;
  for (const { text: line } of lines) {
    const text = line.trim();
    if (text === '') {
      afterBlank = true;
      continue;
    }
    const running = paragraphs.at(-1);
    if (running && continues(running, line, pageWidth, afterBlank)) append(running, text);
    else paragraphs.push(begin(text));
    afterBlank = false;
  }
  return paragraphs.map(({ parts }) => parts.join(''));
}
