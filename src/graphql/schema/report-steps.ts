import { hasRole } from '#auth/can.ts';
import type { Role } from '#auth/roles.ts';
import { builder } from '../builder.ts';
import { ConflictRefusal, ForbiddenRefusal, InvalidInputRefusal, NotFoundRefusal, refusing } from '../refusals.ts';
import { actorOf, demandOnReport, signedInActor, targetOf } from '../report-access.ts';
import { Report } from './report.ts';
import { ReviewDecision } from './review-policies.ts';
import { ReportSuccess } from './report-editing.ts';

const refusals = [InvalidInputRefusal, ConflictRefusal, NotFoundRefusal, ForbiddenRefusal];

const ReportStepInput = builder.inputType('ReportStepInput', {
  fields: (t) => ({
    id: t.globalID({ for: [Report], required: true }),
    expectedRevision: t.int({ required: true }),
    note: t.string({
      description: 'Required to withdraw (why), and to publish again (what was corrected); readers see it.',
    }),
    personalDataSeen: t.boolean({
      defaultValue: false,
      description: 'What looks like personal data in the texts was looked at; needed to publish where there is any.',
    }),
  }),
});

const ReviewReportInput = builder.inputType('ReviewReportInput', {
  fields: (t) => ({
    id: t.globalID({ for: [Report], required: true }),
    expectedRevision: t.int({ required: true }),
    stage: t.int({ required: true, description: 'Counted from 1.' }),
    decision: t.field({ type: ReviewDecision, required: true }),
    proofread: t.boolean({ required: true }),
    secrecyChecked: t.boolean({ defaultValue: false, description: '保密审查: needed once before publication' }),
    note: t.string({ description: 'Required to reject.' }),
  }),
});

const ReportStepResult = builder.errorUnion('ReportStepResult', {
  types: [ReportSuccess, ...refusals],
  resolveType: () => 'ReportSuccess',
});

builder.mutationFields((t) => ({
  submitReport: t.field({
    type: ReportStepResult,
    description: 'Hands a draft over to its review.',
    authScopes: { may: 'report.edit' },
    args: { input: t.arg({ type: ReportStepInput, required: true }) },
    resolve: (_root, { input }, context) =>
      refusing(refusals, async () => {
        const target = await targetOf(context, input, 'report.edit');
        return context.reviewDesk.submit(target, input.note ?? undefined, actorOf(context));
      }),
  }),
  reviewReport: t.field({
    type: ReportStepResult,
    description:
      '三审三校: by default three stages, three different people, each with its proofreading; a rejection sends the report back, an edit voids the passes.',
    authScopes: { may: 'report.review' },
    args: { input: t.arg({ type: ReviewReportInput, required: true }) },
    resolve: (_root, { input }, context) =>
      refusing(refusals, async () => {
        const lineage = await demandOnReport(context, input.id.id, 'report.review');
        const { stage, decision, proofread, expectedRevision } = input;
        const secrecyChecked = input.secrecyChecked ?? false;
        const verdict = { stage, decision, proofread, secrecyChecked, note: input.note ?? undefined };
        const reviewer = {
          actor: signedInActor(context),
          holds: (role: Role) => hasRole(context.viewer, [role], lineage),
        };
        return context.reviewDesk.review({ id: input.id.id, expectedRevision }, verdict, reviewer);
      }),
  }),
  publishReport: t.field({
    type: ReportStepResult,
    description: 'Shows readers the report that passed its review; again, with a correction that they see.',
    authScopes: { may: 'report.publish' },
    args: { input: t.arg({ type: ReportStepInput, required: true }) },
    resolve: (_root, { input }, context) =>
      refusing(refusals, async () => {
        const target = await targetOf(context, input, 'report.publish');
        const consent = { note: input.note ?? undefined, personalDataSeen: input.personalDataSeen ?? false };
        return context.reviewDesk.publish(target, consent, actorOf(context));
      }),
  }),
  withdrawReport: t.field({
    type: ReportStepResult,
    description: 'Takes a published report from readers, who keep seeing that it was there and why it is gone.',
    authScopes: { may: 'report.publish' },
    args: { input: t.arg({ type: ReportStepInput, required: true }) },
    resolve: (_root, { input }, context) =>
      refusing(refusals, async () => {
        const target = await targetOf(context, input, 'report.publish');
        return context.reviewDesk.withdraw(target, input.note ?? undefined, actorOf(context));
      }),
  }),
}));
