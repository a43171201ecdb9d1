import type { DocumentOptions } from '#plugin-api/document-options.ts';
import type { PrintableDocument } from '#plugin-api/document.ts';
import { chapter, paragraph } from './blocks.ts';
import { trendBlocks, type TrendYear } from './printable-trend.ts';
import type { SubjectMaker } from './renderer-catalogue.ts';

/** A body's years, oldest first, and when the newest of its reports was changed. */
export interface TrendSource {
  readonly organization: string;
  readonly years: readonly TrendYear[];
  readonly modified: Date;
}

type Locale = DocumentOptions['locale'];

const words = {
  'zh-CN': {
    title: (name: string, span: string) => `${name}${span}政府信息公开工作情况变化`,
    subject: '政府信息公开工作年度报告历年数据',
    keywords: ['政府信息公开', '历年数据'],
    heading: '历年数据',
    none: '没有年度报告。',
    how: '数字取自各年度报告的表格；未填数字的单元格不作为零，图中断开，表中留空。公开率为予以公开与部分公开之和占办理结果总计的比例。',
  },
  en: {
    title: (name: string, span: string) => `${name}: government information disclosure, ${span}`,
    subject: 'Figures of annual reports by year',
    keywords: ['government information disclosure', 'trend'],
    heading: 'Figures by year',
    none: 'There are no reports.',
    how: 'The figures are those of the tables of the annual reports. A cell without a figure is not a zero: lines break there, and the table is empty. The disclosure rate is what was disclosed or partly disclosed, of all outcomes.',
  },
} as const;

/** The first and the last year. */
export function spanOf(years: readonly number[], locale: Locale): string {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined) return '';
  const span = first === last ? String(first) : `${first}${locale === 'en' ? '–' : '—'}${last}`;
  return locale === 'en' ? span : `${span}年`;
}

function printableTrend({ organization, years, modified }: TrendSource, locale: Locale): PrintableDocument {
  const say = words[locale];
  const span = spanOf(
    years.map(({ year }) => year),
    locale,
  );
  const blocks = years.length === 0 ? [paragraph(say.none)] : [paragraph(say.how), ...trendBlocks(years, locale)];
  return {
    title: say.title(organization, span),
    language: locale,
    metadata: {
      author: organization,
      subject: say.subject,
      modified: modified.toISOString(),
      keywords: [...say.keywords, organization],
    },
    blocks: [chapter('trend', say.heading), ...blocks],
  };
}

/** A trend as renderers take it. */
export function subjectOfTrend(source: TrendSource): SubjectMaker {
  return ({ locale = 'zh-CN' }) => ({ document: printableTrend(source, locale) });
}
