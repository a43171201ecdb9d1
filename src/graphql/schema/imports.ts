import { invalidInput } from '#errors/invalid-input.ts';
import { hasCode, NianbaoError } from '#errors/nianbao-error.ts';
import { formOf } from '#forms/index.ts';
import { demand } from '#auth/can.ts';
import { importDocument, type DocumentOutcome } from '#importers/batch/import-document.ts';
import type { ImportSettings } from '#importers/import-report.ts';
import { MAX_DOCUMENT_BYTES } from '#importers/read-document.ts';
import { checkReport } from '#reports/checks/check-report.ts';
import type { Overrides } from '#importers/overrides.ts';
import type { ReportDraft } from '#reports/report.ts';
import { importOutcomes } from '#store/import-batch-store.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { namedOrganization } from '../named-organization.ts';
import { actorOf } from '../report-access.ts';
import { ForbiddenRefusal, ImportRefusal, refusing } from '../refusals.ts';
import { CheckResult } from './checks.ts';
import { Report } from './report.ts';
import { reportFields } from '../selection.ts';

/** What is done with a document of a body and year that has another report already. */
export const OnExistingReport = builder.enumType('OnExistingReport', {
  description:
    'What is done when the body has another report for the year: refuse the document, or make it the next revision.',
  values: ['REFUSE', 'UPDATE'] as const,
});

/** Who imports, and where they may. */
export function importerOf(context: Pick<Context, 'viewer'>): Required<Pick<ImportSettings, 'authorize' | 'actor'>> {
  return { actor: actorOf(context), authorize: (lineage) => demand(context.viewer, 'report.import', lineage) };
}

const ImportInput = builder.inputType('ImportInput', {
  fields: (t) => ({
    text: t.string({ description: 'Text of the document, or file; exactly one.' }),
    file: t.field({ type: 'File' }),
    organization: t.string({ description: 'Name of the body, or its id; overrides what the document says of itself.' }),
    year: t.int(),
    onExisting: t.field({ type: OnExistingReport, required: true, defaultValue: 'REFUSE' }),
  }),
});

type Input = typeof ImportInput.$inferInput;

async function documentOf({ text, file }: Input): Promise<string | Uint8Array> {
  if (typeof text === 'string' && !file) return text;
  if (!file || typeof text === 'string')
    throw invalidInput('text', {
      zh: '`text` 与 `file` 须给出且只给出一个。',
      en: 'Give `text` or `file`, exactly one.',
    });
  if (file.size > MAX_DOCUMENT_BYTES) throw new NianbaoError('DOCUMENT_TOO_LARGE', { limit: MAX_DOCUMENT_BYTES });
  return new Uint8Array(await file.arrayBuffer());
}

async function overridesOf({ organization, year }: Input, context: Context): Promise<Overrides> {
  const named = typeof organization === 'string' ? (await namedOrganization(context, organization)).name : undefined;
  return { organization: named, year: year ?? undefined };
}

async function importInput(input: Input, context: Context): Promise<DocumentOutcome> {
  const { store, reader, signal } = context;
  const document = await documentOf(input);
  const { onExisting } = input;
  const overrides = await overridesOf(input, context);
  const settings = { store, reader, signal, onExisting, overrides, ...importerOf(context) };
  return importDocument(document, settings, input.file?.name ?? 'text');
}

/** What became of a document. */
export const ImportOutcome = builder.enumType('ImportOutcome', {
  description: 'UNCHANGED: the document, or one that says the same, was imported before.',
  values: importOutcomes,
});

const ImportReportSuccess = builder.objectRef<DocumentOutcome>('ImportReportSuccess').implement({
  fields: (t) => ({
    report: t.field({
      type: Report,
      resolve: async ({ report: id }, _, { reports }, info) => {
        const report = await reports.find(id, reportFields(info));
        if (report) return report;
        throw new NianbaoError('NOT_FOUND', { id });
      },
    }),
    created: t.boolean({
      description: 'False when the report was there already.',
      resolve: ({ outcome }) => outcome === 'CREATED',
    }),
    outcome: t.expose('outcome', { type: ImportOutcome }),
  }),
});

builder.mutationField('importReport', (t) =>
  t.field({
    type: ImportReportSuccess,
    description: 'Reads a document and stores it as a draft. A report that is there already is not stored again.',
    args: { input: t.arg({ type: ImportInput, required: true }) },
    errors: { types: [ImportRefusal, ForbiddenRefusal], union: { name: 'ImportReportResult' } },
    authScopes: { may: 'report.import' },
    resolve: (_root, { input }, context) =>
      refusing([ImportRefusal, ForbiddenRefusal], () => importInput(input, context)),
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
    resolve: async (_root, { input }, context): Promise<Validation> => {
      const { reader, signal } = context;
      try {
        const draft = await reader.read(await documentOf(input), await overridesOf(input, context), signal);
        return { draft, error: undefined };
      } catch (error) {
        if (hasCode(error, ...ImportRefusal.codes)) return { draft: undefined, error };
        throw error;
      }
    },
  }),
);
