import type { DocumentOptions } from '#plugin-api/document-options.ts';
import type { Block, PrintableDocument } from '#plugin-api/document.ts';
import { isChanged, type ComparedCell, type ComparedNarrative, type Comparison } from '#rollups/comparison.ts';
import type { ParagraphDifference } from '#rollups/text-difference.ts';
import type { Report } from '#reports/report.ts';
import { chapter, paragraph, plainTable } from './blocks.ts';
import { cellHead } from './cell-heads.ts';
import type { SubjectMaker } from './renderer-catalogue.ts';

type Locale = DocumentOptions['locale'];

const words = {
  'zh-CN': {
    title: (base: string, other: string) => `${base}与${other}的比较`,
    subject: '政府信息公开工作年度报告比较',
    figures: '数字的变化',
    changed: (changed: number, all: number) => `可比较的单元格 ${all} 个，其中 ${changed} 个不同。`,
    leftOut: (count: number) => `两份报告所用格式不同，${count} 个单元格只见于其中一种格式，不予比较。`,
    cell: '单元格',
    difference: '差额',
    ratio: '比值',
    same: '文字相同。',
    how: '文字的变化以〔删：……〕和〔增：……〕标出。',
    removed: (text: string) => `〔删：${text}〕`,
    added: (text: string) => `〔增：${text}〕`,
    unchanged: (count: number) => `（${count} 个段落相同，从略）`,
    heading: (number: string, title: string) => `${number}、${title}`,
  },
  en: {
    title: (base: string, other: string) => `${base} compared with ${other}`,
    subject: 'Comparison of annual reports on government information disclosure',
    figures: 'Figures',
    changed: (changed: number, all: number) => `${changed} of ${all} comparable cells differ.`,
    leftOut: (count: number) =>
      `The reports are on different forms: ${count} cells are on one of them only and are not compared.`,
    cell: 'Cell',
    difference: 'Difference',
    ratio: 'Ratio',
    same: 'The text is the same.',
    how: 'Changes of the text are marked [removed: …] and [added: …].',
    removed: (text: string) => `[removed: ${text}]`,
    added: (text: string) => `[added: ${text}]`,
    unchanged: (count: number) => `(${count} paragraphs are the same and left out)`,
    heading: (number: string, title: string) => `${number}、${title}`,
  },
} as const;

function nameOf({ organization, year }: Report): string {
  return `${organization.name}${year}年年报`;
}

function cellsBlocks({ base, other, cells, leftOut }: Comparison<Report>, locale: Locale): Block[] {
  const say = words[locale];
  const changed = cells.filter(isChanged);
  const row = ({ path, base: one, other: two, difference, ratio }: ComparedCell) => ({
    head: cellHead(path, locale),
    key: path,
    cells: [one, two, difference, ratio === null ? null : ratio.toFixed(2)],
  });
  const table = plainTable({
    id: 'table-compared',
    caption: say.figures,
    corner: say.cell,
    unit: '',
    columns: [nameOf(base), nameOf(other), say.difference, say.ratio],
    rows: changed.map(row),
  });
  return [
    chapter('figures', say.figures),
    paragraph(say.changed(changed.length, cells.length)),
    ...(leftOut.length > 0 ? [paragraph(say.leftOut(leftOut.length))] : []),
    ...(changed.length > 0 ? [table] : []),
  ];
}

function textOf({ pieces }: ParagraphDifference, locale: Locale): string {
  const { removed, added } = words[locale];
  const write = { SAME: (text: string) => text, REMOVED: removed, ADDED: added };
  return pieces.map(({ kind, text }) => write[kind](text)).join('');
}

function narrativeBlocks(
  { chapter: { key, number, title }, changed, paragraphs }: ComparedNarrative,
  locale: Locale,
): Block[] {
  const say = words[locale];
  const heading = chapter(`text-${key}`, say.heading(number, title));
  if (!changed) return [heading, paragraph(say.same)];
  const same = paragraphs.filter(({ kind }) => kind === 'SAME').length;
  const shown = paragraphs.filter(({ kind }) => kind !== 'SAME').map((one) => paragraph(textOf(one, locale)));
  return [heading, ...shown, ...(same > 0 ? [paragraph(say.unchanged(same), 'note')] : [])];
}

function printableComparison(comparison: Comparison<Report>, locale: Locale): PrintableDocument {
  const say = words[locale];
  const { base, other, narratives } = comparison;
  const modified = new Date(Math.max(base.updatedAt.getTime(), other.updatedAt.getTime()));
  const hasChanges = narratives.some(({ changed }) => changed);
  return {
    title: say.title(nameOf(base), nameOf(other)),
    language: locale,
    metadata: {
      author: [...new Set([base.organization.name, other.organization.name])].join('、'),
      subject: say.subject,
      modified: modified.toISOString(),
      keywords: [...new Set([base.organization.name, other.organization.name]), String(base.year), String(other.year)],
    },
    blocks: [
      ...cellsBlocks(comparison, locale),
      ...(hasChanges ? [paragraph(say.how, 'note')] : []),
      ...narratives.flatMap((narrative) => narrativeBlocks(narrative, locale)),
    ],
  };
}

/** A comparison as renderers take it. */
export function subjectOfComparison(comparison: Comparison<Report>): SubjectMaker {
  return ({ locale = 'zh-CN' }) => ({ document: printableComparison(comparison, locale) });
}
