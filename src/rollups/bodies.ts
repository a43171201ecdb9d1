import type { Organization, OrganizationStore } from '#store/organization-store.ts';
import type { Filer, ReportFilter, ReportReader } from '#store/report-store.ts';

/** What a roll-up reads of reports. */
export type RollupReports = Pick<ReportReader, 'sum' | 'filers' | 'findByYear' | 'list'>;

/** Where bodies and their reports are. */
export interface BodyStores {
  readonly reports: RollupReports;
  readonly organizations: Pick<OrganizationStore, 'below' | 'findMany'>;
}

/** The bodies of a roll-up, each list sorted by name. */
export interface Bodies {
  /** Without a published report for a year that is asked for; for none at all where no year is. */
  readonly missing: readonly Organization[];
  /** Whose reports are added up together with reports of bodies below them: what those tell twice is counted twice. */
  readonly overlapping: readonly Organization[];
}

/** Compares who should be in a roll-up with who is. */
export async function bodiesOf({ reports, organizations }: BodyStores, filter: ReportFilter): Promise<Bodies> {
  const { within, reach, organization, year, years } = filter;
  const [expected, filers] = await Promise.all([
    expectedBodies(organizations, filter),
    reports.filers({ within, reach, organization, year, years, status: filter.status }),
  ]);
  const yearsOf = new Map(filers.map((filer) => [filer.organization, new Set(filer.years)]));
  const asked = askedYears(filter, filers);
  const isMissing = ({ id }: Organization) => (yearsOf.get(id)?.size ?? 0) < asked;
  return { missing: expected.filter(isMissing), overlapping: overlapsAmong(expected, yearsOf) };
}

async function expectedBodies(
  organizations: BodyStores['organizations'],
  { organization, within, reach }: ReportFilter,
): Promise<readonly Organization[]> {
  if (organization !== undefined) {
    const found = await organizations.findMany([organization]);
    return found.filter((one) => one !== null);
  }
  const below = await organizations.below(within ?? null);
  return reach === 'children' ? below.filter(({ parent }) => parent === within) : below;
}

/** How many years each body should have a report of; an open end is where the reports begin or end. */
function askedYears({ year, years }: ReportFilter, filers: readonly Filer[]): number {
  if (year !== undefined || (years?.from === undefined && years?.to === undefined)) return 1;
  const there = filers.flatMap((filer) => filer.years);
  const first = years.from ?? Math.min(...there, years.to ?? Infinity);
  const last = years.to ?? Math.max(...there, years.from ?? -Infinity);
  return Math.max(0, last - first + 1);
}

function overlapsAmong(
  expected: readonly Organization[],
  yearsOf: ReadonlyMap<string, ReadonlySet<number>>,
): readonly Organization[] {
  const above = new Set<string>();
  for (const { id, lineage } of expected) {
    const own = yearsOf.get(id) ?? new Set();
    for (const ancestor of lineage.slice(0, -1)) {
      if ([...(yearsOf.get(ancestor) ?? [])].some((year) => own.has(year))) above.add(ancestor);
    }
  }
  return expected.filter(({ id }) => above.has(id));
}
