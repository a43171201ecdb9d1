import { readPath } from '#reports/figures.ts';
import type { Report } from '#reports/report.ts';
import type { ReportPart } from '../report-store.ts';
import { refuseUnstorableKeys } from './storable-keys.ts';
import { searchText } from './search-text.ts';
import { sortableInteger, sortableText, sortKey } from './sort-keys.ts';

/** What lists sort by and searches look in. Never leaves the adapters. */
interface ReportKeys {
  readonly year: string;
  readonly organization: string;
  readonly updatedAt: string;
  readonly received: string;
  readonly text: string;
}

/** A report as both databases keep it. */
export interface ReportDocument extends Omit<Report, 'id'> {
  readonly _id: string;
  readonly keys: ReportKeys;
}

/** A past state of a report. States are written when the next one replaces them. */
export interface RevisionDocument {
  readonly _id: string;
  readonly state: Omit<Report, 'id'> & { readonly _id: string };
}

/** The stored form of a report; INPUT_INVALID when one of its keys cannot be stored. */
export function toReportDocument({ id, ...report }: Report): ReportDocument {
  refuseUnstorableKeys(report);
  return { _id: id, ...report, keys: keysOf({ id, ...report }) };
}

function keysOf(report: Report): ReportKeys {
  const received = readPath(report.figures, 'applications.received.total');
  return {
    year: sortKey(sortableInteger(report.year), report.id),
    organization: sortKey(sortableText(report.organization.name), report.id),
    updatedAt: sortKey(sortableInteger(report.updatedAt.getTime()), report.id),
    received: sortKey(sortableInteger(typeof received === 'number' ? received : null), report.id),
    text: searchText([report.title, report.organization.name, ...Object.values(report.narratives)]),
  };
}

/** The report of a document that was read whole. */
export function toReport(document: ReportDocument): Report {
  return toReportPart({ ...document }) as Report;
}

/** What was read of a report's document, without what is the adapter's own. */
export function toReportPart(read: Readonly<Record<string, unknown>>): ReportPart {
  const { _id, keys: _, ...report } = read;
  return { id: String(_id), ...report };
}

/** The address of one state of a report. */
export function revisionKey(id: string, revision: number): string {
  return `${id}:${revision}`;
}

/** The document that keeps a state once the next one has replaced it. */
export function toRevisionDocument(document: ReportDocument): RevisionDocument {
  const { keys: _, ...state } = document;
  const { _id: id, revision } = state;
  return { _id: revisionKey(id, revision), state };
}

/** The report as it was in that revision. */
export function toPastReport({ state: { _id, ...report } }: RevisionDocument): Report {
  return { id: _id, ...report };
}
