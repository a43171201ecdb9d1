import { formOf } from '#forms/index.ts';
import type { FigureTree } from '#reports/figures.ts';
import { shownBy, subjectOfReport } from '#rendering/subject-of-report.ts';
import type { CheckedReport } from '#reports/checks/subject.ts';
import { reportStatuses, type Report as StoredReport } from '#reports/report.ts';
import type { ReportPart } from '#store/report-store.ts';
import { builder, stored } from '../builder.ts';
import { read, reportFields } from '../selection.ts';
import { CheckResult } from './checks.ts';
import { FormRef } from './forms.ts';
import { Organization } from './organizations.ts';
import { Rendering } from './renderings.ts';
import { Table } from './tables.ts';

/** Where a report stands. */
export const ReportStatus = builder.enumType('ReportStatus', { values: reportStatuses });

/** A report of which the selected fields were read. Resolvers read no field that their `stored` mark does not name. */
export const Report = builder.objectRef<ReportPart>('Report');

builder.node(Report, {
  name: 'Report',
  description: 'An annual report on government information disclosure: one body, one year.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && !('lineage' in value) && !('renderer' in value),
  loadWithoutCache: (id, { reports }, info) => reports.find(id, reportFields(info)),
  fields: (t) => ({
    title: t.string({ ...stored({ reads: ['title'] }), resolve: ({ title }) => read(title) }),
    year: t.int({ ...stored({ reads: ['year'] }), resolve: ({ year }) => read(year) }),
    organization: t.field({
      type: Organization,
      ...stored({ reads: ['organization'] }),
      resolve: ({ organization }) => {
        const { id, name, lineage } = read(organization) as StoredReport['organization'];
        return { id, name, lineage, parent: lineage.at(-2) ?? null };
      },
    }),
    form: t.field({
      type: FormRef,
      ...stored({ reads: ['form'] }),
      resolve: ({ form }) => formOf({ form: read(form) }),
    }),
    status: t.field({ type: ReportStatus, ...stored({ reads: ['status'] }), resolve: ({ status }) => read(status) }),
    revision: t.int({
      description: 'Grows by one with every stored change; updates name the one they were made from.',
      ...stored({ reads: ['revision'] }),
      resolve: ({ revision }) => read(revision),
    }),
    createdAt: t.field({
      type: 'DateTime',
      ...stored({ reads: ['createdAt'] }),
      resolve: (report) => read(report.createdAt),
    }),
    updatedAt: t.field({
      type: 'DateTime',
      ...stored({ reads: ['updatedAt'] }),
      resolve: (report) => read(report.updatedAt),
    }),
    publishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      ...stored({ reads: ['publishedAt'] }),
      resolve: ({ publishedAt }) => publishedAt ?? null,
    }),
    tables: t.field({
      type: [Table],
      description: 'The same figures as generic tables, for clients that draw whatever the form holds.',
      ...stored({ reads: ['form', 'figures', 'raws'] }),
      resolve: ({ form, figures = {}, raws = {} }) =>
        formOf({ form: read(form) }).tables.map((table) => ({
          table,
          figures: figures as FigureTree,
          raws: raws as StoredReport['raws'],
        })),
    }),
    checks: t.field({
      type: CheckResult,
      ...stored({ segment: 'checks' }),
      resolve: (report) => ({ ...(report.checks as Partial<StoredReport['checks']>), report: report as CheckedReport }),
    }),
    rendering: t.field({
      type: Rendering,
      description: 'Renders now and answers with the document; for renderers that take long, use renderReport.',
      args: { renderer: t.arg.string({ required: true }), options: t.arg({ type: 'JSONObject' }) },
      ...stored('all'),
      resolve: async (report, args, { renderer, signal }) => {
        const subject = subjectOfReport(report as StoredReport);
        const shown = shownBy(report as StoredReport);
        const prepared = await renderer.prepare(subject, args.renderer, args.options ?? {}, shown);
        return renderer.render(prepared, { signal, progress: () => undefined });
      },
    }),
  }),
});
