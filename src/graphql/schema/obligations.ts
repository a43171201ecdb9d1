import { can } from '#auth/can.ts';
import { obligationsOf, type Obligation } from '#review/obligations.ts';
import { obligationStatuses, type ObligationStatus } from '#review/standing.ts';
import type { ReportPart } from '#store/report-store.ts';
import { builder } from '../builder.ts';
import { connectionOfAll, type Connection } from '../pages.ts';
import { reportFields } from '../selection.ts';
import { Organization } from './organizations.ts';
import { Report } from './report.ts';

const ObligationStatusRef = builder.enumType('ObligationStatus', {
  description: 'Whether a body has published its report for a year. What was withdrawn is not published.',
  values: {
    DUE: { description: 'Not published, and there is time left; whether it is begun is for its staff to know.' },
    NOT_STARTED: { description: 'There is no report, and there is time left.' },
    IN_PREPARATION: { description: 'There is a report that is not published, and there is time left.' },
    FILED: { description: 'Published in time.' },
    FILED_LATE: { description: 'Published after the day.' },
    FILED_UNDATED: {
      description: 'Published here after the day, from a document that may have been published elsewhere before.',
    },
    OVERDUE: { description: 'Not published, and the day is over.' },
  } satisfies Record<ObligationStatus, object>,
});

/** A row and its report, of which the selected fields are read. */
type Row = Obligation & { readonly read: ReportPart | null };

const ObligationRef = builder.objectRef<Row>('Obligation').implement({
  description: 'What a body owes for a year. Days are those of the calendar in China.',
  fields: (t) => ({
    organization: t.field({ type: Organization, resolve: ({ organization }) => organization }),
    year: t.exposeInt('year'),
    dueDate: t.expose('dueDate', { type: 'LocalDate', description: 'The last day to publish the report in time.' }),
    status: t.expose('status', { type: ObligationStatusRef }),
    report: t.field({
      type: Report,
      nullable: true,
      description: 'Its report: staff see the working edition, others what is published.',
      resolve: ({ read }) => read,
    }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the published report was published first; null while none is.',
    }),
    daysLate: t.exposeInt('daysLate', {
      nullable: true,
      description: 'By how many days it was published late, or is late today; null where nobody knows.',
    }),
  }),
});

interface Total {
  readonly status: ObligationStatus;
  readonly count: number;
}

const TotalRef = builder.objectRef<Total>('ObligationTotal').implement({
  description: 'How many bodies stand so.',
  fields: (t) => ({ status: t.expose('status', { type: ObligationStatusRef }), count: t.exposeInt('count') }),
});

const ObligationConnection = builder.connectionObject(
  {
    type: ObligationRef,
    name: 'ObligationConnection',
    fields: (t) => ({
      totals: t.field({
        type: [TotalRef],
        description: 'All bodies by status, whatever the list is filtered by.',
        resolve: (connection) => [...(connection as unknown as { readonly totals: readonly Total[] }).totals],
      }),
    }),
  },
  { name: 'ObligationEdge' },
);

function totalsOf(all: readonly Obligation[]): Total[] {
  return obligationStatuses.map((status) => ({ status, count: all.filter((one) => one.status === status).length }));
}

/** The rows of a page with the reports that are asked for, read at once. */
async function withReports(
  { edges, ...rest }: Connection<Obligation>,
  load: (ids: readonly string[]) => Promise<readonly (ReportPart | null)[]>,
): Promise<Connection<Row>> {
  const ids = edges.flatMap(({ node: { report } }) => report ?? []);
  const found = ids.length === 0 ? [] : await load(ids);
  const byId = new Map(ids.map((id, index) => [id, found[index] ?? null]));
  return {
    ...rest,
    edges: edges.map(({ cursor, node }) => ({ cursor, node: { ...node, read: byId.get(node.report ?? '') ?? null } })),
  };
}

builder.queryField('obligations', (t) =>
  t.connection(
    {
      type: ObligationRef,
      description:
        'Who has published the report for a year, who is late and by how much: one row for each body. The organization of `within` comes first, then those below it by name.',
      args: {
        year: t.arg.int({ required: true }),
        within: t.arg.globalID({ for: [Organization], description: 'It and all below it; every body without it.' }),
        status: t.arg({ type: [ObligationStatusRef] }),
      },
      resolve: async (_root, { year, within, status, ...args }, context, info) => {
        const { store, reports, dueDates, viewer } = context;
        const seesWorking = (lineage: readonly string[]) => can(viewer, 'report.readWorking', lineage);
        const viewing = { reports, seesWorking, now: new Date(), dueDates };
        const all = await obligationsOf(store, { year, within: within?.id }, viewing);
        const isAsked = (one: Obligation) => !status || status.includes(one.status);
        const page = connectionOfAll(all, { idOf: ({ organization }) => organization.id, isAsked }, args);
        const fields = reportFields(info, 'edges', 'node', 'report');
        const rows = await withReports(page, (ids) => reports.findMany(ids, fields));
        return { ...rows, totals: totalsOf(all) };
      },
    },
    ObligationConnection,
  ),
);
