import type { Audience, Fields, ReportFilter, ReportPart, ReportReader } from '../report-store.ts';
import type { Collection } from './collection.ts';
import { allOf, type Condition } from './condition.ts';
import { partsOf, type Edition, type EditionPart } from './editions.ts';
import { historyFields, historyOf, publicStates, stateOf } from './report-history.ts';
import { inOrderOf } from './in-order-of.ts';
import { createListReader } from './list-reader.ts';
import { paginate, together } from './paginate.ts';
import { toReportPart, unreadPaths, type ReportDocument, type RevisionDocument } from './report-document.ts';
import type { ReportOrganizations } from './report-organizations.ts';
import { reportKeyset, selectReportFields, selectReports, selectRows } from './report-query.ts';
import { filersOf, filersTogether, sumReports, sumsTogether } from './report-sums.ts';
import { wordsOf } from './search-text.ts';

/** Where the editions are, and the tree that says whose is whose. */
export interface ReaderParts {
  readonly editions: Readonly<Record<Edition, Collection<ReportDocument>>>;
  readonly revisions: Collection<RevisionDocument>;
  readonly organizations: Pick<ReportOrganizations, 'lineagesOf'>;
}

/** Reads what an audience sees: of each report the one edition that is the audience's. */
export function createReportReader(
  { editions, revisions, organizations }: ReaderParts,
  audience: Audience,
): ReportReader {
  async function readFrom(edition: Edition, condition: Condition, fields: Fields): Promise<ReportPart[]> {
    const { paths, pick } = selectReportFields(fields);
    const documents = await editions[edition].find(condition, { paths, without: unreadPaths });
    return documents.map((document) => toReportPart(pick({ ...document })));
  }

  async function read(condition: Condition, fields: Fields, most: number): Promise<ReportPart[]> {
    if (audience === 'everything') return readFrom('working', condition, fields);
    if (audience === 'published') return readFrom('published', condition, fields);
    const own = { 'organization.lineage': { $in: audience.workingWithin } };
    const working = await readFrom('working', allOf([condition, own]), fields);
    if (working.length >= most) return working;
    const seen = new Set(working.map(({ id }) => id));
    const published = await readFrom('published', condition, fields);
    return [...working, ...published.filter(({ id }) => !seen.has(id))];
  }

  /** What is read of the last state to tell its history, when the audience sees it. */
  async function readWorking(id: string): Promise<ReportPart | undefined> {
    if (audience === 'published') return undefined;
    const own = audience === 'everything' ? {} : { 'organization.lineage': { $in: audience.workingWithin } };
    return (await readFrom('working', { _id: id, ...own }, historyFields))[0];
  }

  async function readOne(condition: Condition, fields: Fields): Promise<ReportPart | null> {
    return (await read(condition, fields, 1))[0] ?? null;
  }

  async function parts({ within }: ReportFilter): Promise<readonly EditionPart[]> {
    const own = typeof audience === 'object' ? audience.workingWithin : [];
    const ids = within === undefined ? own : [within, ...own];
    return partsOf(audience, within, await organizations.lineagesOf(ids));
  }

  /** What comes of each part of what is seen. */
  async function ofEach<Result>(
    filter: ReportFilter,
    task: (collection: Collection<ReportDocument>, condition: Condition) => Promise<Result>,
  ): Promise<Result[]> {
    const selected = (await parts(filter)).map((part) => [part.edition, selectReports(filter, part)] as const);
    return Promise.all(selected.map(([edition, { condition }]) => task(editions[edition], condition)));
  }

  return {
    find: (id, fields) => readOne({ _id: id }, fields),
    history: async (id) => {
      const working = await readWorking(id);
      const states = await historyOf(
        working ?? (await readFrom('published', { _id: id }, historyFields))[0],
        revisions,
      );
      return { isWorking: working !== undefined, states: working ? states.map(stateOf) : publicStates(states) };
    },
    findMany: async (ids, fields) => inOrderOf(ids, await read({ _id: { $in: ids } }, fields, new Set(ids).size)),
    findByYear: (organization, year, fields) => readOne({ 'organization.id': organization, year }, fields),
    list: async (filter, order, slice, fields) => {
      const keyset = reportKeyset(order);
      const shared = { words: searched(filter), without: unreadPaths, ...selectRows(order, fields) };
      const readers = (await parts(filter)).map((part) =>
        createListReader({ collection: editions[part.edition], ...selectReports(filter, part, order), ...shared }),
      );
      return paginate(keyset, slice, together(keyset, readers));
    },
    count: async (filter) => {
      const words = searched(filter);
      const counts = await ofEach(filter, (collection, condition) => collection.count(condition, words));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    sum: async (filter, figures) =>
      sumsTogether(await ofEach(filter, (collection, condition) => sumReports(collection, condition, figures))),
    filers: async (filter) => filersTogether(await ofEach(filter, filersOf)),
  };
}

function searched({ search }: ReportFilter): readonly string[] {
  return wordsOf(search, 'filter.search');
}
