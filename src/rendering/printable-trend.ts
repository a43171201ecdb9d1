import type { DocumentOptions } from '#plugin-api/document-options.ts';
import type { Block, FigureBlock, TableBlock } from '#plugin-api/document.ts';
import type { TrendFigures } from '#rollups/trend.ts';
import { plainTable } from './blocks.ts';
import { lineChart } from './charts/line-chart.ts';

type Locale = DocumentOptions['locale'];

/** The figures of one year. */
export interface TrendYear extends TrendFigures {
  readonly year: number;
}

type Count = Exclude<keyof TrendFigures, 'disclosureRate'>;

/** The series of a trend, as they are called. */
const series: readonly { readonly key: Count; readonly 'zh-CN': string; readonly en: string }[] = [
  { key: 'received', 'zh-CN': '本年新收', en: 'Received' },
  { key: 'carriedOver', 'zh-CN': '上年结转', en: 'Carried over' },
  { key: 'outcomesTotal', 'zh-CN': '办理结果总计', en: 'Outcomes' },
  { key: 'carriedForward', 'zh-CN': '结转下年度', en: 'Carried forward' },
  { key: 'disputes', 'zh-CN': '复议和诉讼', en: 'Disputes' },
];

/** Lines that are drawn; the table has the others too. */
const drawn: readonly Count[] = ['received', 'outcomesTotal', 'carriedForward', 'disputes'];

const words = {
  'zh-CN': {
    applications: '申请与办理数量的变化',
    rate: '公开率的变化',
    rateLine: '予以公开与部分公开占办理结果总计的比例',
    year: '年度',
    pieces: '件',
    none: '没有数字',
    yearOf: (year: number) => `${year}年`,
    said: (label: string, parts: readonly string[]) => `${label}：${parts.join('，')}。`,
    at: (year: number, value: string) => `${year}年${value}`,
  },
  en: {
    applications: 'Applications and outcomes by year',
    rate: 'Disclosure rate by year',
    rateLine: 'Disclosed and partly disclosed, of all outcomes',
    year: 'Year',
    pieces: 'pieces',
    none: 'no figure',
    yearOf: String,
    said: (label: string, parts: readonly string[]) => `${label}: ${parts.join(', ')}. `,
    at: (year: number, value: string) => `${year}: ${value}`,
  },
} as const;

/** A share as a percentage with one decimal; null stays null. */
function percent(share: number | null): string | null {
  return share === null ? null : (share * 100).toFixed(1);
}

function textOf(value: number | null): string | null {
  return value === null ? null : String(value);
}

function countsTable(id: string, years: readonly TrendYear[], locale: Locale): TableBlock {
  const say = words[locale];
  return plainTable({
    id: `table-${id}`,
    caption: say.applications,
    corner: say.year,
    unit: say.pieces,
    columns: series.map((one) => one[locale]),
    rows: years.map((one) => ({
      head: say.yearOf(one.year),
      key: String(one.year),
      cells: series.map(({ key }) => textOf(one[key])),
    })),
  });
}

function rateTable(id: string, years: readonly TrendYear[], locale: Locale): TableBlock {
  const say = words[locale];
  const rows = years.map((one) => ({
    head: say.yearOf(one.year),
    key: String(one.year),
    cells: [percent(one.disclosureRate)],
  }));
  return plainTable({
    id: `table-${id}`,
    caption: say.rate,
    corner: say.year,
    unit: '%',
    columns: [say.rateLine],
    rows,
  });
}

interface Line {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

/** A line chart, which says in words what it shows and names the table that has its figures. */
function chart(
  { id, caption, unit, lines }: { id: string; caption: string; unit: string; lines: readonly Line[] },
  years: readonly TrendYear[],
  locale: Locale,
): FigureBlock {
  const say = words[locale];
  const value = (one: number | null | undefined) =>
    one === null || one === undefined ? say.none : `${one}${unit === '%' ? '%' : ''}`;
  const alternative = lines
    .map(({ label, values }) =>
      say.said(
        label,
        years.map(({ year }, index) => say.at(year, value(values[index]))),
      ),
    )
    .join('');
  const positions = years.map(({ year }) => String(year));
  const svg = lineChart({
    id: `chart-${id}`,
    title: caption,
    description: alternative,
    positions,
    series: lines,
    unit,
  });
  return { type: 'figure', svg, alternative, caption, table: `table-${id}` };
}

/** Years as charts, each with the table of its figures. */
export function trendBlocks(years: readonly TrendYear[], locale: Locale): Block[] {
  const say = words[locale];
  const counts = drawn.map((key) => ({
    label: series.find((one) => one.key === key)?.[locale] ?? key,
    values: years.map((one) => one[key]),
  }));
  const shares = years.map(({ disclosureRate }) => (disclosureRate === null ? null : Number(percent(disclosureRate))));
  const rate = [{ label: say.rate, values: shares }];
  return [
    chart({ id: 'counts', caption: say.applications, unit: say.pieces, lines: counts }, years, locale),
    countsTable('counts', years, locale),
    chart({ id: 'rate', caption: say.rate, unit: '%', lines: rate }, years, locale),
    rateTable('rate', years, locale),
  ];
}
