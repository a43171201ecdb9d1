import type { Report } from '#reports/report.ts';
import type { ReportFilter } from '../report-store.ts';
import type { Condition } from './condition.ts';

/**
 * The ids of a lineage by their depth, as fields of their own: an index of an array's elements and a sort key does not
 * serve a page from the middle of a list on every server, one of plain fields does.
 */
export type Places = Readonly<Partial<Record<Place, string>>>;

/** Country or province, province or city, … Below are so few reports that they can be sorted. */
const places = ['p0', 'p1', 'p2', 'p3'] as const;
type Place = (typeof places)[number];

/** The places of a report. */
export function placesOf({ lineage }: Report['organization']): Places {
  return Object.fromEntries(
    places.flatMap((place, depth) => (lineage[depth] === undefined ? [] : [[place, lineage[depth]]])),
  );
}

/** A part of all reports that an index for each order begins with; `path` is null for all of them. */
export const listScopes = [
  { name: 'all', path: null },
  { name: 'year', path: 'year' },
  { name: 'status', path: 'status' },
  { name: 'form', path: 'form' },
  { name: 'passed', path: 'checks.passed' },
  ...places.map((place) => ({ name: place, path: `places.${place}` })),
] as const;

/** The indexes from which few are read, to be sorted then. */
export const fewIndexes = { organization: 'one_report_a_year', branch: 'branch' } as const;

/** A condition, and the scope or the index of which it makes a range. */
export interface Scope {
  readonly condition: Condition;
  readonly scope?: (typeof listScopes)[number]['name'];
  readonly index?: (typeof fewIndexes)[keyof typeof fewIndexes];
}

/** An organization and all that lies below it; `depth` is undefined when nobody knows that organization. */
export interface Branch {
  readonly id: string;
  readonly depth: number | undefined;
}

/** Where the reports within an organization are found. */
export function scopeWithin({ id, depth }: Branch): Scope {
  const place = depth === undefined ? undefined : places[depth];
  if (place === undefined) return { index: fewIndexes.branch, condition: { 'organization.lineage': id } };
  return { scope: place, condition: { [`places.${place}`]: id } };
}

/** What the reports of none of these branches meet. NeDB has no `$nin` for arrays, but finds an element by its place. */
export function outsideCondition(branches: readonly Branch[]): Condition {
  const byDepth = new Map<number, string[]>();
  for (const { id, depth } of branches) {
    if (depth !== undefined) byDepth.set(depth, [...(byDepth.get(depth) ?? []), id]);
  }
  return Object.fromEntries(
    [...byDepth].map(([depth, ids]) => [pathOf(depth), ids.length === 1 ? { $ne: ids[0] } : { $nin: ids }]),
  );
}

function pathOf(depth: number): string {
  const place = places[depth];
  return place === undefined ? `organization.lineage.${depth}` : `places.${place}`;
}

/** The scope that narrows a filter without `within` down most. */
export function scopeOf({ organization, year, form, passed, status }: ReportFilter): Scope {
  if (organization !== undefined)
    return { index: fewIndexes.organization, condition: { 'organization.id': organization } };
  if (year !== undefined) return { scope: 'year', condition: { year } };
  if (passed === false) return { scope: 'passed', condition: { 'checks.passed': false } };
  if (form !== undefined) return { scope: 'form', condition: { form } };
  if (status?.length === 1) return { scope: 'status', condition: { status: status[0] } };
  if (passed === true) return { scope: 'passed', condition: { 'checks.passed': true } };
  return { scope: 'all', condition: {} };
}
