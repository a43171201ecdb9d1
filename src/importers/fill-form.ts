import { NianbaoError } from '#errors/nianbao-error.ts';
import type { FiguresChapterDefinition } from '#forms/form-definition.ts';
import type { Form, FormTable } from '#forms/form.ts';
import { treeOf } from '#reports/figures.ts';
import type { ReportDraft } from '#reports/report.ts';
import { divideIntoChapters, type ChapterText, type Division } from './chapters.ts';
import { readGrids, type GridReader } from './grid/read-grids.ts';
import { HeadWords } from './head-words.ts';
import { introductionOf, readIdentity, type Identity } from './identity.ts';
import { checkOverrides, type Overrides } from './overrides.ts';
import { joinParagraphs } from './paragraphs.ts';
import { PieceStream } from './pieces.ts';
import type { Source, SourceLine } from './source.ts';
import type { CellReading } from './row-figures.ts';
import { divideAtHeadings, withoutTableWords } from './structure.ts';
import { readTables, type TableReading } from './table-text.ts';

interface FiguresReading {
  readonly cells: readonly CellReading[];
  /** Text that stands beside the tables. */
  readonly narrative: string;
}

/** Lines of a page are put together; in documents that mark their paragraphs each line is one. */
function narrativeOf(lines: readonly SourceLine[], { tables }: Source): string {
  const whole = () => lines.map(({ text }) => text.trim()).filter((text) => text !== '');
  return (tables ? whole() : joinParagraphs(lines)).join('\n\n');
}

function besideTables(lines: readonly SourceLine[], heads: HeadWords, { spans }: TableReading): SourceLine[] {
  const inTable = new Set(
    spans.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, step) => first + step)),
  );
  const isHead = ({ text }: SourceLine) =>
    text.trim() !== '' &&
    text
      .trim()
      .split(/\s+/u)
      .every((piece) => heads.contains(piece));
  return lines.filter((line) => !inTable.has(line.number) && !isHead(line));
}

function readPage(text: ChapterText, tables: readonly FormTable[], source: Source): FiguresReading {
  const reading = readTables(new PieceStream(text.lines), tables);
  const beside = besideTables(text.lines, new HeadWords(tables), reading);
  return { cells: reading.cells, narrative: narrativeOf(beside, source) };
}

/** The chapter from the document's own tables; undefined when it has none of the chapter's. */
function readOwnTables(
  text: ChapterText | undefined,
  tables: readonly FormTable[],
  source: Source,
  readTable: GridReader,
): FiguresReading | undefined {
  const read = tables.map((table) => readTable(table));
  if (read.every((cells) => cells === undefined)) return undefined;
  const missing = tables[read.indexOf(undefined)];
  if (missing)
    throw new NianbaoError('TABLE_MISSING', { table: missing.definition.title }, { line: lastLineOf(source) });
  const narrative = narrativeOf(withoutTableWords(text?.lines ?? [], tables), source);
  return { cells: read.flatMap((cells) => cells ?? []), narrative };
}

function figureChapters(form: Form): { chapter: FiguresChapterDefinition; tables: FormTable[] }[] {
  return form.chapters
    .filter((chapter) => chapter.kind === 'figures')
    .map((chapter) => ({ chapter, tables: form.tables.filter((table) => table.chapter === chapter) }));
}

function readFigures(
  form: Form,
  division: Division,
  source: Source,
): { cells: CellReading[]; narratives: [string, string][] } {
  const readTable = readGrids(form, source.tables ?? []);
  const read = figureChapters(form).map(({ chapter, tables }) => {
    const text = division.chapters.find((candidate) => candidate.chapter === chapter);
    const own = readOwnTables(text, tables, source, readTable);
    if (own) return { chapter, reading: own };
    if (!text) throw new NianbaoError('TABLE_MISSING', { table: chapter.title }, { line: lastLineOf(source) });
    return { chapter, reading: readPage(text, tables, source) };
  });
  return {
    cells: read.flatMap(({ reading }) => reading.cells),
    narratives: read.map(({ chapter, reading }) => [chapter.key, reading.narrative]),
  };
}

/**
 * Refuses a document that ends with a table whose last row may have been cut: without figures, or without the end of
 * its line, so that the last number may have lost digits.
 */
function refuseCut(cells: readonly CellReading[], division: Division, source: Source): void {
  // A document that marks its tables says itself where they end.
  if (source.tables) return;
  const last = division.chapters.reduce((found, text) => (text.headingLine > found.headingLine ? text : found));
  const row = cells.at(-1)?.[0].row;
  if (last.chapter.kind !== 'figures' || !row) return;
  const blank = cells.filter(([cell]) => cell.row === row).every(([, { value, raw }]) => value === null && raw === '');
  const broken = source.lines.at(-1)?.text.trim() !== '';
  if (!blank && !broken) return;
  const place = { table: last.chapter.title, row: row.labels.join(' ') };
  throw new NianbaoError('TABLE_INCOMPLETE', place, { line: lastLineOf(source) });
}

function known<Value>(value: Value | undefined, code: 'UNKNOWN_ORGANIZATION' | 'UNKNOWN_YEAR'): Value {
  if (value === undefined) throw new NianbaoError(code, {}, { line: 1 });
  return value;
}

function lastLineOf(source: Source): number {
  return source.lines.findLast((line) => line.text.trim() !== '')?.number ?? 1;
}

/** What the document states beyond doubt, else what its title says. */
function identityOf({ identity }: Source, { preamble }: Division): Identity {
  const read = readIdentity(preamble);
  return identity ? { span: read.span, ...identity, year: identity.year ?? read.year } : read;
}

function titleOf(identity: Identity, organization: string, year: number): string {
  return identity.title ?? `${organization}${year}年政府信息公开工作年度报告`;
}

/**
 * Fills a form from a document by the words of its chapters and rows. A chapter of text that is missing is left out,
 * for the checks to find; a table that is missing or broken off is an error with the line.
 */
export function fillForm(form: Form, source: Source, told: Overrides = {}): ReportDraft {
  const overrides = checkOverrides(told);
  const division = (source.tables ? divideAtHeadings : divideIntoChapters)(source.lines, form);
  const identity = identityOf(source, division);
  if (identity.title === undefined && division.chapters.length === 0)
    throw new NianbaoError('NOT_A_REPORT', {}, { line: 1 });
  const { cells, narratives } = readFigures(form, division, source);
  refuseCut(cells, division, source);
  const organization = known(overrides.organization ?? identity.organization, 'UNKNOWN_ORGANIZATION');
  const year = known(overrides.year ?? identity.year, 'UNKNOWN_YEAR');
  const introduction = narrativeOf(introductionOf(division.preamble, identity), source);
  const texts = division.chapters
    .filter(({ chapter }) => chapter.kind === 'narrative')
    .map(({ chapter, lines }): [string, string] => [chapter.key, narrativeOf(lines, source)]);
  return {
    organization,
    year,
    form: form.id,
    title: titleOf(identity, organization, year),
    narratives: Object.fromEntries(
      [['introduction', introduction] as const, ...texts, ...narratives].filter(
        ([key, text]) => isNarrative(form, key) || text !== '',
      ),
    ),
    figures: treeOf(cells.map(([cell, { value }]) => [cell.path, value])),
    raws: treeOf(cells.flatMap(([cell, { raw }]) => (raw === undefined ? [] : [[cell.path, raw] as const]))),
  };
}

function isNarrative(form: Form, key: string): boolean {
  return form.chapters.some((chapter) => chapter.key === key && chapter.kind === 'narrative');
}
