import { demand } from '#auth/can.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { DueDates } from '#reports/checks/subject.ts';
import { checkedDueDates } from '#review/due-dates.ts';
import { builder } from '../builder.ts';
import { ForbiddenRefusal, InvalidInputRefusal, NotFoundRefusal, refusing } from '../refusals.ts';
import { Organization } from './organizations.ts';

const DueDatesRef = builder.objectRef<DueDates>('DueDates').implement({
  description: 'Month and day by which the report of the year before is published, for example "01-31".',
  fields: (t) => ({
    departments: t.exposeString('departments'),
    governments: t.exposeString('governments', { description: 'Bodies whose name ends in 人民政府.' }),
  }),
});

builder.objectField(Organization, 'dueDates', (t) =>
  t.field({
    type: DueDatesRef,
    description: 'Its own, or those of the nearest organization above it that has settled them, or those of the law.',
    resolve: ({ lineage }, _, { loaders }) => loaders.dueDates.load(lineage),
  }),
);

const SaveDueDatesInput = builder.inputType('SaveDueDatesInput', {
  fields: (t) => ({
    organization: t.globalID({ for: [Organization], required: true }),
    departments: t.string({ description: 'For example "01-28"; without it that of the organization above holds.' }),
    governments: t.string({ description: 'For bodies whose name ends in 人民政府; the same.' }),
  }),
});

const SaveDueDatesSuccess = builder.objectRef<{ readonly organization: string }>('SaveDueDatesSuccess').implement({
  fields: (t) => ({
    organization: t.field({
      type: Organization,
      resolve: async ({ organization: id }, _, { store }) => {
        const found = await store.organizations.find(id);
        if (found) return found;
        throw new NianbaoError('NOT_FOUND', { id });
      },
    }),
  }),
});

builder.mutationField('saveDueDates', (t) =>
  t.field({
    type: SaveDueDatesSuccess,
    description:
      'Sets the local dates by which an organization, and all below it without dates of their own, publish their reports.',
    authScopes: { may: 'report.configureReview' },
    args: { input: t.arg({ type: SaveDueDatesInput, required: true }) },
    errors: {
      types: [InvalidInputRefusal, NotFoundRefusal, ForbiddenRefusal],
      union: { name: 'SaveDueDatesResult' },
    },
    resolve: (_root, { input }, { store, viewer }) =>
      refusing([InvalidInputRefusal, NotFoundRefusal, ForbiddenRefusal], async () => {
        const { organization: given, departments, governments } = input;
        const organization = await store.organizations.find(given.id);
        if (!organization) throw new NianbaoError('NOT_FOUND', { id: given.id });
        demand(viewer, 'report.configureReview', organization.lineage);
        const dueDates = checkedDueDates({ departments: departments ?? null, governments: governments ?? null });
        await store.organizationSettings.change(given.id, { dueDates });
        return { organization: given.id };
      }),
  }),
);
