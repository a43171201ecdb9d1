import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Form } from '#forms/form.ts';
import { treeOf } from '#reports/figures.ts';
import type { ReportDraft } from '#reports/report.ts';
import { divideIntoChapters, type Division } from './chapters.ts';
import { introductionOf, type Identity } from './identity.ts';
import { checkOverrides, type Overrides } from './overrides.ts';
import { lastLineOf, narrativeOf, readFigures } from './read-figures.ts';
import type { Source } from './source.ts';
import { sourceRecord } from './source-record.ts';
import type { CellReading } from './row-figures.ts';
import { identityOf } from './source-identity.ts';
import { divideAtHeadings, withoutSheetWords } from './structure.ts';

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

/** The document's title, or the one that the form prescribes. */
export function titleOf(identity: Identity, organization: string, year: number): string {
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
    .map(({ chapter, lines }): [string, string] => [chapter.key, narrativeOf(withoutSheetWords(lines, form), source)]);
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
    source: sourceRecord(cells, division),
  };
}

function isNarrative(form: Form, key: string): boolean {
  return form.chapters.some((chapter) => chapter.key === key && chapter.kind === 'narrative');
}
