import type { Report } from '#reports/report.ts';
import type { Condition } from './condition.ts';
import { inOrderOf } from './in-order-of.ts';
import { paginate } from './paginate.ts';
import {
  revisionKey,
  toPastReport,
  toReport,
  toReportDocument,
  toReportPart,
  toRevisionDocument,
  unreadPaths,
  type ReportDocument,
  type RevisionDocument,
} from './report-document.ts';
import type { ReportOrganizations } from './report-organizations.ts';
import { reportKeyset, selectReports, selectReportFields, selectRows } from './report-query.ts';
import { filersOf, sumReports } from './report-sums.ts';
import { wordsOf } from './search-text.ts';
import { conflict, notFound, reportExists, requireNextRevision } from './store-errors.ts';
import type { Fields, ReportFilter, ReportPart, ReportStore } from '../report-store.ts';
import type { Collection } from './collection.ts';
import { createListReader } from './list-reader.ts';

/** Where reports, their past states and their organizations are. */
export interface ReportParts {
  readonly reports: Collection<ReportDocument>;
  readonly revisions: Collection<RevisionDocument>;
  readonly organizations: ReportOrganizations;
}

/** Reports in one collection, their past states in another. */
export function createReports({ reports, revisions, organizations }: ReportParts): ReportStore {
  async function read(condition: Condition, fields: Fields): Promise<ReportPart[]> {
    const { paths, pick } = selectReportFields(fields);
    const documents = await reports.find(condition, { paths, without: unreadPaths });
    return documents.map((document) => toReportPart(pick({ ...document })));
  }

  async function readOne(condition: Condition, fields: Fields): Promise<ReportPart | null> {
    return (await read(condition, fields))[0] ?? null;
  }

  async function current(id: string): Promise<ReportDocument | undefined> {
    return (await reports.find({ _id: id }, { without: unreadPaths }))[0];
  }

  async function create(given: Report): Promise<void> {
    const report = await organizations.renewed(given);
    if (!(await reports.insert(toReportDocument(report)))) throw reportExists(report);
    await organizations.settle(report);
  }

  async function replace(given: Report, expectedRevision: number): Promise<void> {
    requireNextRevision(given, expectedRevision);
    const report = await organizations.renewed(given);
    const next = toReportDocument(report);
    const past = await current(report.id);
    if (!past) throw notFound('report', report.id);
    if (past.revision !== expectedRevision) throw conflict(past.revision);
    // The past state is kept first. Whoever writes it writes the same, so that a crash or a rival in between does no harm.
    await revisions.insert(toRevisionDocument(past));
    const outcome = await reports.replace({ _id: report.id, revision: expectedRevision }, next);
    if (outcome === 'taken') throw reportExists(report);
    if (outcome === 'missing') throw conflict((await current(report.id))?.revision ?? expectedRevision);
    await organizations.settle(report);
  }

  async function depthOf({ within }: ReportFilter): Promise<number | undefined> {
    return within === undefined ? undefined : organizations.depthOf(within);
  }

  async function conditionOf(filter: ReportFilter): Promise<Condition> {
    return selectReports(filter, await depthOf(filter)).condition;
  }

  return {
    create,
    replace,
    find: (id, fields) => readOne({ _id: id }, fields),
    findMany: async (ids, fields) => inOrderOf(ids, await read({ _id: { $in: ids } }, fields)),
    findByYear: (organization, year, fields) => readOne({ 'organization.id': organization, year }, fields),
    list: async (filter, order, slice, fields) => {
      const selection = selectReports(filter, await depthOf(filter), order);
      const list = { ...selection, words: wordsOf(filter.search), without: unreadPaths, ...selectRows(order, fields) };
      return paginate(reportKeyset(order), slice, createListReader({ collection: reports, ...list }));
    },
    count: async (filter) => reports.count(await conditionOf(filter), wordsOf(filter.search)),
    sum: async (filter, figures) => sumReports(reports, await conditionOf(filter), figures),
    filers: async (filter) => filersOf(reports, await conditionOf(filter)),
    findRevision: async (id, revision) => {
      const document = await current(id);
      if (document?.revision === revision) return toReport(document);
      const [past] = await revisions.find({ _id: revisionKey(id, revision) });
      return past ? toPastReport(past) : null;
    },
  };
}
