import { NianbaoError } from '#errors/nianbao-error.ts';
import type { FiguresChapterDefinition } from '#forms/form-definition.ts';
import type { Form, FormTable } from '#forms/form.ts';
import type { ChapterText, Division } from './chapters.ts';
import { readGrids, type GridReader } from './grid/read-grids.ts';
import { HeadWords } from './head-words.ts';
import { joinParagraphs } from './paragraphs.ts';
import { PieceStream } from './pieces.ts';
import type { CellReading } from './row-figures.ts';
import type { Source, SourceLine } from './source.ts';
import { withoutTableWords } from './structure.ts';
import { readTables, type TableReading } from './table-text.ts';

interface FiguresReading {
  readonly cells: readonly CellReading[];
  /** Text that stands beside the tables. */
  readonly narrative: string;
}

/** Lines of a page are put together; in documents that mark their paragraphs each line is one. */
export function narrativeOf(lines: readonly SourceLine[], { tables }: Source): string {
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

/**
 * The figures of all chapters of tables, and the text beside them: from the document's own tables, else from the lines of
 * the chapter. A table that is missing or can not be read is an error with the line.
 */
export function readFigures(
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

/** The last line that has any text. */
export function lastLineOf(source: Source): number {
  return source.lines.findLast((line) => line.text.trim() !== '')?.number ?? 1;
}
