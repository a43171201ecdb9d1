import type { ChapterDefinition } from '#forms/form-definition.ts';
import type { Form } from '#forms/form.ts';
import { foldLabel } from './characters.ts';
import type { SourceLine } from './source.ts';

/** A line, or a few, that read like the heading of a chapter. */
export interface Heading {
  readonly chapter: ChapterDefinition;
  /** Index of its first line and of the line after its last. */
  readonly start: number;
  readonly end: number;
  /** It begins with a number, as headings do and entries of menus do not. */
  readonly numbered: boolean;
}

/** A heading that is broken by a narrow page takes up to this many lines. */
const longestHeading = 3;

/** 一、 第一章 第一部分 1. or a scanner's l六、; never （一）, which is a sub-heading's. Pages may follow in a table of contents. */
const numbering =
  /^(?:l{0,2}[一二三四五六七八九十]{1,3}\.|第[一二三四五六七八九十]{1,3}(?:章|部分)\.?|\d{1,2}\.){0,2}/u;
const pageReference = /[.-]*\d{0,3}$/u;

/** Titles without the marks that publishers leave out, by their wordings. */
function titlesOf(form: Form): ReadonlyMap<string, ChapterDefinition> {
  const wordings = form.chapters.flatMap((chapter) =>
    [chapter.title, ...(chapter.aliases ?? [])].map((title) => [bare(foldLabel(title)), chapter] as const),
  );
  return new Map(wordings);
}

function bare(folded: string): string {
  return folded.replaceAll('.', '');
}

/** Finds the lines that are a chapter's title, with or without a number before it. */
export function findHeadings(lines: readonly SourceLine[], form: Form): Heading[] {
  const titles = titlesOf(form);
  const longest = Math.max(...[...titles.keys()].map((title) => title.length)) + 20;
  // A line of prose is longer than any title; folding it would be work for nothing.
  const folded = lines.map(({ text }) => (text.length > 2 * longest ? undefined : foldLabel(text)));
  const headings: Heading[] = [];
  for (let start = 0; start < lines.length; start++) {
    const heading = headingAt(folded, start, titles);
    if (!heading) continue;
    headings.push(heading);
    start = heading.end - 1;
  }
  return headings;
}

function headingAt(
  folded: readonly (string | undefined)[],
  start: number,
  titles: ReadonlyMap<string, ChapterDefinition>,
): Heading | undefined {
  let text = '';
  for (let end = start + 1; end <= Math.min(start + longestHeading, folded.length); end++) {
    const line = folded[end - 1];
    if (line === undefined || (end === start + 1 && line === '')) return undefined;
    text += line;
    const title = text.replace(numbering, '');
    const chapter = titles.get(bare(title.replace(pageReference, '')));
    if (chapter) return { chapter, start, end, numbered: title !== text };
  }
  return undefined;
}
