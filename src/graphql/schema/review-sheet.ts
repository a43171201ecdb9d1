import { demand } from '#auth/can.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { subjectOfReviewSheet, type ReviewSheetSource } from '#rendering/subject-of-review-sheet.ts';
import type { Report as StoredReport } from '#reports/report.ts';
import { policyFor } from '#review/review-policies.ts';
import { standingPasses } from '#review/standing-passes.ts';
import { builder, stored } from '../builder.ts';
import type { Context } from '../context.ts';
import { read } from '../selection.ts';
import { Rendering, renderNow } from './renderings.ts';
import { Report } from './report.ts';

/** The working edition with its review; FORBIDDEN for who does not see that. */
async function sheetOf({ id, organization }: Pick<StoredReport, 'id' | 'organization'>, context: Context) {
  const { reports, store, viewer } = context;
  const { lineage } = organization;
  demand(viewer, 'report.readWorking', lineage);
  const [report, policy, { states }] = await Promise.all([
    reports.find(id, 'all') as Promise<StoredReport | null>,
    policyFor(store, lineage),
    reports.history(id),
  ]);
  if (!report) throw new NianbaoError('NOT_FOUND', { id });
  return { report, policy, standing: standingPasses(report, policy), states } satisfies ReviewSheetSource;
}

builder.objectField(Report, 'reviewSheet', (t) =>
  t.field({
    type: Rendering,
    nullable: true,
    description:
      'The review sheet (审签单) of the working edition as a document: stages, decisions, signature lines; for those who see that edition.',
    args: { renderer: t.arg.string({ required: true }), options: t.arg({ type: 'JSONObject' }) },
    ...stored({ reads: ['organization'] }),
    resolve: async ({ id, organization }, args, context) => {
      const source = await sheetOf({ id, organization: read(organization) as StoredReport['organization'] }, context);
      return renderNow(subjectOfReviewSheet(source), args, context, { report: id, revision: null });
    },
  }),
);
