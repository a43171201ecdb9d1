import { NianbaoError } from '#errors/nianbao-error.ts';
import { chineseDay, type CalendarDay } from '#reports/chinese-day.ts';
import type { DueDates } from '#reports/checks/subject.ts';
import { dueDay } from '#reports/due-dates.ts';
import type { Organization } from '#store/organization-store.ts';
import type { ReportPart, ReportReader } from '#store/report-store.ts';
import type { Store } from '#store/store.ts';
import { dueDatesFor } from './due-dates.ts';
import { refuseAny } from './refusals.ts';
import { standingOf, type Standing } from './standing.ts';

/** What a body owes for a year, and whether it has filed it. */
export interface Obligation extends Standing {
  readonly organization: Organization;
  readonly year: number;
  readonly dueDate: CalendarDay;
  /** Id of its report, as whoever asks sees it; null when there is none to be seen. */
  readonly report: string | null;
}

/** Whose eyes the obligations are seen with, when, and by which dates where nothing else was settled. */
export interface Viewing {
  readonly reports: ReportReader;
  /** Whether the working edition of the reports of an organization is seen. */
  readonly seesWorking: (lineage: readonly string[]) => boolean;
  readonly now: Date;
  readonly dueDates: DueDates;
}

type Stores = Pick<Store, 'organizations' | 'organizationSettings' | 'reports'>;

/** The first year of the regulations' annual reports, and how far ahead one may look. */
const years = { from: 2008, ahead: 1 };

/**
 * What each body owes for a year: the organization of `within` first, then those below it by name; every body without
 * it. A handful of queries, however many bodies there are. NOT_FOUND for an unknown organization, INPUT_INVALID for a
 * year that has no reports.
 */
export async function obligationsOf(
  stores: Stores,
  { year, within }: { readonly year: number; readonly within: string | undefined },
  { reports, seesWorking, now, dueDates }: Viewing,
): Promise<Obligation[]> {
  const to = now.getFullYear() + years.ahead;
  const isOdd = year < years.from || year > to;
  refuseAny(isOdd ? [{ path: 'year', reason: 'YEAR_ODD', parameters: { from: years.from, to } }] : []);
  const filter = { within, year };
  const [bodies, seen, published] = await Promise.all([
    bodiesWithin(stores, within),
    byOrganization(reports, filter),
    byOrganization(stores.reports.seenBy('published'), filter),
  ]);
  const lineages = bodies.map(({ lineage }) => lineage);
  const dates = await dueDatesFor(stores, lineages, dueDates);
  return bodies.map((organization, index) => {
    const { id, name, lineage } = organization;
    const dueDate = dueDay(name, year, dates[index] ?? dueDates);
    const report = seen.get(id)?.id ?? null;
    const known = { published: published.get(id), seesWorking: seesWorking(lineage), isBegun: report !== null };
    return { organization, year, dueDate, report, ...standingOf(known, dueDate, chineseDay(now)) };
  });
}

async function bodiesWithin({ organizations }: Stores, within: string | undefined): Promise<Organization[]> {
  if (within === undefined) return [...(await organizations.below(null))];
  const [top, below] = await Promise.all([organizations.find(within), organizations.below(within)]);
  if (!top) throw new NianbaoError('NOT_FOUND', { id: within });
  return [top, ...below];
}

const readAtOnce = 5000;

async function byOrganization(
  reports: ReportReader,
  filter: { readonly within: string | undefined; readonly year: number },
): Promise<ReadonlyMap<string, ReportPart>> {
  const found = new Map<string, ReportPart>();
  let after: string | undefined;
  do {
    const slice = { limit: readAtOnce, backward: false, after };
    const page = await reports.list(filter, { field: 'ORGANIZATION', direction: 'ASC' }, slice, read);
    for (const { item } of page.items) found.set(item.organization?.id ?? '', item);
    after = page.hasNext ? page.items.at(-1)?.cursor : undefined;
  } while (after !== undefined);
  return found;
}

const read = ['organization.id', 'status', 'publishedAt', 'origin'];
