import type { Report } from '#reports/report.ts';
import type { Fields, ReportFilter, ReportPart } from '#store/report-store.ts';
import { bodiesOf, type Bodies, type BodyStores, type RollupReports } from './bodies.ts';
import { figuresFor, figuresOf, joinSums, type Sums } from './sums.ts';

/** Which bodies a roll-up of `within` adds up: all below it, or those directly below, whose reports may cover the others. */
export type RollupReach = 'below' | 'children';

/** Published reports added up, and what there is to say of them. What is not asked for is not read. */
export interface Rollup extends Sums {
  readonly filter: ReportFilter;
  readonly figures: Report['figures'];
  /** Sums of each year that there are reports of, in the same cells. */
  readonly byYear: readonly { readonly year: number; readonly sums: Sums }[];
  readonly organizations: () => Promise<number>;
  readonly bodies: () => Promise<Bodies>;
  /** When the last of the reports was changed. */
  readonly modified: () => Promise<Date>;
  /** The report that the organization of `within` filed itself, where one year is asked for. */
  readonly filed: (fields: Fields) => Promise<ReportPart | null>;
}

/** Adds up the cells of these paths over the published reports of a filter, in one aggregation. */
export async function rollUp(
  stores: BodyStores,
  filter: ReportFilter & { readonly reach: RollupReach },
  paths: readonly string[],
): Promise<Rollup> {
  const published = publishedOf(filter);
  const rows = await stores.reports.sum(published, figuresFor(paths));
  const sums = joinSums(rows, paths);
  const bodies = remember(() => bodiesOf(stores, published));
  return {
    ...sums,
    filter: published,
    figures: figuresOf(sums.cells.values()),
    byYear: sums.years.map((year) => {
      const own = rows.filter((row) => row.year === year);
      return { year, sums: joinSums(own, paths) };
    }),
    // One body has one report a year.
    organizations: async () => (sums.years.length < 2 ? sums.reports : (await stores.reports.filers(published)).length),
    bodies,
    modified: () => modifiedOf(stores.reports, published),
    filed: (fields) => filedOf(stores.reports, published, fields),
  };
}

function publishedOf(filter: ReportFilter): ReportFilter {
  const status = (filter.status ?? ['PUBLISHED']).filter((one) => one === 'PUBLISHED');
  return { ...filter, status };
}

function remember<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => (value ??= read());
}

async function modifiedOf(reports: RollupReports, filter: ReportFilter): Promise<Date> {
  const newest = { field: 'UPDATED_AT', direction: 'DESC' } as const;
  const { items } = await reports.list(filter, newest, { limit: 1, backward: false }, ['updatedAt']);
  return items[0]?.item.updatedAt ?? new Date(0);
}

function yearOf({ year, years }: ReportFilter): number | undefined {
  return year ?? (years?.from === years?.to ? years?.from : undefined);
}

async function filedOf(reports: RollupReports, filter: ReportFilter, fields: Fields): Promise<ReportPart | null> {
  const year = yearOf(filter);
  if (filter.within === undefined || year === undefined) return null;
  const asked: Fields = fields === 'all' ? 'all' : [...fields, 'status'];
  const found = await reports.findByYear(filter.within, year, asked);
  return found?.status === 'PUBLISHED' ? found : null;
}
