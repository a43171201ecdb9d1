import { invalidInput } from '#errors/invalid-input.ts';
import type { ReportOrder } from '#store/report-store.ts';
import { builder } from '../builder.ts';
import { connectionOf, sliceOf } from '../pages.ts';
import { reportFields } from '../selection.ts';
import { Organization } from './organizations.ts';
import { filterOf, ReportFilterInput } from './report-filter.ts';
import { Report } from './report.ts';

const ReportOrderField = builder.enumType('ReportOrderField', {
  values: ['YEAR', 'ORGANIZATION', 'UPDATED_AT', 'RECEIVED_TOTAL'] as const,
});

const SortDirection = builder.enumType('SortDirection', { values: ['ASC', 'DESC'] as const });

const ReportOrderInput = builder.inputType('ReportOrder', {
  fields: (t) => ({
    field: t.field({ type: ReportOrderField, required: true }),
    direction: t.field({ type: SortDirection, required: true, defaultValue: 'ASC' }),
  }),
});

const newestFirst: ReportOrder = { field: 'YEAR', direction: 'DESC' };

/** The type of a list of reports. */
const ReportConnection = builder.connectionObject({ type: Report, name: 'ReportConnection' }, { name: 'ReportEdge' });

builder.queryFields((t) => ({
  report: t.field({
    type: Report,
    nullable: true,
    description: 'By id, or by the name of the organization and the year.',
    args: { id: t.arg.globalID({ for: [Report] }), organization: t.arg.string(), year: t.arg.int() },
    resolve: async (_root, { id, organization, year }, { store, reports }, info) => {
      const fields = reportFields(info);
      const named = typeof organization === 'string' && typeof year === 'number';
      if (named === Boolean(id))
        throw invalidInput('id', {
          zh: '请给出 `id`，或同时给出 `organization` 和 `year`。',
          en: 'Give `id`, or `organization` and `year`.',
        });
      if (id) return reports.find(id.id, fields);
      if (!named) return null;
      const found = await store.organizations.findByName(organization);
      return found && reports.findByYear(found.id, year, fields);
    },
  }),
  reports: t.connection(
    {
      type: Report,
      args: {
        filter: t.arg({ type: ReportFilterInput }),
        orderBy: t.arg({ type: ReportOrderInput, defaultValue: newestFirst }),
      },
      resolve: async (_root, { filter, orderBy, ...args }, { reports }, info) => {
        const conditions = filterOf(filter);
        const page = await reports.list(
          conditions,
          orderBy ?? newestFirst,
          sliceOf(args),
          reportFields(info, 'edges', 'node'),
        );
        return connectionOf(page, () => reports.count(conditions));
      },
    },
    ReportConnection,
  ),
}));

builder.objectField(Organization, 'reports', (t) =>
  t.connection(
    {
      type: Report,
      description: 'Newest first.',
      resolve: async ({ id: organization }, args, { reports }, info) => {
        const page = await reports.list(
          { organization },
          newestFirst,
          sliceOf(args),
          reportFields(info, 'edges', 'node'),
        );
        return connectionOf(page, () => reports.count({ organization }));
      },
    },
    ReportConnection,
  ),
);
