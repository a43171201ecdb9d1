import { demand } from '#auth/can.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { duties, stageRoles, type ReviewPolicy, type ReviewStage } from '#reports/review-policy.ts';
import { reviewDecisions } from '#reports/change.ts';
import { checkedPolicy } from '#review/checked-policy.ts';
import { policyFor } from '#review/review-policies.ts';
import { builder } from '../builder.ts';
import { ForbiddenRefusal, InvalidInputRefusal, NotFoundRefusal, refusing } from '../refusals.ts';
import { Organization } from './organizations.ts';

/** 通过 or 退回. */
export const ReviewDecision = builder.enumType('ReviewDecision', { values: reviewDecisions });

const Duty = builder.enumType('ReviewDuty', { description: '内容审核, 校对, 保密审查', values: duties });

const StageRole = builder.enumType('ReviewStageRole', { values: stageRoles });

const ReviewStageRef = builder.objectRef<ReviewStage>('ReviewStage').implement({
  description: 'One stage of the review that reports are given before publication.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'For example 一审一校.' }),
    post: t.exposeString('post', { description: 'What who passes it is called on the review sheet.' }),
    role: t.expose('role', { type: StageRole, description: 'What who passes it must be; administrators always may.' }),
    duties: t.field({ type: [Duty], resolve: (stage) => [...stage.duties] }),
    checklist: t.stringList({ resolve: ({ checklist }) => [...checklist] }),
  }),
});

const ReviewPolicyRef = builder.objectRef<ReviewPolicy>('ReviewPolicy').implement({
  description: 'How reports are reviewed: an organization’s own rule, or that of the nearest one above it.',
  fields: (t) => ({
    stages: t.field({ type: [ReviewStageRef], resolve: ({ stages }) => [...stages] }),
    onePersonOneStage: t.exposeBoolean('onePersonOneStage', {
      description: 'One person passes one stage of a content only.',
    }),
  }),
});

builder.objectField(Organization, 'reviewPolicy', (t) =>
  t.field({ type: ReviewPolicyRef, resolve: ({ lineage }, _, { store }) => policyFor(store, lineage) }),
);

const ReviewStageInput = builder.inputType('ReviewStageInput', {
  fields: (t) => ({
    title: t.string({ required: true }),
    post: t.string({ required: true }),
    role: t.field({ type: StageRole, required: true }),
    duties: t.field({ type: [Duty], required: true }),
    checklist: t.stringList({ required: true }),
  }),
});

const SaveReviewPolicyInput = builder.inputType('SaveReviewPolicyInput', {
  fields: (t) => ({
    organization: t.globalID({ for: [Organization], required: true }),
    stages: t.field({
      type: [ReviewStageInput],
      description: 'Without them the organization follows the one above it again.',
    }),
    onePersonOneStage: t.boolean({ defaultValue: true }),
  }),
});

const SaveReviewPolicySuccess = builder
  .objectRef<{ readonly organization: string }>('SaveReviewPolicySuccess')
  .implement({
    fields: (t) => ({
      organization: t.field({
        type: Organization,
        resolve: async ({ organization }, _, { store }) => {
          const found = await store.organizations.find(organization);
          if (found) return found;
          throw new NianbaoError('NOT_FOUND', { id: organization });
        },
      }),
    }),
  });

builder.mutationField('saveReviewPolicy', (t) =>
  t.field({
    type: SaveReviewPolicySuccess,
    description:
      'Sets the stages that the reports of an organization, and of all below it without a rule of their own, pass.',
    authScopes: { may: 'report.configureReview' },
    args: { input: t.arg({ type: SaveReviewPolicyInput, required: true }) },
    errors: {
      types: [InvalidInputRefusal, NotFoundRefusal, ForbiddenRefusal],
      union: { name: 'SaveReviewPolicyResult' },
    },
    resolve: (_root, { input }, { store, viewer }) =>
      refusing([InvalidInputRefusal, NotFoundRefusal, ForbiddenRefusal], async () => {
        const {
          organization: { id },
          stages,
          onePersonOneStage,
        } = input;
        const organization = await store.organizations.find(id);
        if (!organization) throw new NianbaoError('NOT_FOUND', { id });
        demand(viewer, 'report.configureReview', organization.lineage);
        const review = stages ? checkedPolicy({ stages, onePersonOneStage: onePersonOneStage ?? true }) : null;
        await store.organizationSettings.change(id, { review });
        return { organization: id };
      }),
  }),
);
