import { NianbaoError } from '#errors/nianbao-error.ts';
import type { ChapterDefinition } from '#forms/form-definition.ts';
import type { Form } from '#forms/form.ts';
import { findHeadings, type Heading } from './headings.ts';
import { foldLabel } from './characters.ts';
import type { SourceLine } from './source.ts';

/** A chapter's lines, without its heading. */
export interface ChapterText {
  readonly chapter: ChapterDefinition;
  /** Line of the heading. */
  readonly headingLine: number;
  readonly lines: readonly SourceLine[];
}

/** A document divided into what stands before the first chapter and the chapters that were found. */
export interface Division {
  readonly preamble: readonly SourceLine[];
  readonly chapters: readonly ChapterText[];
}

/** A run of so many headings with nothing between them is a table of contents. */
const shortestContents = 3;

function isEmptyBetween(lines: readonly SourceLine[], before: Heading, after: Heading): boolean {
  return lines.slice(before.end, after.start).every((line) => line.text.trim() === '');
}

/** A table that is titled like its chapter stands below the same heading twice. */
function joinRepeated(lines: readonly SourceLine[], headings: readonly Heading[]): Heading[] {
  const joined: Heading[] = [];
  for (const heading of headings) {
    const last = joined.at(-1);
    if (last?.chapter === heading.chapter && isEmptyBetween(lines, last, heading))
      joined[joined.length - 1] = { ...last, end: heading.end };
    else joined.push(heading);
  }
  return joined;
}

/** Where a chapter has headings with a number, the same words without one are an entry of a menu or a sub-heading. */
function numberedFirst(headings: readonly Heading[]): Heading[] {
  const numbered = new Set(headings.filter((heading) => heading.numbered).map(({ chapter }) => chapter));
  return headings.filter((heading) => heading.numbered || !numbered.has(heading.chapter));
}

/** Without the headings of a table of contents. A document without any text between its headings has none. */
function withoutContents(lines: readonly SourceLine[], headings: readonly Heading[]): Heading[] {
  const runs: Heading[][] = [];
  for (const heading of headings) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && isEmptyBetween(lines, last, heading)) run.push(heading);
    else runs.push([heading]);
  }
  const comesAgain = ({ chapter, start }: Heading) =>
    headings.some((other) => other.chapter === chapter && other.start > start);
  const isContents = (run: readonly Heading[]) => run.length >= shortestContents && run.slice(0, -1).every(comesAgain);
  // The last of them may be the heading of the chapter that follows the contents.
  return runs.flatMap((run) => (isContents(run) ? run.slice(-1).filter((heading) => !comesAgain(heading)) : run));
}

/** Words of a chapter's tables by which they are known. */
function tableWords(form: Form, chapter: ChapterDefinition): string[] {
  const tables = form.tables.filter((table) => table.chapter === chapter);
  const rows = tables.flatMap((table) => table.rows.map((row) => row.definition.label));
  const columns = tables.flatMap((table) => table.columns.map((column) => column.definition.label));
  return (rows.some((label) => label !== '') ? rows : columns).map(foldLabel);
}

/** Of a chapter of tables only a heading with its tables below it counts; two of them contradict each other. */
function withTables(form: Form, lines: readonly SourceLine[], headings: readonly Heading[]): Heading[] {
  const holdsTables = ({ chapter, end }: Heading, index: number): boolean => {
    const below = foldLabel(
      lines
        .slice(end, headings[index + 1]?.start)
        .map((line) => line.text)
        .join(''),
    );
    return tableWords(form, chapter).filter((word) => below.includes(word)).length >= 2;
  };
  const holders = headings.filter(
    (heading, index) => heading.chapter.kind === 'narrative' || holdsTables(heading, index),
  );
  for (const { chapter, start } of holders) {
    const others = holders.filter((other) => other.chapter === chapter && other.start !== start);
    if (chapter.kind === 'figures' && others.some((other) => other.start < start))
      throw new NianbaoError('DUPLICATE_CHAPTER', { chapter: chapter.title }, { line: lines[start]?.number });
  }
  const missing = (heading: Heading) => !holders.some(({ chapter }) => chapter === heading.chapter);
  return headings.filter((heading) => holders.includes(heading) || missing(heading));
}

/** The longest run of headings in the order of the form. */
function inOrder(form: Form, headings: readonly Heading[]): Heading[] {
  const place = ({ chapter }: Heading) => form.chapters.indexOf(chapter);
  const best: Heading[][] = [];
  for (const heading of headings) {
    const before = best.filter((run) => place(run.at(-1) ?? heading) < place(heading));
    const longest = before.reduce<Heading[]>((found, run) => (run.length > found.length ? run : found), []);
    best.push([...longest, heading]);
  }
  return best.reduce<Heading[]>((found, run) => (run.length > found.length ? run : found), []);
}

/** One heading for each chapter: in the order of the form as far as that goes, else the first that there is. */
function choose(form: Form, headings: readonly Heading[]): Heading[] {
  const ordered = inOrder(form, headings);
  const rest = form.chapters.flatMap((chapter) =>
    ordered.some((heading) => heading.chapter === chapter)
      ? []
      : headings.filter((heading) => heading.chapter === chapter).slice(0, 1),
  );
  return [...ordered, ...rest].sort((a, b) => a.start - b.start);
}

/**
 * Divides a document at the headings of the form's chapters. Text below a heading that does not count, such as a
 * sub-heading of the same words, belongs to the chapter around it. DUPLICATE_CHAPTER when tables are there twice.
 */
export function divideIntoChapters(lines: readonly SourceLine[], form: Form): Division {
  const all = joinRepeated(lines, numberedFirst(findHeadings(lines, form)));
  const headings = choose(form, withTables(form, lines, withoutContents(lines, all)));
  const chapters = headings.map(({ chapter, start, end }, index): ChapterText => ({
    chapter,
    headingLine: lines[start]?.number ?? 0,
    lines: lines.slice(end, headings[index + 1]?.start ?? lines.length),
  }));
  return { preamble: preambleOf(lines, all, headings), chapters };
}

/** What stands before the first chapter, without the entries of a table of contents. */
function preambleOf(lines: readonly SourceLine[], all: readonly Heading[], chosen: readonly Heading[]): SourceLine[] {
  const end = chosen[0]?.start ?? lines.length;
  const entries = all.filter((heading) => heading.start < end);
  return lines.slice(0, end).filter((_, index) => !entries.some((entry) => entry.start <= index && index < entry.end));
}
