import { invalidInput } from '#errors/invalid-input.ts';
import type { Report } from '#reports/report.ts';
import type { ReportStore } from '../report-store.ts';
import type { Collection } from './collection.ts';
import type { Releases } from './releases.ts';
import {
  revisionKey,
  toPastReport,
  toReport,
  toRevisionDocument,
  toWorkingDocument,
  unreadPaths,
  type ReportDocument,
  type RevisionDocument,
} from './report-document.ts';
import type { ReportOrganizations } from './report-organizations.ts';
import { createReportReader } from './report-reader.ts';
import { conflict, notFound, reportExists, requireNextRevision } from './store-errors.ts';

/** Where reports, what readers see of them, their past states and their organizations are. */
export interface ReportParts {
  readonly reports: Collection<ReportDocument>;
  readonly published: Collection<ReportDocument>;
  readonly revisions: Collection<RevisionDocument>;
  readonly named: ReportOrganizations;
  readonly releases: Releases;
}

/** The working edition of reports in one collection, what readers see in another, past states in a third. */
export function createReports({ reports, published, revisions, named, releases }: ReportParts): ReportStore {
  const readerParts = { editions: { working: reports, published }, revisions, organizations: named };

  async function current(id: string): Promise<ReportDocument | undefined> {
    return (await reports.find({ _id: id }, { without: unreadPaths }))[0];
  }

  async function create(given: Report): Promise<void> {
    const report = await named.renewed(given);
    const first = toWorkingDocument(report);
    if (!(await reports.insert(first))) throw reportExists(report);
    await named.settle(report);
    await releases.release(first);
  }

  async function replace(given: Report, expectedRevision: number): Promise<void> {
    requireNextRevision(given, expectedRevision);
    const report = await named.renewed(given);
    const next = toWorkingDocument(report);
    const past = await current(report.id);
    if (!past) throw notFound('report', report.id);
    if (past.revision !== expectedRevision) throw conflict(past.revision);
    refuseMoving(past, report);
    await releases.release(past);
    // The past state is kept first. Whoever writes it writes the same, so that a crash or a rival in between does no harm.
    await revisions.insert(toRevisionDocument(past));
    const outcome = await reports.replace({ _id: report.id, revision: expectedRevision }, next);
    if (outcome === 'taken') throw reportExists(report);
    if (outcome === 'missing') throw conflict((await current(report.id))?.revision ?? expectedRevision);
    await named.settle(report);
    await releases.release(next);
  }

  return {
    create,
    replace,
    seenBy: (audience) => createReportReader(readerParts, audience),
    findRevision: async (id, revision) => {
      const document = await current(id);
      if (document?.revision === revision) return toReport(document);
      const [past] = await revisions.find({ _id: revisionKey(id, revision) });
      return past ? toPastReport(past) : null;
    },
  };
}

const sentences = {
  OTHER_BODY: { zh: '读者所见的报告属于另一单位。', en: 'Readers have seen it as another’s.' },
  OTHER_YEAR: { zh: '读者所见的报告属于另一年度。', en: 'Readers have seen it as another year’s.' },
} as const;

/** Readers have it under that organization and year, where another one could come in between. */
function refuseMoving({ publishedRevision, organization, year }: ReportDocument, next: Report): void {
  if (publishedRevision === null) return;
  if (organization.id !== next.organization.id) throw invalidInput('organization', sentences.OTHER_BODY);
  if (year !== next.year) throw invalidInput('year', sentences.OTHER_YEAR);
}
