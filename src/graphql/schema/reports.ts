import type { ChapterDefinition } from '#forms/form-definition.ts';
import { formOf, forms } from '#forms/index.ts';
import type { FigureTree } from '#reports/figures.ts';
import { reportStatuses, type Report as StoredReport } from '#reports/report.ts';
import type { ReportFilter, ReportOrder, ReportPart } from '#store/report-store.ts';
import { builder, stored } from '../builder.ts';
import { figureType } from '../form-types.ts';
import { connectionOf, sliceOf } from '../pages.ts';
import { read, reportFields } from '../selection.ts';
import { CheckResult } from './checks.ts';
import { FormRef } from './forms.ts';
import { Narrative } from './narratives.ts';
import { Organization } from './organizations.ts';
import { Rendering } from './renderings.ts';
import { Table } from './tables.ts';

const ReportStatus = builder.enumType('ReportStatus', { values: reportStatuses });

/** A report of which the selected fields were read. Resolvers read no field that their `stored` mark does not name. */
export const Report = builder.objectRef<ReportPart>('Report');

function chapterOf(report: ReportPart, key: string): ChapterDefinition {
  return read(formOf({ form: read(report.form) }).chapters.find((chapter) => chapter.key === key));
}

function narrativeOf(report: ReportPart, key: string): { heading: string; text: string } {
  const { number, title } = chapterOf(report, key);
  return { heading: `${number}、${title}`, text: report.narratives?.[key] ?? '' };
}

builder.node(Report, {
  name: 'Report',
  description: 'An annual report on government information disclosure: one body, one year.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && !('lineage' in value) && !('renderer' in value),
  loadWithoutCache: (id, { store }, info) => store.reports.find(id, reportFields(info)),
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
      resolve: ({ checks }) => read(checks) as Partial<StoredReport['checks']>,
    }),
    rendering: t.field({
      type: Rendering,
      description: 'Renders now and answers with the document; for renderers that take long, use renderReport.',
      args: { renderer: t.arg.string({ required: true }), options: t.arg({ type: 'JSONObject' }) },
      ...stored('all'),
      resolve: (report, args, { renderer, signal }) => {
        const prepared = renderer.prepare(report as StoredReport, args.renderer, args.options ?? {});
        return renderer.render(prepared, { signal, progress: () => undefined });
      },
    }),
  }),
});

/** Chapters of every form by key; the first form that has one gives its title. */
const chapters = new Map(
  forms.flatMap((form) => form.chapters.map((chapter) => [chapter.key, chapter] as const)).reverse(),
);

for (const [key, chapter] of chapters) {
  const description = `${chapter.number}、${chapter.title}`;
  builder.objectField(Report, key, (t) =>
    chapter.kind === 'narrative'
      ? t.field({
          type: Narrative,
          description,
          ...stored({ reads: ['form', `narratives.${key}`] }),
          resolve: (report) => narrativeOf(report, key),
        })
      : t.field({
          type: figureType(chapter.shape),
          description,
          ...stored({ segment: `figures.${key}` }),
          resolve: ({ figures }) => ((figures as FigureTree | undefined)?.[key] ?? {}) as FigureTree,
        }),
  );
}

const figureChapters = [...chapters.values()].filter(({ kind }) => kind === 'figures').map(({ key }) => key);

builder.objectField(Report, 'remarks', (t) =>
  t.field({
    type: [Narrative],
    description: 'Text that the body wrote beside the tables of chapters two to four.',
    ...stored({ reads: ['form', ...figureChapters.map((key) => `narratives.${key}`)] }),
    resolve: (report) =>
      figureChapters.filter((key) => report.narratives?.[key] !== undefined).map((key) => narrativeOf(report, key)),
  }),
);

const IntRange = builder.inputType('IntRange', { fields: (t) => ({ from: t.int(), to: t.int() }) });

const ReportFilterInput = builder.inputType('ReportFilter', {
  fields: (t) => ({
    organization: t.globalID({ for: [Organization] }),
    within: t.globalID({ for: [Organization], description: 'The organization and everything below it.' }),
    year: t.int(),
    years: t.field({ type: IntRange }),
    status: t.field({ type: [ReportStatus] }),
    form: t.string(),
    search: t.string({ description: 'Words in title, organization or narrative; Chinese needs no spaces.' }),
    passed: t.boolean(),
  }),
});

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

type FilterInput = typeof ReportFilterInput.$inferInput;

function filterOf(input: FilterInput | null | undefined): ReportFilter {
  const { organization, within, years, year, status, form, search, passed } = input ?? {};
  return {
    organization: organization?.id,
    within: within?.id,
    year: year ?? undefined,
    years: years ? { from: years.from ?? undefined, to: years.to ?? undefined } : undefined,
    status: status ?? undefined,
    form: form ?? undefined,
    search: search ?? undefined,
    passed: passed ?? undefined,
  };
}

const newestFirst: ReportOrder = { field: 'YEAR', direction: 'DESC' };

/** The type of a list of reports. */
const ReportConnection = builder.connectionObject({ type: Report, name: 'ReportConnection' }, { name: 'ReportEdge' });

builder.queryFields((t) => ({
  report: t.field({
    type: Report,
    nullable: true,
    description: 'By id, or by the name of the organization and the year.',
    args: { id: t.arg.globalID({ for: [Report] }), organization: t.arg.string(), year: t.arg.int() },
    resolve: async (_root, { id, organization, year }, { store }, info) => {
      const fields = reportFields(info);
      if (id) return store.reports.find(id.id, fields);
      if (typeof organization !== 'string' || typeof year !== 'number') return null;
      const found = await store.organizations.findByName(organization);
      return found && store.reports.findByYear(found.id, year, fields);
    },
  }),
  reports: t.connection(
    {
      type: Report,
      args: {
        filter: t.arg({ type: ReportFilterInput }),
        orderBy: t.arg({ type: ReportOrderInput, defaultValue: newestFirst }),
      },
      resolve: async (_root, { filter, orderBy, ...args }, { store }, info) => {
        const conditions = filterOf(filter);
        const page = await store.reports.list(
          conditions,
          orderBy ?? newestFirst,
          sliceOf(args),
          reportFields(info, 'edges', 'node'),
        );
        return connectionOf(page, () => store.reports.count(conditions));
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
      resolve: async ({ id: organization }, args, { store }, info) => {
        const page = await store.reports.list(
          { organization },
          newestFirst,
          sliceOf(args),
          reportFields(info, 'edges', 'node'),
        );
        return connectionOf(page, () => store.reports.count({ organization }));
      },
    },
    ReportConnection,
  ),
);
