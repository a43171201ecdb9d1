import type { Fields, ReportFilter, ReportOrder, ReportOrderField, ReportPart } from '../report-store.ts';
import type { EditionPart } from './editions.ts';
import { scopeOf, scopeWithin, type Branch, type Scope } from './report-scopes.ts';
import { allOf, type Condition } from './condition.ts';
import { selectFields, type FieldSelection } from './field-selection.ts';
import type { Keyset } from './keyset.ts';
import type { Row } from './paginate.ts';
import { ownFields, toReportPart, type ReportDocument } from './report-document.ts';
import { wordConditions, wordsOf } from './search-text.ts';
import { sortableInteger } from './sort-keys.ts';

/** The stored key of each order. */
export const sortKeys = {
  YEAR: 'year',
  ORGANIZATION: 'organization',
  UPDATED_AT: 'updatedAt',
  RECEIVED_TOTAL: 'received',
} as const satisfies Record<ReportOrderField, keyof ReportDocument['keys']>;

/** The stored path and direction of an order. */
export function reportKeyset({ field, direction }: ReportOrder): Keyset {
  return { name: field, path: `keys.${sortKeys[field]}`, direction: direction === 'ASC' ? 1 : -1 };
}

/** What a list is read from: a condition in the query language of both databases, and the index that serves it. */
export interface ReportSelection {
  readonly condition: Condition;
  /** Undefined where nothing is listed. */
  readonly index: string | undefined;
}

/** The name of the index of a scope in an order. */
export function listIndex(scope: string, key: string): string {
  return `${scope}_by_${key}`;
}

/** The reports of a part of what somebody sees that meet a filter, in an order. */
export function selectReports(
  filter: ReportFilter,
  { inside, outside, within }: Omit<EditionPart, 'edition'>,
  order?: ReportOrder,
): ReportSelection {
  const branch = inside && scopeWithin(inside);
  const scope = branch && isNarrower(filter, inside, order) ? branch : scopeOf(filter);
  const rest = [
    ...(branch && branch !== scope ? [branch.condition] : []),
    ...reachOf(filter, within?.depth),
    ...restOf(filter, scope.condition),
    outside,
  ];
  return {
    condition: allOf([scope.condition, ...rest, reportSpan(filter, order)]),
    index: order && indexFor(scope, order),
  };
}

/** What an organization's branch leaves out. */
function reachOf({ within, reach = 'branch' }: ReportFilter, depth: number | undefined): Condition[] {
  if (within === undefined || reach === 'branch') return [];
  if (reach === 'below') return [{ 'organization.id': { $ne: within } }];
  // Nothing lies below an organization that nobody knows.
  return [{ 'organization.lineage': { $size: depth === undefined ? 0 : depth + 2 } }];
}

/** Whether an organization narrows a list down more than the rest of the filter; a year does more than a country. */
function isNarrower({ organization, year }: ReportFilter, { depth }: Branch, order?: ReportOrder): boolean {
  if (organization !== undefined) return false;
  return year === undefined || depth !== 0 || order?.field === 'YEAR';
}

function indexFor({ scope, index }: Scope, { field }: ReportOrder): string | undefined {
  if (scope === undefined) return index;
  // The reports of a year stand together in the list of all by year.
  return listIndex(scope === 'year' && field === 'YEAR' ? 'all' : scope, sortKeys[field]);
}

/** What the scope leaves to the documents themselves. */
function restOf({ year, form, passed, status, years, search }: ReportFilter, scope: Condition) {
  const rest: Condition[] = [
    ...equal('year', year),
    ...equal('form', form),
    ...equal('checks.passed', passed),
    ...(status ? [{ status: { $in: status } }] : []),
  ];
  const open = rest.filter((one) => !Object.keys(one).every((path) => Object.hasOwn(scope, path)));
  return [...open, ...yearRange(years), ...wordConditions('keys.text', wordsOf(search, 'filter.search'))];
}

function equal(path: string, value: string | number | boolean | undefined): Condition[] {
  return value === undefined ? [] : [{ [path]: value }];
}

function yearRange(years: ReportFilter['years']): Condition[] {
  const from = years?.from === undefined ? {} : { $gte: years.from };
  const to = years?.to === undefined ? {} : { $lte: years.to };
  const range = { ...from, ...to };
  return Object.keys(range).length === 0 ? [] : [{ year: range }];
}

/** The part of a list by year that some years are; what lies outside need not be walked through. */
function reportSpan({ year, years }: ReportFilter, order: ReportOrder | undefined): Condition {
  if (order?.field !== 'YEAR') return {};
  const first = Math.max(...[year, years?.from].filter((bound) => bound !== undefined));
  const last = Math.min(...[year, years?.to].filter((bound) => bound !== undefined));
  const from = Number.isFinite(first) ? { $gte: sortableInteger(first) } : {};
  const to = Number.isFinite(last) ? { $lt: sortableInteger(last + 1) } : {};
  const range = { ...from, ...to };
  return Object.keys(range).length === 0 ? {} : { 'keys.year': range };
}

/** Reads parts of reports as rows of a list. */
export interface RowSelection {
  /** What must be read: the asked fields and the one that the list is sorted by. */
  readonly paths: readonly string[] | undefined;
  readonly toRow: (document: ReportDocument) => Row<ReportPart>;
}

/** Selects the asked fields for a list in that order. */
export function selectRows(order: ReportOrder, fields: Fields): RowSelection {
  const asked = selectReportFields(fields);
  const { path } = reportKeyset(order);
  return {
    paths: asked.paths && [...asked.paths, path],
    toRow: (document) => ({
      key: document.keys[sortKeys[order.field]],
      item: toReportPart(asked.pick({ ...document })),
    }),
  };
}

/** Selects the asked fields, and always the id. The adapters' own keys cannot be asked for. */
export function selectReportFields(fields: Fields): FieldSelection {
  if (fields === 'all') return selectFields('all');
  return selectFields([...fields.filter((field) => field !== 'id' && !isOwn(field)), '_id']);
}

function isOwn(field: string): boolean {
  return ownFields.has(field.split('.', 1)[0] ?? '');
}
