import { Big } from 'big.js';
import { readPath, type FigureTree } from '#reports/figures.ts';
import type { Fields, ReportOrder, ReportPart, ReportReader } from '#store/report-store.ts';

const received = 'applications.received.total';
const carriedOver = 'applications.carriedOver.total';
const outcomesTotal = 'applications.outcomes.total.total';
const carriedForward = 'applications.carriedForward.total';
const disclosed = ['applications.outcomes.disclosed.total', 'applications.outcomes.partlyDisclosed.total'];
const disputes = ['disputes.review.total', 'disputes.directLitigation.total', 'disputes.litigationAfterReview.total'];

/** The cells that a trend is made of; the same on every form. */
const trendPaths: readonly string[] = [received, carriedOver, outcomesTotal, carriedForward, ...disclosed, ...disputes];

/** The figures of one year. Null where a cell that is needed has no figure. */
export interface TrendFigures {
  readonly received: number | null;
  readonly carriedOver: number | null;
  readonly outcomesTotal: number | null;
  readonly carriedForward: number | null;
  /** 予以公开 and 部分公开 together, of all outcomes; 0 to 1, null of no outcomes. */
  readonly disclosureRate: number | null;
  /** Reconsiderations and both kinds of litigation together. */
  readonly disputes: number | null;
}

/** A year of a trend and the report that it is of. */
export interface TrendPoint extends TrendFigures {
  readonly year: number;
  readonly report: ReportPart;
}

/** The figures of a trend in a report, or in sums of reports. */
export function trendFigures(figures: FigureTree): TrendFigures {
  const at = (path: string) => numberAt(figures, path);
  const outcomes = at(outcomesTotal);
  return {
    received: at(received),
    carriedOver: at(carriedOver),
    outcomesTotal: outcomes,
    carriedForward: at(carriedForward),
    disclosureRate: shareOf(sumAt(figures, disclosed), outcomes),
    disputes: sumAt(figures, disputes),
  };
}

function numberAt(figures: FigureTree, path: string): number | null {
  const figure = readPath(figures, path) ?? null;
  return figure === null ? null : Number(figure);
}

function sumAt(figures: FigureTree, paths: readonly string[]): number | null {
  const parts = paths.map((path) => numberAt(figures, path));
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : new Big(part).div(whole).toNumber();
}

const byYear: ReportOrder = { field: 'YEAR', direction: 'ASC' };

/** A body has one report a year, and reports on the forms of today since 2019. */
const MOST_YEARS = 100;

/** An organization's reports of those years, oldest first, in one query; with these fields of each report besides. */
export async function trendOf(
  reports: Pick<ReportReader, 'list'>,
  {
    organization,
    from,
    to,
  }: { readonly organization: string; readonly from?: number | undefined; readonly to?: number | undefined },
  fields: Fields,
): Promise<TrendPoint[]> {
  const own = trendPaths.map((path) => `figures.${path}`);
  const asked: Fields = fields === 'all' ? 'all' : [...new Set([...fields, ...own, 'year'])];
  const slice = { limit: MOST_YEARS, backward: false };
  const page = await reports.list({ organization, years: { from, to } }, byYear, slice, asked);
  return page.items.map(({ item: report }) => {
    const figures = trendFigures((report.figures ?? {}) as FigureTree);
    return { ...figures, year: report.year ?? 0, report };
  });
}
