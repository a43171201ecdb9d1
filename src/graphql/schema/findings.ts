import { demand } from '#auth/can.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { decideFinding, type FindingDecision } from '#findings/decide-finding.ts';
import type { Report as StoredReport } from '#reports/report.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { ConflictRefusal, ForbiddenRefusal, InvalidInputRefusal, NotFoundRefusal, refusing } from '../refusals.ts';
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
  id: string,
  decision: Omit<FindingDecision, 'actor' | 'now'>,
  { store, reports, viewer }: Context,
): Promise<string> {
  const report = (await reports.find(id, 'all')) as StoredReport | null;
  if (!report) throw new NianbaoError('NOT_FOUND', { what: 'report', id });
  demand(viewer, 'report.edit', report.organization.lineage);
  const { subject, name } = viewer;
  const actor = subject === null ? null : { subject, name: name ?? subject };
  const next = await decideFinding(store, report, { ...decision, actor, now: new Date() });
  await store.reports.replace(next, decision.expectedRevision);
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
      'the finding speaks of is the same. It is a change of the report.',
    authScopes: { may: 'report.edit' },
    args: { input: t.arg({ type: DecideFindingInput, required: true }) },
    errors: { types: refusals, union: { name: 'DecideFindingResult' } },
    resolve: (_root, { input: { report, ...decision } }, context) =>
      refusing(refusals, () => decide(report.id, decision, context)),
  }),
  reopenFinding: t.field({
    type: DecideFindingSuccess,
    description: 'Takes back what was decided of a finding.',
    authScopes: { may: 'report.edit' },
    args: { input: t.arg({ type: ReopenFindingInput, required: true }) },
    errors: { types: refusals, union: { name: 'ReopenFindingResult' } },
    resolve: (_root, { input: { report, ...finding } }, context) =>
      refusing(refusals, () => decide(report.id, { ...finding, verdict: null, reason: '' }, context)),
  }),
}));
