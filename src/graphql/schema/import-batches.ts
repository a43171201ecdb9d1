import { can } from '#auth/can.ts';
import type { ErrorCode } from '#errors/catalogue.ts';
import { invalidInput } from '#errors/invalid-input.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { BatchItem } from '#importers/batch/batch-item.ts';
import {
  importBatchStatuses,
  type ImportBatch as StoredBatch,
  type ImportItem as StoredItem,
} from '#store/import-batch-store.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { connectionOf, sliceOf } from '../pages.ts';
import { BusyRefusal, ForbiddenRefusal, ImportRefusal, InvalidInputRefusal, refusing } from '../refusals.ts';
import { reportFields } from '../selection.ts';
import { stopWithConsumer } from '../stop-with-consumer.ts';
import { importerOf, ImportOutcome, OnExistingReport } from './imports.ts';
import { Report } from './report.ts';

/** Files of one request; they are in memory while their batch runs. */
const limits = { files: 500, bytes: 100 * 2 ** 20 } as const;

const ImportBatchStatus = builder.enumType('ImportBatchStatus', {
  description: 'INTERRUPTED: whoever worked on it fell silent; the same files sent again go on where it broke off.',
  values: importBatchStatuses,
});

const ImportItem = builder.objectRef<StoredItem>('ImportItem').implement({
  description: 'What became of one document of a batch.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The file, or the archive and the path in it.' }),
    outcome: t.expose('outcome', { type: ImportOutcome }),
    report: t.field({
      type: Report,
      nullable: true,
      resolve: ({ report }, _, { reports }, info) =>
        report === null ? null : reports.find(report, reportFields(info)),
    }),
    error: t.field({
      type: ImportRefusal,
      nullable: true,
      resolve: ({ error }) => {
        if (!error) return null;
        const source = new NianbaoError(error.code as ErrorCode, error.parameters, { line: error.line ?? undefined });
        return { source, name: source.name, message: source.message };
      },
    }),
  }),
});

const ImportBatch = builder.objectRef<StoredBatch>('ImportBatch');

/** A batch is the business of who started it, and of administrators. */
function visible(batch: StoredBatch | null, { viewer }: Context): StoredBatch | null {
  const mine = viewer.subject !== null && batch?.startedBy === viewer.subject;
  return mine || can(viewer, 'audit.read') ? batch : null;
}

async function findBatch(id: string, context: Context): Promise<StoredBatch | null> {
  return visible(await context.store.importBatches.find(id), context);
}

builder.node(ImportBatch, {
  name: 'ImportBatch',
  description: 'Many documents that are imported together, in the background.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'counts' in value && 'startedBy' in value,
  loadWithoutCache: (id, context) => findBatch(id, context),
  fields: (t) => ({
    status: t.expose('status', { type: ImportBatchStatus }),
    total: t.exposeInt('total', {
      description: 'How many documents there are; an archive in an archive counts as one until it is opened.',
    }),
    created: t.int({ resolve: ({ counts }) => counts.CREATED }),
    updated: t.int({ resolve: ({ counts }) => counts.UPDATED }),
    unchanged: t.int({ resolve: ({ counts }) => counts.UNCHANGED }),
    refused: t.int({ resolve: ({ counts }) => counts.REFUSED }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true }),
    items: t.connection(
      {
        type: ImportItem,
        description: 'The documents that are done, in their order.',
        args: { outcome: t.arg({ type: ImportOutcome }) },
        resolve: async ({ id, counts }, { outcome, ...args }, { store }) => {
          const page = await store.importBatches.items(id, outcome ?? undefined, sliceOf(args));
          const count = outcome ? counts[outcome] : Object.values(counts).reduce((sum, one) => sum + one, 0);
          return connectionOf(page, () => Promise.resolve(count));
        },
      },
      { name: 'ImportItemConnection' },
      { name: 'ImportItemEdge' },
    ),
  }),
});

const ImportReportsInput = builder.inputType('ImportReportsInput', {
  fields: (t) => ({
    files: t.field({
      type: ['File'],
      required: true,
      description: `Documents, and ZIP archives of documents: at most ${limits.files}, together at most ${limits.bytes / 2 ** 20} MiB.`,
    }),
    onExisting: t.field({ type: OnExistingReport, required: true, defaultValue: 'REFUSE' }),
  }),
});

function itemsOf(files: readonly File[]): BatchItem[] {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length === 0 || files.length > limits.files)
    throw invalidInput(
      'files',
      { zh: '应为 1 至 {most} 个文件。', en: 'Give 1 to {most} files.' },
      { most: limits.files },
    );
  if (bytes > limits.bytes) throw new NianbaoError('DOCUMENT_TOO_LARGE', { limit: limits.bytes });
  return files.map((file) => ({ name: file.name, read: async () => new Uint8Array(await file.arrayBuffer()) }));
}

const ImportReportsSuccess = builder
  .objectRef<{ readonly batch: StoredBatch }>('ImportReportsSuccess')
  .implement({ fields: (t) => ({ batch: t.field({ type: ImportBatch, resolve: ({ batch }) => batch }) }) });

const refusals = [ImportRefusal, InvalidInputRefusal, BusyRefusal, ForbiddenRefusal];

builder.mutationFields((t) => ({
  importReports: t.field({
    type: ImportReportsSuccess,
    description:
      'Reads many documents, in the background, and stores them as drafts. Sent again, what was imported is not read again.',
    args: { input: t.arg({ type: ImportReportsInput, required: true }) },
    authScopes: { may: 'report.import' },
    errors: { types: refusals, union: { name: 'ImportReportsResult' } },
    resolve: (_root, { input: { files, onExisting } }, context) =>
      refusing(refusals, async () => {
        const items = itemsOf(files);
        const { subject: startedBy } = context.viewer;
        return { batch: await context.importBatches.start({ items, startedBy, onExisting, ...importerOf(context) }) };
      }),
  }),
  cancelImportBatch: t.field({
    type: ImportBatch,
    nullable: true,
    description: 'Ends a batch after the documents that are being read; what was imported stays.',
    args: { id: t.arg.globalID({ for: [ImportBatch], required: true }) },
    authScopes: { may: 'report.import' },
    resolve: async (_root, { id }, context) => (await findBatch(id.id, context)) && context.importBatches.cancel(id.id),
  }),
}));

builder.queryField('importBatch', (t) =>
  t.field({
    type: ImportBatch,
    nullable: true,
    args: { id: t.arg.globalID({ for: [ImportBatch], required: true }) },
    resolve: (_root, { id }, context) => findBatch(id.id, context),
  }),
);

builder.subscriptionField('importBatch', (t) =>
  t.field({
    type: ImportBatch,
    description: "The batch's state now, then each change until it ends.",
    args: { id: t.arg.globalID({ for: [ImportBatch], required: true }) },
    subscribe: async (_root, { id }, context) => {
      if (!(await findBatch(id.id, context))) throw new NianbaoError('NOT_FOUND', { id: id.id });
      return stopWithConsumer(context.signal, (stopped) => context.store.importBatches.watch(id.id, stopped));
    },
    resolve: (batch) => batch,
  }),
);
