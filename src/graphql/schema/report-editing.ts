import type { ComputedTotal } from '#reports/computed-totals.ts';
import { computedTotals } from '#reports/computed-totals.ts';
import { formOf } from '#forms/index.ts';
import type { Report as StoredReport } from '#reports/report.ts';
import { personalDataIn, personalDataKinds, type PersonalData } from '#review/personal-data.ts';
import { builder } from '../builder.ts';
import { ConflictRefusal, ForbiddenRefusal, InvalidInputRefusal, NotFoundRefusal, refusing } from '../refusals.ts';
import { actorOf, organizationToFill, targetOf } from '../report-access.ts';
import { Report } from './report.ts';

const ComputedTotalRef = builder.objectRef<ComputedTotal>('ComputedTotal').implement({
  description:
    'A total that differs from the sum of its parts, or is blank although they are not; offered, never written.',
  fields: (t) => ({
    path: t.exposeString('path'),
    computed: t.expose('computed', { type: 'Count', description: 'What the parts give.' }),
    stated: t.expose('stated', { type: 'Count', nullable: true, description: 'What the report says.' }),
  }),
});

const PersonalDataKind = builder.enumType('PersonalDataKind', {
  description: '手机号, 固定电话, 身份证号, 电子邮箱',
  values: personalDataKinds,
});

const PersonalDataRef = builder.objectRef<PersonalData>('PersonalData').implement({
  description: 'A place of the title or a text that looks like personal data.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'title, or for example narratives.overview.' }),
    kind: t.expose('kind', { type: PersonalDataKind }),
    text: t.exposeString('text'),
  }),
});

/** The report as it is after a step that succeeded. */
export const ReportSuccess = builder.objectRef<StoredReport>('ReportSuccess').implement({
  description: 'The report as it is now, whole or not: checks say what is wrong with it.',
  fields: (t) => ({
    report: t.field({ type: Report, resolve: (report) => report }),
    computedTotals: t.field({
      type: [ComputedTotalRef],
      description: 'Totals that the parts give and the report does not say.',
      resolve: (report) => computedTotals(formOf(report), report.figures),
    }),
    personalData: t.field({
      type: [PersonalDataRef],
      description:
        'What looks like personal data in the title and the texts; whoever publishes acknowledges that it was looked at.',
      resolve: personalDataIn,
    }),
  }),
});

const CreateReportInput = builder.inputType('CreateReportInput', {
  fields: (t) => ({
    organization: t.string({ required: true, description: 'Name of the body, or its id.' }),
    year: t.int({ required: true }),
    form: t.string({ description: 'The form of the year unless told.' }),
    title: t.string(),
  }),
});

const UpdateReportInput = builder.inputType('UpdateReportInput', {
  description:
    'cells maps cell paths to numbers (or null); narratives maps overview, problems, otherMatters to text. All of it is taken, or nothing.',
  fields: (t) => ({
    id: t.globalID({ for: [Report], required: true }),
    expectedRevision: t.int({ required: true }),
    title: t.string(),
    cells: t.field({ type: 'JSONObject' }),
    narratives: t.field({ type: 'JSONObject' }),
  }),
});

builder.mutationFields((t) => ({
  createReport: t.field({
    type: ReportSuccess,
    description: 'Begins an empty report, as a draft.',
    authScopes: { may: 'report.edit' },
    args: { input: t.arg({ type: CreateReportInput, required: true }) },
    errors: {
      types: [InvalidInputRefusal, ConflictRefusal, ForbiddenRefusal],
      union: { name: 'CreateReportResult' },
    },
    resolve: (_root, { input }, context) =>
      refusing([InvalidInputRefusal, ConflictRefusal, ForbiddenRefusal], async () => {
        const { year, form, title } = input;
        const given = { year, form: form ?? undefined, title: title ?? undefined };
        const organization = await organizationToFill(context, input.organization, given);
        return context.reviewDesk.create(organization, given, actorOf(context));
      }),
  }),
  updateReport: t.field({
    type: ReportSuccess,
    description:
      'Changes figures and texts. A report that breaks rules is saved all the same; what was passed must be passed again.',
    authScopes: { may: 'report.edit' },
    args: { input: t.arg({ type: UpdateReportInput, required: true }) },
    errors: {
      types: [InvalidInputRefusal, ConflictRefusal, NotFoundRefusal, ForbiddenRefusal],
      union: { name: 'UpdateReportResult' },
    },
    resolve: (_root, { input }, context) =>
      refusing([InvalidInputRefusal, ConflictRefusal, NotFoundRefusal, ForbiddenRefusal], async () => {
        const target = await targetOf(context, input, 'report.edit');
        const { title, cells, narratives } = input;
        const edit = { title: title ?? undefined, cells: cells ?? undefined, narratives: narratives ?? undefined };
        return context.reviewDesk.edit(target, edit, actorOf(context));
      }),
  }),
}));
