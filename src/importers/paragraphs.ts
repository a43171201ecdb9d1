import type { SourceLine } from './source.ts';

/** Lines wider than this, in cells of a half-width character, are whole paragraphs rather than lines of a page. */
const widestPageLine = 120;
/** A line that ends this many cells before the page's edge was ended by its writer. */
const shortBy = 8;

const sentenceEnd = /[。！？!?：:；;”」）)]$/u;
const numbered = /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d))/u;
const indented = /^(?:\u3000{1,}|\s{2,})/u;

/** Latin words need the space that the line end stood for; Chinese does not. */
function joinLines(before: string, after: string): string {
  const apart = /[A-Za-z,.]$/u.test(before) && /^[A-Za-z]/u.test(after);
  return apart ? `${before} ${after}` : before + after;
}

interface Running {
  text: string;
  /** The last line that was added, as wide as it stood on the page. */
  lastWidth: number;
}

function continues(running: Running, line: string, pageWidth: number, afterBlank: boolean): boolean {
  const text = line.trim();
  if (numbered.test(text) || indented.test(line)) return false;
  const ended = sentenceEnd.test(running.text);
  const short = running.lastWidth < pageWidth - shortBy;
  if (afterBlank) return !ended && !short;
  if (pageWidth > widestPageLine) return false;
  return !short || (!ended && !numbered.test(running.text));
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
    if (running && continues(running, line, pageWidth, afterBlank)) {
      running.text = joinLines(running.text, text);
      running.lastWidth = widthOf(text);
    } else paragraphs.push({ text, lastWidth: widthOf(text) });
    afterBlank = false;
  }
  return paragraphs.map(({ text }) => text);
}
