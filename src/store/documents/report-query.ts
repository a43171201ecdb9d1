import type { Fields, ReportFilter, ReportOrder, ReportOrderField, ReportPart } from '../report-store.ts';
import { allOf, type Condition } from './condition.ts';
import { selectFields, type FieldSelection } from './field-selection.ts';
import type { Keyset } from './keyset.ts';
import type { Row } from './paginate.ts';
import { toReportPart, type ReportDocument } from './report-document.ts';
import { wordConditions } from './search-text.ts';

const sortKeys = {
  YEAR: 'year',
  ORGANIZATION: 'organization',
  UPDATED_AT: 'updatedAt',
  RECEIVED_TOTAL: 'received',
} as const satisfies Record<ReportOrderField, keyof ReportDocument['keys']>;

/** The stored path and direction of an order. */
export function reportKeyset({ field, direction }: ReportOrder): Keyset {
  return { name: field, path: `keys.${sortKeys[field]}`, direction: direction === 'ASC' ? 1 : -1 };
}

/** The reports that meet a filter, in the query language of both databases. */
export function reportCondition(filter: ReportFilter): Condition {
  return allOf([
    ...equal('organization.id', filter.organization),
    // An array's elements are compared one by one.
    ...equal('organization.lineage', filter.within),
    ...equal('form', filter.form),
    ...equal('checks.passed', filter.passed),
    ...(filter.status ? [{ status: { $in: filter.status } }] : []),
    ...yearConditions(filter),
    ...wordConditions('keys.text', filter.search),
  ]);
}

function equal(path: string, value: string | boolean | undefined): Condition[] {
  return value === undefined ? [] : [{ [path]: value }];
}

function yearConditions({ year, years }: ReportFilter): Condition[] {
  const from = years?.from === undefined ? {} : { $gte: years.from };
  const to = years?.to === undefined ? {} : { $lte: years.to };
  const range = { ...from, ...to };
  return [...(year === undefined ? [] : [{ year }]), ...(Object.keys(range).length === 0 ? [] : [{ year: range }])];
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
  return field === 'keys' || field.startsWith('keys.');
}
