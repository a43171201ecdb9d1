import { demand } from '#auth/can.ts';
import { hasCode, NianbaoError } from '#errors/nianbao-error.ts';
import { formOf } from '#forms/index.ts';
import { importReport } from '#importers/import-report.ts';
import { MAX_DOCUMENT_BYTES, readDocument } from '#importers/read-document.ts';
import { checkReport } from '#reports/checks/check-report.ts';
import type { ReportDraft } from '#reports/report.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { ForbiddenRefusal, ImportRefusal, refusing } from '../refusals.ts';
import { CheckResult } from './checks.ts';
import { Report } from './report.ts';
import { reportFields } from '../selection.ts';

const ImportInput = builder.inputType('ImportInput', {
  fields: (t) => ({
    text: t.string({ description: 'Text of the document, or file; exactly one.' }),
    file: t.field({ type: 'File' }),
    organization: t.string({ description: 'Overrides what the document says of itself.' }),
    year: t.int(),
  }),
});

type Input = typeof ImportInput.$inferInput;

async function documentOf({ text, file }: Input): Promise<string | Uint8Array> {
  if (typeof text === 'string' && !file) return text;
  if (!file || typeof text === 'string')
    throw new NianbaoError('INPUT_INVALID', { reason: 'give `text` or `file`, exactly one.' });
  if (file.size > MAX_DOCUMENT_BYTES) throw new NianbaoError('DOCUMENT_TOO_LARGE', { limit: MAX_DOCUMENT_BYTES });
  return new Uint8Array(await file.arrayBuffer());
}

async function readInput(input: Input): Promise<ReportDraft> {
  const overrides = { organization: input.organization ?? undefined, year: input.year ?? undefined };
  return readDocument(await documentOf(input), overrides);
}

const ImportReportSuccess = builder
  .objectRef<{ readonly id: string; readonly created: boolean }>('ImportReportSuccess')
  .implement({
    fields: (t) => ({
      report: t.field({
        type: Report,
        resolve: async ({ id }, _, { store }, info) => {
          const report = await store.reports.find(id, reportFields(info));
          if (report) return report;
          throw new NianbaoError('NOT_FOUND', { id });
        },
      }),
      created: t.exposeBoolean('created', { description: 'False when the same report was there already.' }),
    }),
  });

/** A body that is not known yet would stand at the top of the tree. */
async function demandImport({ store, viewer }: Context, { organization }: ReportDraft): Promise<void> {
  const found = await store.organizations.findByName(organization);
  demand(viewer, 'report.import', found?.lineage ?? []);
}

builder.mutationField('importReport', (t) =>
  t.field({
    type: ImportReportSuccess,
    description: 'Reads a document and stores it as a draft. A report that is there already is not stored again.',
    authScopes: { may: 'report.import' },
    args: { input: t.arg({ type: ImportInput, required: true }) },
    errors: { types: [ImportRefusal, ForbiddenRefusal], union: { name: 'ImportReportResult' } },
    resolve: (_root, { input }, context) =>
      refusing([ImportRefusal, ForbiddenRefusal], async () => {
        const draft = await readInput(input);
        await demandImport(context, draft);
        return importReport(context.store, draft);
      }),
  }),
);

interface Validation {
  readonly draft: ReportDraft | undefined;
  readonly error: NianbaoError | undefined;
}

/** GraphQL takes an instance of Error in a list for a failure of the list. */
function plainRefusal(source: NianbaoError): ImportRefusal {
  return { source, name: source.name, message: source.message };
}

const ValidationResult = builder.objectRef<Validation>('ValidationResult').implement({
  description: 'What is wrong with a document. Where it is not readable, errors say why and no check was made.',
  fields: (t) => ({
    readable: t.boolean({ resolve: ({ draft }) => draft !== undefined }),
    checks: t.field({
      type: CheckResult,
      resolve: ({ draft }) =>
        draft ? { ...checkReport(formOf(draft), draft), report: draft } : { passed: false, violations: [] },
    }),
    errors: t.field({
      type: [ImportRefusal],
      resolve: ({ error }) => (error ? [plainRefusal(error)] : []),
    }),
  }),
});

builder.queryField('validate', (t) =>
  t.field({
    type: ValidationResult,
    description: 'Checks a document without storing anything.',
    args: { input: t.arg({ type: ImportInput, required: true }) },
    resolve: async (_root, { input }): Promise<Validation> => {
      try {
        return { draft: await readInput(input), error: undefined };
      } catch (error) {
        if (hasCode(error, ...ImportRefusal.codes)) return { draft: undefined, error };
        throw error;
      }
    },
  }),
);
