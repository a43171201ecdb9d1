import type { DocumentOptions } from '#plugin-api/document-options.ts';
import type { Block, PrintableDocument } from '#plugin-api/document.ts';
import { comparablePaths } from '#rollups/comparable.ts';
import { compareFiled, type FiledCell } from '#rollups/check-rollup.ts';
import type { Bodies } from '#rollups/bodies.ts';
import type { Rollup } from '#rollups/roll-up.ts';
import { figuresOf } from '#rollups/sums.ts';
import { trendFigures } from '#rollups/trend.ts';
import type { Form } from '#forms/form.ts';
import type { FigureTree } from '#reports/figures.ts';
import { chapter, paragraph, plainTable } from './blocks.ts';
import { chapterHeading } from './form-words.ts';
import { outcomeBlocks } from './printable-outcomes.ts';
import { printableTable } from './printable-table.ts';
import { trendBlocks } from './printable-trend.ts';
import type { SubjectMaker } from './renderer-catalogue.ts';
import { cellHead } from './cell-heads.ts';
import { rollupWords } from './rollup-words.ts';
import { spanOf } from './subject-of-trend.ts';

type Locale = DocumentOptions['locale'];

/** A roll-up of all cells with what is printed beside the sums. */
export interface RollupSource {
  readonly rollup: Rollup;
  /** Name of the organization that it is within; null for all bodies. */
  readonly name: string | null;
  readonly bodies: Bodies;
  readonly organizations: number;
  readonly filed: FigureTree | null;
  readonly modified: Date;
}

/** Names are listed up to here; the count says how many there are. */
const MOST_NAMES = 200;

function namesOf(bodies: Bodies['missing']): string[] {
  return bodies.slice(0, MOST_NAMES).map(({ name }) => name);
}

function scopeBlocks({ rollup, bodies, organizations }: RollupSource, locale: Locale): Block[] {
  const say = rollupWords[locale];
  const { missing, overlapping } = bodies;
  const forms = rollup.forms.map(({ form, reports }) => ({ form: form.definition.title, reports }));
  const blank = blankCells(rollup).length;
  return [
    chapter('scope', say.scope),
    paragraph(say.counts(rollup.reports, organizations)),
    ...(forms.length > 0 ? [paragraph(say.forms(forms))] : []),
    ...(rollup.leftOut.length > 0 ? [paragraph(say.leftOut(rollup.leftOut.length))] : []),
    paragraph(missing.length > 0 ? say.missing(missing.length, namesOf(missing)) : say.noneMissing),
    ...(overlapping.length > 0 ? [paragraph(say.overlapping(overlapping.length, namesOf(overlapping)))] : []),
    paragraph(blank > 0 ? say.blank(blank) : say.noneBlank),
  ];
}

function blankCells({ cells }: Rollup) {
  return [...cells.values()].filter(({ sum, blanks }) => sum !== null && blanks > 0);
}

/** The form that shows most of what is added up. */
function formToShow({ forms }: Rollup): Form | undefined {
  const { comparable } = comparablePaths(forms.map(({ form }) => form));
  const shown = (form: Form) => [...form.cells.keys()].filter((path) => comparable.has(path)).length;
  return forms.map(({ form }) => form).sort((one, other) => shown(other) - shown(one))[0];
}

function tableBlocks({ rollup }: RollupSource, locale: Locale): Block[] {
  const form = formToShow(rollup);
  if (!form) return [];
  const filling = { figures: rollup.figures, raws: {} };
  const hasSums = (paths: readonly string[]) => paths.some((path) => !rollup.leftOut.includes(path));
  return form.chapters.flatMap((one, index) => {
    const tables = form.tables.filter(
      (table) => table.chapter === one && hasSums(table.cells.flat().map(({ path }) => path)),
    );
    if (tables.length === 0) return [];
    const heading = chapter(one.key, chapterHeading(form, index, locale));
    const chart = one.key === 'applications' ? outcomeBlocks(rollup.cells, locale) : [];
    return [heading, ...tables.map((table) => printableTable(table, form, filling, locale)), ...chart];
  });
}

function yearBlocks({ rollup }: RollupSource, locale: Locale): Block[] {
  if (rollup.years.length < 2) return [];
  const years = rollup.byYear.map(({ year, sums }) => ({ year, ...trendFigures(figuresOf(sums.cells.values())) }));
  return [chapter('by-year', rollupWords[locale].byYear), ...trendBlocks(years, locale)];
}

function differenceTable(differences: readonly FiledCell[], locale: Locale): Block {
  const say = rollupWords[locale];
  return plainTable({
    id: 'table-filed',
    caption: say.differences,
    corner: say.cell,
    unit: '',
    columns: [say.sum, say.stated, say.difference],
    rows: differences.map(({ path, sum, filed, difference }) => ({
      head: cellHead(path, locale),
      key: path,
      cells: [sum, filed, difference],
    })),
  });
}

function filedBlocks({ rollup, filed, bodies }: RollupSource, locale: Locale): Block[] {
  const say = rollupWords[locale];
  const heading = chapter('filed', say.filed);
  if (!filed) return [heading, paragraph(say.notFiled)];
  const differences = compareFiled(rollup, filed).filter(({ difference }) => difference !== '0');
  if (differences.length === 0) return [heading, paragraph(say.agrees)];
  const isIncomplete = bodies.missing.length > 0 || blankCells(rollup).length > 0;
  return [heading, ...(isIncomplete ? [paragraph(say.incomplete)] : []), differenceTable(differences, locale)];
}

function blankBlocks({ rollup }: RollupSource, locale: Locale): Block[] {
  const say = rollupWords[locale];
  const cells = blankCells(rollup);
  if (cells.length === 0) return [];
  const rows = cells.map(({ path, sum, reports, blanks }) => ({
    head: cellHead(path, locale),
    key: path,
    cells: [sum, String(reports), String(blanks)],
  }));
  const columns = [say.sum, say.withFigure, say.withoutFigure];
  const table = plainTable({ id: 'table-blank', caption: say.blanks, corner: say.cell, unit: '', columns, rows });
  return [chapter('blank', say.blanks), table];
}

function printableRollup(source: RollupSource, locale: Locale): PrintableDocument {
  const say = rollupWords[locale];
  const { rollup, modified } = source;
  const name = source.name ?? say.everywhere;
  const parts = [scopeBlocks, tableBlocks, yearBlocks, filedBlocks, blankBlocks];
  return {
    title: say.title(name, spanOf(rollup.years, locale)),
    language: locale,
    metadata: {
      author: name,
      subject: say.subject,
      modified: modified.toISOString(),
      keywords: [...say.keywords, ...rollup.years.map(String), name],
    },
    blocks: parts.flatMap((blocks) => blocks(source, locale)),
  };
}

/** A roll-up as renderers take it. */
export function subjectOfRollup(source: RollupSource): SubjectMaker {
  return ({ locale = 'zh-CN' }) => ({ document: printableRollup(source, locale) });
}
