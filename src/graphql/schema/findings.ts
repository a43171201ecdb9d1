import { NianbaoError } from '#errors/nianbao-error.ts';
import type { DecisionOnFinding } from '#findings/decide-finding.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { ConflictRefusal, ForbiddenRefusal, InvalidInputRefusal, NotFoundRefusal, refusing } from '../refusals.ts';
import { actorOf, targetOf } from '../report-access.ts';
import { reportFields } from '../selection.ts';
import { Report } from './report.ts';
import { FindingVerdict } from './violations.ts';

const refusals = [InvalidInputRefusal, ConflictRefusal, NotFoundRefusal, ForbiddenRefusal];

const DecideFindingInput = builder.inputType('DecideFindingInput', {
  fields: (t) => ({
    report: t.globalID({ for: [Report], required: true }),
    expectedRevision: t.int({ required: true }),
    finding: t.string({ required: true, description: 'key of the violation.' }),
    verdict: t.field({ type: FindingVerdict, required: true }),
    reason: t.string({ required: true }),
  }),
});

const ReopenFindingInput = builder.inputType('ReopenFindingInput', {
  fields: (t) => ({
    report: t.globalID({ for: [Report], required: true }),
    expectedRevision: t.int({ required: true }),
    finding: t.string({ required: true, description: 'key of the violation.' }),
  }),
});

/** Decides as whoever asks, and stores what comes of it. */
async function decide(
  input: { readonly report: { readonly id: string }; readonly expectedRevision: number },
  decision: DecisionOnFinding,
  context: Context,
): Promise<string> {
  const target = { id: input.report, expectedRevision: input.expectedRevision };
  const { id } = await context.reviewDesk.decideFinding(
    await targetOf(context, target, 'report.edit'),
    decision,
    actorOf(context),
  );
  return id;
}

const DecideFindingSuccess = builder.objectRef<string>('DecideFindingSuccess').implement({
  fields: (t) => ({
    report: t.field({
      type: Report,
      resolve: async (id, _, { reports }, info) => {
        const report = await reports.find(id, reportFields(info));
        if (report) return report;
        throw new NianbaoError('NOT_FOUND', { id });
      },
    }),
  }),
});

builder.mutationFields((t) => ({
  decideFinding: t.field({
    type: DecideFindingSuccess,
    description:
      'Confirms or dismisses a finding, with the reason, or says that blank cells mean zero. It holds as long as what ' +
      'the finding speaks of is the same. It is a change of the report: what was passed must be passed again.',
    authScopes: { may: 'report.edit' },
    args: { input: t.arg({ type: DecideFindingInput, required: true }) },
    errors: { types: refusals, union: { name: 'DecideFindingResult' } },
    resolve: (_root, { input: { finding, verdict, reason, ...target } }, context) =>
      refusing(refusals, () => decide(target, { finding, verdict, reason }, context)),
  }),
  reopenFinding: t.field({
    type: DecideFindingSuccess,
    description: 'Takes back what was decided of a finding.',
    authScopes: { may: 'report.edit' },
    args: { input: t.arg({ type: ReopenFindingInput, required: true }) },
    errors: { types: refusals, union: { name: 'ReopenFindingResult' } },
    resolve: (_root, { input: { finding, ...target } }, context) =>
      refusing(refusals, () => decide(target, { finding, verdict: null, reason: '' }, context)),
  }),
}));
