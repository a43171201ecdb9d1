import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Report } from '#reports/report.ts';

/** There is nothing of that kind and id. */
export function notFound(what: 'report' | 'artifact' | 'organization', id: string): NianbaoError {
  return new NianbaoError('NOT_FOUND', { what, id });
}

/** The organization has a report for that year. */
export function reportExists({ organization, year }: Pick<Report, 'organization' | 'year'>): NianbaoError {
  return new NianbaoError('REPORT_EXISTS', { organization: organization.name, year });
}

/** The report is at another revision than the caller thought. */
export function conflict(currentRevision: number): NianbaoError {
  return new NianbaoError('CONFLICT', { currentRevision });
}

/** No more jobs are taken; five seconds is about what a rendering takes. */
export function queueFull(): NianbaoError {
  return new NianbaoError('QUEUE_FULL', { retryAfterSeconds: 5 });
}

/** The database does not answer or was closed; the cause is for the log. */
export function unavailable(cause: unknown): NianbaoError {
  return new NianbaoError('STORE_UNAVAILABLE', {}, { cause });
}

/** The database was written by a newer version than this one. */
export function storeNewer(collection: string, found: number, known: number): NianbaoError {
  return new NianbaoError('STORE_NEWER', { collection, found, known });
}

/** The database gave up a query that took longer than one may; the cause is for the log. */
export function tooExpensive(cause: unknown): NianbaoError {
  return new NianbaoError('QUERY_TOO_EXPENSIVE', {}, { cause });
}

/** Refuses a replacement that does not count its revision on. */
export function requireNextRevision(report: Report, expectedRevision: number): void {
  if (report.revision === expectedRevision + 1) return;
  throw new RangeError(`Revision ${report.revision} does not follow revision ${expectedRevision}.`);
}
