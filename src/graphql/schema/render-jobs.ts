import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Report as StoredReport } from '#reports/report.ts';
import { renderStatuses, type RenderJob } from '#store/render-job-store.ts';
import { builder } from '../builder.ts';
import { BusyRefusal, InvalidInputRefusal, NotFoundRefusal, refusing, UnknownRendererRefusal } from '../refusals.ts';
import { reportFields } from '../selection.ts';
import { stopWithConsumer } from '../stop-with-consumer.ts';
import { Rendering } from './renderings.ts';
import { Report } from './report.ts';

const RenderStatus = builder.enumType('RenderStatus', { values: renderStatuses });

const RenderJobRef = builder.objectRef<RenderJob>('RenderJob');

builder.node(RenderJobRef, {
  name: 'RenderJob',
  description: 'A rendering that a worker does.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'attempts' in value,
  loadWithoutCache: (id, { renderJobs }) => renderJobs.find(id),
  fields: (t) => ({
    report: t.field({
      type: Report,
      resolve: async ({ report: id }, _, { store }, info) => {
        const report = await store.reports.seenBy('everything').find(id, reportFields(info));
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
      // A job that never ran found the document ready.
      resolve: ({ rendering, attempts }) => rendering && { ...rendering, fromCache: attempts === 0 },
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
      types: [UnknownRendererRefusal, InvalidInputRefusal, NotFoundRefusal, BusyRefusal],
      union: { name: 'RenderReportResult' },
    },
    resolve: (_root, { input: { report, renderer, options } }, { store, renderJobs }) =>
      refusing([UnknownRendererRefusal, InvalidInputRefusal, NotFoundRefusal, BusyRefusal], async () => {
        const found = await store.reports.seenBy('everything').find(report.id, 'all');
        if (!found) throw new NianbaoError('NOT_FOUND', { id: report.id });
        return { job: await renderJobs.start(found as StoredReport, renderer, options ?? {}) };
      }),
  }),
  cancelRenderJob: t.field({
    type: RenderJobRef,
    nullable: true,
    description: 'Cancels a job that has not ended; the job as it is then.',
    args: { id: t.arg.globalID({ for: [RenderJobRef], required: true }) },
    resolve: (_root, { id }, { renderJobs }) => renderJobs.cancel(id.id),
  }),
}));

builder.queryField('renderJob', (t) =>
  t.field({
    type: RenderJobRef,
    nullable: true,
    args: { id: t.arg.globalID({ for: [RenderJobRef], required: true }) },
    resolve: (_root, { id }, { renderJobs }) => renderJobs.find(id.id),
  }),
);

builder.subscriptionField('renderJob', (t) =>
  t.field({
    type: RenderJobRef,
    description: "The job's state now, then each change until it ends.",
    args: { id: t.arg.globalID({ for: [RenderJobRef], required: true }) },
    subscribe: async (_root, { id }, { renderJobs, signal }) => {
      if (!(await renderJobs.find(id.id))) throw new NianbaoError('NOT_FOUND', { id: id.id });
      return stopWithConsumer(signal, (stopped) => renderJobs.watch(id.id, stopped));
    },
    resolve: (job) => job,
  }),
);
