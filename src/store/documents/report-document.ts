import { readPath } from '#reports/figures.ts';
import type { Report } from '#reports/report.ts';
import { withChange, type StateOfAnyAge } from '#reports/with-change.ts';
import type { ReportPart } from '../report-store.ts';
import { refuseUnstorableKeys } from './storable-keys.ts';
import { schemas } from './schema.ts';
import { placesOf, type Places } from './report-scopes.ts';
import { searchText } from './search-text.ts';
import { searchTokens } from './search-tokens.ts';
import { sortableInteger, sortableText, sortKey } from './sort-keys.ts';

/** What lists sort by and searches look in. */
interface ReportKeys {
  readonly year: string;
  readonly organization: string;
  readonly updatedAt: string;
  readonly received: string;
  /** Searches look in it. */
  readonly text: string;
  /** What an index of searches is made of. */
  readonly tokens: readonly number[];
}

/** What stands in a document besides the report. It never leaves the adapters. */
interface Derived {
  readonly schema: number;
  readonly places: Places;
  readonly keys: ReportKeys;
  /** Readers are to see this state and may not do so yet. */
  readonly releasing?: true;
}

/** A report as both databases keep it. */
export interface ReportDocument extends Omit<Report, 'id'>, Derived {
  readonly _id: string;
}

/** The fields that are the adapters' own. */
export const ownFields: ReadonlySet<string> = new Set<keyof Derived>(['schema', 'places', 'keys', 'releasing']);

/** Stored paths that are long and that nobody reads. */
export const unreadPaths: readonly string[] = ['keys.text', 'keys.tokens'];

/** A past state of a report. States are written when the next one replaces them. */
export interface RevisionDocument {
  readonly _id: string;
  readonly state: Omit<StateOfAnyAge, 'id'> & { readonly _id: string };
}

/** The stored form of a report; INPUT_INVALID when one of its keys cannot be stored. */
export function toReportDocument({ id, ...report }: Report): ReportDocument {
  refuseUnstorableKeys(report);
  return {
    _id: id,
    ...report,
    schema: schemas.reports,
    places: placesOf(report.organization),
    keys: keysOf({ id, ...report }),
  };
}

/** The stored form of a working edition: marked until readers see it, if they are to. */
export function toWorkingDocument(report: Report): ReportDocument {
  const document = toReportDocument(report);
  return report.publishedRevision === report.revision ? { ...document, releasing: true } : document;
}

function keysOf(report: Report): ReportKeys {
  const text = searchText([report.title, report.organization.name, ...Object.values(report.narratives)]);
  const received = readPath(report.figures, 'applications.received.total');
  return {
    year: sortKey(sortableInteger(report.year), report.id),
    organization: sortKey(sortableText(report.organization.name), report.id),
    updatedAt: sortKey(sortableInteger(report.updatedAt.getTime()), report.id),
    received: sortKey(sortableInteger(typeof received === 'number' ? received : null), report.id),
    text,
    tokens: searchTokens(text),
  };
}

/** The report of a document that was read whole. */
export function toReport(document: ReportDocument): Report {
  return toReportPart({ ...document }) as Report;
}

/** What was read of a report's document, without what is the adapter's own. */
export function toReportPart(read: Readonly<Record<string, unknown>>): ReportPart {
  const { _id, schema: _schema, places: _places, keys: _keys, releasing: _releasing, ...report } = read;
  return { id: String(_id), ...report };
}

/** The address of one state of a report. */
export function revisionKey(id: string, revision: number): string {
  return `${id}:${revision}`;
}

/** The document that keeps a state once the next one has replaced it. */
export function toRevisionDocument(document: ReportDocument): RevisionDocument {
  const { schema: _schema, places: _places, keys: _keys, releasing: _releasing, ...state } = document;
  const { _id: id, revision } = state;
  return { _id: revisionKey(id, revision), state };
}

/** The report as it was in that revision. */
export function toPastReport({ state: { _id, ...state } }: RevisionDocument): Report {
  return withChange({ id: _id, ...state });
}

/** The report of a document of any version. */
export function toReportOfAnyVersion(document: ReportDocument): Report {
  return withChange(toReport(document));
}
