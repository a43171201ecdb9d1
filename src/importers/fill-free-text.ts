import { beforeForms } from '#forms/national/before-2019.ts';
import type { ReportDraft } from '#reports/report.ts';
import { titleOf } from './fill-form.ts';
import { checkOverrides, type Overrides } from './overrides.ts';
import { narrativeOf } from './read-figures.ts';
import { hasNoForm } from './recognize-form.ts';
import { identityOf } from './source-identity.ts';
import type { Source, SourceLine, SourceTable } from './source.ts';

function rowTexts({ cells }: SourceTable): SourceLine[] {
  const rows = new Map<number, SourceLine>();
  for (const { row, text, line } of cells.filter((cell) => cell.text !== '')) {
    const before = rows.get(row);
    rows.set(row, before ? { ...before, text: `${before.text} ${text}` } : { number: line, text });
  }
  return [...rows.values()];
}

/** The text with the rows of its tables where they stand, each a paragraph. */
function withRows({ lines, tables = [] }: Source): SourceLine[] {
  const rows = tables.flatMap(rowTexts);
  return [...lines, ...rows].sort((one, other) => one.number - other.number);
}

/** Whether no other year is named more often: a page may list the reports of other years. */
function speaksOf(year: number, lines: readonly SourceLine[]): boolean {
  const years = lines.flatMap(({ text }) => text.normalize('NFKC').match(/(?<!\d)20\d{2}(?=\s*年)/gu) ?? []);
  const times = (one: string) => years.filter((other) => other === one).length;
  return years.every((one) => times(one) <= times(String(year)));
}

/**
 * A report of a year before the forms as text alone. Undefined for every other document: of a later year, of a year or
 * body that is not certain, with the tables of a form, or without any text.
 */
export function fillFreeText(source: Source, told: Overrides = {}): ReportDraft | undefined {
  const overrides = checkOverrides(told);
  const lines = withRows(source);
  const identity = identityOf(source, { preamble: source.lines, chapters: [] });
  const year = overrides.year ?? identity.year;
  const organization = overrides.organization ?? identity.organization;
  if (year === undefined || organization === undefined || identity.title === undefined) return undefined;
  if (year > beforeForms.definition.validTo || !hasNoForm(source) || !speaksOf(year, lines)) return undefined;
  const title = new Set(source.lines.slice(...identity.span));
  const text = narrativeOf(
    lines.filter((line) => !title.has(line)),
    source,
  );
  if (!text.includes('。')) return undefined;
  return {
    organization,
    year,
    form: beforeForms.id,
    title: titleOf(identity, organization, year),
    narratives: { introduction: text },
    figures: {},
    raws: {},
    source: { places: {}, chapters: [] },
  };
}
