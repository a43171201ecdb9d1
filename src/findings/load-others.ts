import { formOf } from '#forms/index.ts';
import { bodyKindOf } from '#reports/checks/body-kind.ts';
import type { ChildSums, Others } from '#reports/checks/subject.ts';
import type { Report } from '#reports/report.ts';
import type { ReportReader } from '#store/report-store.ts';
import type { Store } from '#store/store.ts';

/** Of which report the others are wanted. */
export type Compared = Pick<Report, 'organization' | 'year' | 'form'>;

/** The reports as somebody sees them: what one may not see is not compared with. */
interface Stores extends Pick<Store, 'organizations'> {
  readonly reports: ReportReader;
}

/** What rules look at in the report of the year before. */
const previousFields = [
  'title',
  'year',
  'form',
  'organization',
  'origin',
  'decisions',
  'figures',
  'raws',
  'narratives.overview',
  'narratives.problems',
] as const;

async function loadPrevious({ reports }: Stores, { organization, year }: Compared): Promise<Others['previous']> {
  const found = await reports.findByYear(organization.id, year - 1, previousFields);
  return found && ({ raws: {}, figures: {}, narratives: {}, ...found } as Report);
}

/** The database adds the reports up: none of them is read. */
async function loadChildSums(stores: Stores, compared: Compared): Promise<ChildSums | null> {
  const { organization, year } = compared;
  if (!bodyKindOf(organization.name).isAggregate) return null;
  const [children = []] = await stores.organizations.childrenOf([organization.id]);
  if (children.length === 0) return null;
  const filter = { within: organization.id, reach: 'children', year } as const;
  const { reports } = stores;
  const [found, filers] = await Promise.all([
    reports.sum(filter, [...formOf(compared).cells.values()]),
    reports.filers(filter),
  ]);
  const filed = new Set(filers.map((filer) => filer.organization));
  const same = found.find(({ form }) => form === compared.form);
  return {
    reports: same?.reports ?? 0,
    onOtherForms: found.filter((other) => other !== same).reduce((sum, one) => sum + one.reports, 0),
    sums: same?.sums ?? new Map<string, never>(),
    missing: children.filter(({ id }) => !filed.has(id)).map(({ name }) => name),
  };
}

/** The reports that a report is compared with, as they are stored at this moment. */
export async function loadOthers(stores: Stores, compared: Compared): Promise<Others> {
  const [previous, children] = await Promise.all([loadPrevious(stores, compared), loadChildSums(stores, compared)]);
  return { previous, children };
}
