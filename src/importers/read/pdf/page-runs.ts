import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { cleanCharacters } from '../../characters.ts';
import type { Box } from './geometry.ts';

/** Text that stands in one place of a page. */
export interface Run extends Box {
  readonly text: string;
  readonly size: number;
  /** Id of the marked content that it belongs to, as the structure tree names it. */
  readonly content: string | undefined;
}

const MOST_RUNS = 40_000;

type Items = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'];
type Mark = Exclude<Items[number], { str: string }> & { readonly tag?: string };
type Text = Extract<Items[number], { str: string }>;

function boxOf({ transform, width, height }: Text): Box & { readonly size: number } {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform as number[];
  const size = Math.hypot(c, d) || height;
  // Text that runs up or down the page takes its width along the page's height.
  const upright = Math.abs(b) <= Math.abs(a);
  if (upright) return { left: x, right: x + width, bottom: y - size * 0.2, top: y + size * 0.8, size };
  const along = b > 0 ? y + width : y - width;
  return { left: x - size, right: x, bottom: Math.min(y, along), top: Math.max(y, along), size };
}

/** Wide gaps inside a run are gaps between columns: each word is a run of its own, placed by the width of its characters. */
export function wordsOf(run: Run): Run[] {
  const parts = run.text.match(/\S+/gu) ?? [];
  if (parts.length < 2) return [run];
  const widths = Array.from(run.text, (character) => (character >= '\u2e80' ? 2 : 1));
  const unit = (run.right - run.left) / widths.reduce((sum, width) => sum + width, 0);
  const characters = Array.from(run.text);
  const words: Run[] = [];
  let left = run.left;
  let word = '';
  for (const [index, character] of [...characters, ' '].entries()) {
    const right = left + (widths[index] ?? 1) * unit;
    if (/\s/u.test(character)) {
      const length = Array.from(word).reduce((sum, one) => sum + (one >= '\u2e80' ? 2 : 1), 0) * unit;
      if (word !== '') words.push({ ...run, text: word, left: left - length, right: left });
      word = '';
    } else word += character;
    left = right;
  }
  return words;
}

interface Opened {
  readonly artifact: boolean;
  readonly content: string | undefined;
}

function open(mark: Mark, outer: Opened | undefined): Opened {
  const id = 'id' in mark ? mark.id : undefined;
  return {
    artifact: mark.tag === 'Artifact' || outer?.artifact === true,
    content: (typeof id === 'string' ? id : undefined) ?? outer?.content,
  };
}

/** The text of a page without its artifacts: headers, footers and page numbers that the document marks as such. */
export async function runsOf(page: PDFPageProxy): Promise<Run[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  if (items.length > MOST_RUNS * 4) throw new NianbaoError('DOCUMENT_UNSAFE', { reason: `PDF > ${MOST_RUNS}` });
  const stack: Opened[] = [];
  const runs: Run[] = [];
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') stack.pop();
      else stack.push(open(item, stack.at(-1)));
    } else if (item.str.trim() !== '' && stack.at(-1)?.artifact !== true)
      runs.push({ text: cleanCharacters(item.str), ...boxOf(item), content: stack.at(-1)?.content });
  }
  if (runs.length > MOST_RUNS) throw new NianbaoError('DOCUMENT_UNSAFE', { reason: `PDF > ${MOST_RUNS}` });
  return withoutCopies(runs);
}

/** Text that is drawn twice in the same place, as a bold face for those who lack one, counts once. */
function withoutCopies(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run[]>();
  return runs.filter((run) => {
    const others = seen.get(run.text) ?? [];
    const copy = others.some((other) => Math.abs(other.left - run.left) < 1 && Math.abs(other.bottom - run.bottom) < 1);
    if (!copy) seen.set(run.text, [...others.slice(-50), run]);
    return !copy;
  });
}

/** Runs as rows from the top down, each from left to right. */
export function rowsOfRuns(runs: readonly Run[]): Run[][] {
  const rows: { middle: number; size: number; runs: Run[] }[] = [];
  for (const run of runs.toSorted((a, b) => b.bottom + b.top - a.bottom - a.top)) {
    const middle = (run.bottom + run.top) / 2;
    const row = rows.at(-1);
    if (row && Math.abs(row.middle - middle) < Math.min(row.size, run.size) * 0.5) row.runs.push(run);
    else rows.push({ middle, size: run.size, runs: [run] });
  }
  return rows.map((row) => row.runs.toSorted((a, b) => a.left - b.left));
}

/** Runs as they were drawn, cell by cell where nothing tells the cells apart: those that follow each other on a line. */
export function drawnRows(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = [];
  for (const run of runs) {
    const last = rows.at(-1)?.at(-1);
    const follows = last && Math.abs(last.bottom - run.bottom) < run.size * 0.5 && run.left > last.left;
    if (follows) rows.at(-1)?.push(run);
    else rows.push([run]);
  }
  return rows;
}

/** The text of a row; a gap that is wider than a third of a character is a blank. */
export function rowText(row: readonly Run[]): string {
  return row.reduce((text, run, index) => {
    const before = row[index - 1];
    const gap = before && run.left - before.right > Math.max(run.size, before.size) * 0.33 ? ' ' : '';
    return text + gap + run.text;
  }, '');
}
