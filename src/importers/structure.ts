import type { ChapterDefinition } from '#forms/form-definition.ts';
import type { Form, FormTable } from '#forms/form.ts';
import { divideIntoChapters, type ChapterText, type Division } from './chapters.ts';
import { foldLabel } from './characters.ts';
import { findHeadings } from './headings.ts';
import type { SourceLine } from './source.ts';

interface ChapterHeading {
  readonly chapter: ChapterDefinition;
  readonly index: number;
  readonly level: number;
}

function chapterHeadings(lines: readonly SourceLine[], form: Form): ChapterHeading[] {
  const found = lines.flatMap((line, index) => {
    const [heading] = line.heading === undefined ? [] : findHeadings([line], form);
    return heading && line.heading !== undefined ? [{ chapter: heading.chapter, index, level: line.heading }] : [];
  });
  const outermost = Math.min(...found.map(({ level }) => level));
  return found.filter(({ level }) => level === outermost);
}

function mergeChapters(parts: readonly ChapterText[]): ChapterText[] {
  const merged = new Map<string, ChapterText>();
  for (const part of parts) {
    const before = merged.get(part.chapter.key);
    merged.set(part.chapter.key, before ? { ...before, lines: [...before.lines, ...part.lines] } : part);
  }
  return [...merged.values()];
}

/**
 * Divides a document at the headings that it marks itself; parts of the same chapter go together, as in a workbook
 * with text and tables on different sheets. Where no heading is marked, lines that read like one count.
 */
export function divideAtHeadings(lines: readonly SourceLine[], form: Form): Division {
  const headings = chapterHeadings(lines, form);
  if (headings.length === 0) return divideIntoChapters(lines, form);
  const parts = headings.map(({ chapter, index }, place) => ({
    chapter,
    headingLine: lines[index]?.number ?? 0,
    lines: lines.slice(index + 1, headings[place + 1]?.index),
  }));
  return { preamble: lines.slice(0, headings[0]?.index), chapters: mergeChapters(parts) };
}

/** What is written around a table: title, unit and notes. */
function wordsAround({ definition }: FormTable): string[] {
  const { title, unit, note = '' } = definition;
  const units = [`单位：${unit}`, `（单位：${unit}）`];
  return [title, note, `注：${note}`, ...units, ...units.map((words) => `${title}${words}`)].map(foldLabel);
}

function wordsWithin({ definition, rows, columns }: FormTable): string[] {
  const labels = [...rows, ...columns].flatMap((leaf) => leaf.labels);
  return [definition.corner ?? '', ...labels].map(foldLabel);
}

/** The text of a chapter without the heads of tables that stand alone in a row of a sheet. */
export function withoutSheetWords(lines: readonly SourceLine[], form: Form): SourceLine[] {
  const within = new Set(form.tables.flatMap((table) => [...wordsAround(table), ...wordsWithin(table)]));
  return lines.filter(({ text, inTable = false }) => !(inTable && within.has(foldLabel(text))));
}

/** The text of a chapter without what belongs to its tables. */
export function withoutTableWords(lines: readonly SourceLine[], tables: readonly FormTable[]): SourceLine[] {
  const around = new Set(tables.flatMap(wordsAround));
  const within = new Set(tables.flatMap(wordsWithin));
  return lines.filter(({ text, inTable = false }) => {
    const folded = foldLabel(text);
    return !around.has(folded) && !(inTable && within.has(folded));
  });
}
