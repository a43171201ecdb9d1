import { narrativeBlocks } from '#reports/narrative.ts';
import type { Source, SourceIdentity, SourceLine } from '../source.ts';
import { cleanCharacters } from '../characters.ts';
import { Blocks } from './blocks.ts';
import { labelledCells } from './labelled-figures.ts';
import { spokenFigures, wholeLines } from './spoken-table.ts';

/** Lines without an empty one among them. */
interface Group {
  readonly lines: readonly SourceLine[];
  /** Two empty lines stand above it, as above a heading. */
  readonly apart: boolean;
}

function groupsOf(text: string): Group[] {
  const groups: { lines: SourceLine[]; apart: boolean }[] = [];
  let empty = 1;
  cleanCharacters(text)
    .split('\n')
    .forEach((line, index) => {
      if (line.trim() === '') empty++;
      else {
        if (empty > 0) groups.push({ lines: [], apart: empty > 1 });
        groups.at(-1)?.lines.push({ number: index + 1, text: line });
        empty = 0;
      }
    });
  return groups.map((group) => ({ ...group, lines: wholeLines(group.lines) }));
}

// A paragraph may be broken into lines; a blank at a break is still there, at the end of its line.
function joined({ lines }: Group): string {
  return lines.map((line) => line.text).join('');
}

function startsTable(group: Group, number: number): boolean {
  const [first, second] = group.lines;
  return first?.text.startsWith(`表 ${number} 开始`) === true && /^\d+行\d+列/u.test(second?.text ?? '');
}

function isReadByColumns({ lines }: Group): boolean {
  return /^\d+行\d+列，逐列读/u.test(lines[1]?.text ?? '');
}

function identityOf(title: string, facts: string): SourceIdentity | undefined {
  const organization = /^来源：(.+)$/mu.exec(facts)?.[1];
  const year = /(?:19|20)\d{2}(?=年)/u.exec(title)?.[0];
  return organization === undefined ? undefined : { title, organization, year: year ? Number(year) : undefined };
}

/** The entries of the contents are the headings of chapters; others of the same words are not. */
function chaptersIn(groups: readonly Group[]): ReadonlySet<string> {
  const contents = groups.findIndex(({ lines, apart }) => apart && /^目录，共\d+项$/u.test(lines[0]?.text ?? ''));
  const entries = groups[contents + 1]?.lines ?? [];
  return new Set(contents < 0 ? [] : entries.map(({ text }) => text));
}

function addBody(blocks: Blocks, groups: readonly Group[], chapters: ReadonlySet<string>): void {
  let tables = 0;
  for (let index = 0; index < groups.length; index++) {
    const group = groups[index];
    if (!group) continue;
    if (startsTable(group, tables + 1)) {
      tables++;
      const end = groups.findIndex(({ lines }, place) => place > index && lines[0]?.text === `表 ${tables} 结束`);
      const own = groups.slice(index + 1, end < 0 ? undefined : end);
      const figures = spokenFigures(
        own.map(({ lines }) => lines),
        isReadByColumns(group),
      );
      blocks.placed(labelledCells(figures), end < 0);
      index = end < 0 ? groups.length : end;
    } else addText(blocks, group, chapters);
  }
}

// A run-in heading without a mark of Chinese at its end is set apart by a blank that was not written.
function withoutGap(paragraph: string): string {
  return narrativeBlocks(paragraph)
    .map((block) => block.text)
    .join('');
}

function addText(blocks: Blocks, group: Group, chapters: ReadonlySet<string>): void {
  const text = joined(group);
  const number = group.lines[0]?.number ?? 0;
  if (group.apart) blocks.heading(text, chapters.has(text) ? 2 : 3, number);
  else blocks.paragraph(withoutGap(text), number);
}

/** Without chapters the text follows the title, the facts and what was found. */
function withoutOpening(groups: readonly Group[]): readonly Group[] {
  return groups.slice(groups[2]?.lines[0]?.text.startsWith('数据核对：') ? 3 : 2);
}

/** What the `text` renderer writes, by the grammar that it publishes. */
export function readSpokenText(text: string): Source {
  const groups = groupsOf(text);
  const chapters = chaptersIn(groups);
  const first = groups.findIndex((group, index) => index > 0 && group.apart && chapters.has(joined(group)));
  const [title, facts] = groups;
  const blocks = new Blocks();
  addBody(blocks, first < 0 ? withoutOpening(groups) : groups.slice(first), chapters);
  return blocks.source(title && facts && identityOf(joined(title), facts.lines.map((line) => line.text).join('\n')));
}
