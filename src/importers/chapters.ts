import type { ChapterDefinition } from '#forms/form-definition.ts';
import type { Form } from '#forms/form.ts';
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

interface Heading {
  readonly chapter: ChapterDefinition;
  /** Index of its first line and of the line after its last. */
  readonly start: number;
  readonly end: number;
}

/** A heading that is broken by a narrow page takes up to this many lines. */
const longestHeading = 3;

const numbering = /^[(（]?(?:第?[一二三四五六七八九十]{1,3}[章部]?|[0-9]{1,2}|l{1,2})?[)）]?[.]*/u;

/** Folded wordings of a chapter's title, without the marks that publishers leave out. */
function wordings(chapter: ChapterDefinition): string[] {
  return [chapter.title, ...(chapter.aliases ?? [])].map((title) => foldLabel(title).replaceAll('.', ''));
}

function bareTitle(folded: string): string {
  return folded.replace(numbering, '').replaceAll('.', '');
}

function headingAt(lines: readonly SourceLine[], start: number, form: Form): Heading | undefined {
  let text = '';
  for (let end = start + 1; end <= Math.min(start + longestHeading, lines.length); end++) {
    text += foldLabel(lines[end - 1]?.text ?? '');
    if (text === '') return undefined;
    const title = bareTitle(text);
    const chapter = form.chapters.find((candidate) => wordings(candidate).includes(title));
    if (chapter) return { chapter, start, end };
  }
  return undefined;
}

function headingsOf(lines: readonly SourceLine[], form: Form): Heading[] {
  const headings: Heading[] = [];
  for (let index = 0; index < lines.length; index++) {
    const heading = headingAt(lines, index, form);
    if (!heading) continue;
    headings.push(heading);
    index = heading.end - 1;
  }
  return headings;
}

/** Divides a document at the headings of the form's chapters. Of a heading that stands twice, as in a table of contents, the one with more below it counts. */
export function divideIntoChapters(lines: readonly SourceLine[], form: Form): Division {
  const headings = headingsOf(lines, form);
  const found = new Map<string, ChapterText>();
  headings.forEach(({ chapter, start, end }, index) => {
    const text: ChapterText = {
      chapter,
      headingLine: lines[start]?.number ?? 0,
      lines: lines.slice(end, headings[index + 1]?.start ?? lines.length),
    };
    if (amountOf(text) >= amountOf(found.get(chapter.key))) found.set(chapter.key, text);
  });
  return { preamble: lines.slice(0, headings[0]?.start ?? lines.length), chapters: [...found.values()] };
}

function amountOf(text: ChapterText | undefined): number {
  return text?.lines.reduce((sum, line) => sum + line.text.trim().length, 0) ?? -1;
}
