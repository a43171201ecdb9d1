import { joinBoxes, type Box } from './geometry.ts';
import { rowsOfRuns, rowText, type Run } from './page-runs.ts';

/** A line of a page. */
export interface PageLine extends Box {
  readonly page: number;
  readonly text: string;
  readonly size: number;
}

/** Text that belongs together, with the level of the heading that it is, where the document says so. */
export interface Paragraph {
  readonly text: string;
  readonly page: number;
  readonly heading?: number | undefined;
}

const numbered =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}(?:章|部分)|\d{1,2}[.．、](?!\d))/u;
const sentenceEnd = /[。！？!?：:；;”」）)]$/u;

/** Runs of a page as lines: from the top down, or as another way to take them together says. */
export function linesOf(runs: readonly Run[], page: number, rowsOf = rowsOfRuns): PageLine[] {
  return rowsOf(runs).map((row) => ({
    ...joinBoxes(row),
    page,
    text: rowText(row).trim(),
    size: Math.max(...row.map(({ size }) => size)),
  }));
}

/** Latin words and numbers need the blank that the line end stood for; Chinese does not. */
export function joinText(before: string, after: string): string {
  return before + (/[\w,.]$/u.test(before) && /^\w/u.test(after) ? ' ' : '') + after;
}

/** Where the lines of the text begin and end. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** The column of text, by its widest lines. */
export function columnOf(lines: readonly PageLine[]): Column {
  const lefts = lines.map(({ left }) => left).toSorted((a, b) => a - b);
  const rights = lines.map(({ right }) => right).toSorted((a, b) => a - b);
  return { left: lefts[Math.floor(lefts.length * 0.05)] ?? 0, right: rights[Math.floor(rights.length * 0.95)] ?? 0 };
}

function isCentred({ left, right, size }: PageLine, column: Column): boolean {
  const [before, after] = [left - column.left, column.right - right];
  return before > 2 * size && Math.abs(before - after) < 2 * size;
}

/** Whether a line goes on with the paragraph that the one before it belongs to. */
export function continues(last: PageLine, line: PageLine, column: Column): boolean {
  if (numbered.test(line.text) || Math.abs(last.size - line.size) > 0.1 * last.size) return false;
  if (isCentred(last, column) && isCentred(line, column))
    return last.page === line.page && !sentenceEnd.test(last.text);
  const isFull = last.right > column.right - 1.6 * last.size;
  const isIndented = line.left > column.left + 1.2 * line.size;
  const near = last.page !== line.page || last.bottom - line.top < 1.5 * line.size;
  return isFull && !isIndented && near && !numberedTitle(last);
}

/** A short numbered line is a heading whatever follows. */
function numberedTitle({ text }: PageLine): boolean {
  return numbered.test(text) && text.length < 16 && !sentenceEnd.test(text);
}

/** Puts the lines of pages together to paragraphs: by indents, by lines that end early, by size. */
export function joinLines(lines: readonly PageLine[]): Paragraph[] {
  const column = columnOf(lines);
  const paragraphs: { text: string; page: number; last: PageLine }[] = [];
  for (const line of lines) {
    const running = paragraphs.at(-1);
    if (running && continues(running.last, line, column)) {
      running.text = joinText(running.text, line.text);
      running.last = line;
    } else paragraphs.push({ text: line.text, page: line.page, last: line });
  }
  return paragraphs.map(({ text, page }) => ({ text, page }));
}
