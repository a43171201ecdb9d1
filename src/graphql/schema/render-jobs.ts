import { readersOf } from '#auth/artifact-readers.ts';
import { can, demand, type Lineage } from '#auth/can.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Report as StoredReport } from '#reports/report.ts';
import { renderStatuses, type RenderJob } from '#store/render-job-store.ts';
import type { ReportPart } from '#store/report-store.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import {
  BusyRefusal,
  ForbiddenRefusal,
  InvalidInputRefusal,
  NotFoundRefusal,
  refusing,
  UnknownRendererRefusal,
} from '../refusals.ts';
import { reportFields } from '../selection.ts';
import { stopWithConsumer } from '../stop-with-consumer.ts';
import { Rendering } from './renderings.ts';
import { Report } from './report.ts';

const RenderStatus = builder.enumType('RenderStatus', { values: renderStatuses });

const RenderJobRef = builder.objectRef<RenderJob>('RenderJob');

/** A job shows itself to those who see the edition of the report that it renders; to others there is none. */
async function visibleJob(id: string, { renderJobs, reports, viewer }: Context): Promise<RenderJob | null> {
  const job = await renderJobs.find(id);
  const report = job && (await reports.find(job.report, ['organization.lineage']));
  if (!report) return null;
  return job.edition === 'published' || can(viewer, 'report.readWorking', lineageOf(report)) ? job : null;
}

function lineageOf({ organization }: ReportPart): Lineage {
  return organization?.lineage ?? [];
}

builder.node(RenderJobRef, {
  name: 'RenderJob',
  description: 'A rendering that a worker does.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'attempts' in value,
  loadWithoutCache: (id, context) => visibleJob(id, context),
  fields: (t) => ({
    report: t.field({
      type: Report,
      resolve: async ({ report: id }, _, { reports }, info) => {
        const report = await reports.find(id, reportFields(info));
        if (report) return report;
        throw new NianbaoError('NOT_FOUND', { id });
      },
    }),
    renderer: t.exposeString('renderer'),
    status: t.expose('status', { type: RenderStatus }),
    progress: t.exposeFloat('progress', { description: '0 to 1' }),
    rendering: t.field({
      type: Rendering,
      nullable: true,
      description: 'Null also when the document shows what whoever asks may not see any more.',
      resolve: async ({ rendering, attempts }, _, { store, viewer }) => {
        if (!rendering || (await readersOf(store, viewer, rendering.sha256)) === 'nobody') return null;
        // A job that never ran found the document ready.
        return { ...rendering, fromCache: attempts === 0 };
      },
    }),
    error: t.string({
      nullable: true,
      description: 'Why the last attempt failed.',
      resolve: ({ error, status }, _, { locale }) =>
        error && status !== 'SUCCEEDED' ? new NianbaoError(error.code, error.parameters).say(locale) : null,
    }),
    attempts: t.exposeInt('attempts'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true }),
  }),
});

const RenderReportSuccess = builder.objectRef<{ readonly job: RenderJob }>('RenderReportSuccess').implement({
  fields: (t) => ({ job: t.field({ type: RenderJobRef, resolve: ({ job }) => job }) }),
});

const RenderReportInput = builder.inputType('RenderReportInput', {
  fields: (t) => ({
    report: t.globalID({ for: [Report], required: true }),
    renderer: t.string({ required: true }),
    options: t.field({ type: 'JSONObject' }),
  }),
});

builder.mutationFields((t) => ({
  renderReport: t.field({
    type: RenderReportSuccess,
    description: 'Starts a rendering (or finds the finished one: same content, renderer, version and options).',
    args: { input: t.arg({ type: RenderReportInput, required: true }) },
    errors: {
      types: [UnknownRendererRefusal, InvalidInputRefusal, NotFoundRefusal, BusyRefusal, ForbiddenRefusal],
      union: { name: 'RenderReportResult' },
    },
    resolve: (_root, { input: { report, renderer, options } }, { reports, renderJobs, viewer }) =>
      refusing([UnknownRendererRefusal, InvalidInputRefusal, NotFoundRefusal, BusyRefusal], async () => {
        const found = await reports.find(report.id, 'all');
        if (!found) throw new NianbaoError('NOT_FOUND', { id: report.id });
        const edition = can(viewer, 'report.readWorking', lineageOf(found)) ? 'working' : 'published';
        return { job: await renderJobs.start(found as StoredReport, renderer, options ?? {}, edition) };
      }),
  }),
  cancelRenderJob: t.field({
    type: RenderJobRef,
    nullable: true,
    description: 'Cancels a job that has not ended; the job as it is then.',
    authScopes: { may: 'renderJob.cancel' },
    args: { id: t.arg.globalID({ for: [RenderJobRef], required: true }) },
    resolve: async (_root, { id }, context) => {
      const job = await visibleJob(id.id, context);
      if (!job) return null;
      const organization = await context.loaders.organizations.load(job.organization);
      demand(context.viewer, 'renderJob.cancel', organization?.lineage ?? []);
      return context.renderJobs.cancel(id.id);
    },
  }),
}));

builder.queryField('renderJob', (t) =>
  t.field({
    type: RenderJobRef,
    nullable: true,
    args: { id: t.arg.globalID({ for: [RenderJobRef], required: true }) },
    resolve: (_root, { id }, context) => visibleJob(id.id, context),
  }),
);

builder.subscriptionField('renderJob', (t) =>
  t.field({
    type: RenderJobRef,
    description: "The job's state now, then each change until it ends.",
    args: { id: t.arg.globalID({ for: [RenderJobRef], required: true }) },
    subscribe: async (_root, { id }, context) => {
      const { renderJobs, signal } = context;
      if (!(await visibleJob(id.id, context))) throw new NianbaoError('NOT_FOUND', { id: id.id });
      return stopWithConsumer(signal, (stopped) => renderJobs.watch(id.id, stopped));
    },
    resolve: (job) => job,
  }),
);
