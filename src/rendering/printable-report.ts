import type { Form } from '#forms/form.ts';
import { formOf } from '#forms/index.ts';
import type { DocumentOptions } from '#plugin-api/document-options.ts';
import type { Block, DocumentMetadata, PrintableDocument } from '#plugin-api/document.ts';
import { checkReport } from '#reports/checks/check-report.ts';
import { narrativeBlocks } from '#reports/narrative.ts';
import type { Report } from '#reports/report.ts';
import { findingsOf } from './findings.ts';
import { chapterHeading, type DocumentLocale } from './form-words.ts';
import { printableTable } from './printable-table.ts';

/** What is printed of a report; also a draft that was never stored can be, which is checked when it has to be. */
export type PrintableSource = Pick<
  Report,
  'title' | 'year' | 'form' | 'narratives' | 'figures' | 'raws' | 'updatedAt'
> &
  Partial<Pick<Report, 'checks'>> & { readonly organization: { readonly name: string } };

/** The language that reports are written in. */
const OWN_LANGUAGE = 'zh-CN';

/** Says of what the report wrote in which language that is, where the document has another one. */
function asWritten(locale: DocumentLocale): { readonly language?: string } {
  return locale === OWN_LANGUAGE ? {} : { language: OWN_LANGUAGE };
}

function textBlocks(key: string, text: string, locale: DocumentLocale): Block[] {
  return narrativeBlocks(text).map(({ level, text: own, runIn }, index): Block => {
    const written = asWritten(locale);
    if (level === 0) return { type: 'paragraph', text: own, role: 'body', ...written };
    return { type: 'heading', level: level === 1 ? 3 : 4, text: own, id: `${key}-${index + 1}`, runIn, ...written };
  });
}

function chapterBlocks(form: Form, index: number, report: PrintableSource, locale: DocumentLocale): Block[] {
  const chapter = form.chapters[index]!;
  const { key } = chapter;
  const tables = form.tables.filter((table) => table.chapter === chapter);
  return [
    { type: 'heading', level: 2, text: chapterHeading(form, index, locale), id: key, runIn: false },
    ...textBlocks(key, report.narratives[key] ?? '', locale),
    ...tables.map((table) => printableTable(table, form, report, locale)),
  ];
}

const subjects: Readonly<Record<DocumentLocale, { subject: (year: number) => string; keywords: readonly string[] }>> = {
  'zh-CN': { subject: (year) => `${year}年政府信息公开工作年度报告`, keywords: ['政府信息公开', '年度报告'] },
  en: {
    subject: (year) => `Annual report on government information disclosure, ${year}`,
    keywords: ['government information disclosure', 'annual report'],
  },
};

function metadataOf({ organization, year, updatedAt }: PrintableSource, locale: DocumentLocale): DocumentMetadata {
  const { subject, keywords } = subjects[locale];
  return {
    author: organization.name,
    subject: subject(year),
    modified: updatedAt.toISOString(),
    keywords: [...keywords, String(year), organization.name],
    ...asWritten(locale),
  };
}

/** A report as a document that renderers print: the form's chapters, with the text and the figures that stand in them. */
export function printableReport(
  report: PrintableSource,
  { locale = OWN_LANGUAGE, checks = false }: Partial<DocumentOptions> = {},
): PrintableDocument {
  const form = formOf(report);
  const { violations } = checks ? (report.checks ?? checkReport(form, report)) : { violations: [] };
  return {
    title: report.title,
    language: locale,
    metadata: metadataOf(report, locale),
    blocks: [
      ...textBlocks('introduction', report.narratives['introduction'] ?? '', locale),
      ...form.chapters.flatMap((_, index) => chapterBlocks(form, index, report, locale)),
    ],
    ...(checks ? { findings: findingsOf(violations, form, locale) } : {}),
  };
}
