import { subjectOfTrend } from '#rendering/subject-of-trend.ts';
import { trendOf, type TrendPoint } from '#rollups/trend.ts';
import { builder } from '../builder.ts';
import { knownOrganization } from '../named-organization.ts';
import { reportFields } from '../selection.ts';
import { Organization } from './organizations.ts';
import { Rendering, renderNow } from './renderings.ts';
import { Report } from './report.ts';

const TrendPointRef = builder.objectRef<TrendPoint>('TrendPoint').implement({
  description: 'One year of an organization. A figure is null where a cell that it is made of has none.',
  fields: (t) => ({
    year: t.exposeInt('year'),
    report: t.field({ type: Report, resolve: ({ report }) => report }),
    received: t.expose('received', { type: 'Count', nullable: true, description: '本年新收 (件)' }),
    carriedOver: t.expose('carriedOver', { type: 'Count', nullable: true, description: '上年结转 (件)' }),
    outcomesTotal: t.expose('outcomesTotal', { type: 'Count', nullable: true, description: '本年度办理结果总计 (件)' }),
    carriedForward: t.expose('carriedForward', { type: 'Count', nullable: true, description: '结转下年度 (件)' }),
    disclosureRate: t.exposeFloat('disclosureRate', {
      nullable: true,
      description: '予以公开 and 部分公开 of all outcomes, 0 to 1; null where there were no outcomes.',
    }),
    disputes: t.expose('disputes', {
      type: 'Count',
      nullable: true,
      description: '行政复议 and both kinds of 行政诉讼 together (件)',
    }),
  }),
});

interface TrendArguments {
  readonly organization: { readonly id: string };
  readonly fromYear?: number | null | undefined;
  readonly toYear?: number | null | undefined;
}

function spanOf({ organization, fromYear, toYear }: TrendArguments) {
  return { organization: organization.id, from: fromYear ?? undefined, to: toYear ?? undefined };
}

builder.queryFields((t) => ({
  trend: t.field({
    type: [TrendPointRef],
    description: "One organization's figures, year by year.",
    args: {
      organization: t.arg.globalID({ for: [Organization], required: true }),
      fromYear: t.arg.int(),
      toYear: t.arg.int(),
    },
    resolve: async (_root, args, context, info) => {
      await knownOrganization(context, args.organization.id);
      return trendOf(context.reports, spanOf(args), reportFields(info, 'report'));
    },
  }),
  trendRendering: t.field({
    type: Rendering,
    description: "One organization's figures, year by year, as a document with charts and the table behind each.",
    args: {
      organization: t.arg.globalID({ for: [Organization], required: true }),
      fromYear: t.arg.int(),
      toYear: t.arg.int(),
      renderer: t.arg.string({ required: true }),
      options: t.arg({ type: 'JSONObject' }),
    },
    resolve: async (_root, args, context) => {
      const { reports } = context;
      const body = await knownOrganization(context, args.organization.id);
      const points = await trendOf(reports, spanOf(args), ['updatedAt', 'revision']);
      const changes = points.map(({ report }) => report.updatedAt?.getTime() ?? 0);
      const modified = new Date(Math.max(0, ...changes));
      const shown = { all: points.map(({ report: { id, revision = null } }) => ({ report: id, revision })) };
      return renderNow(subjectOfTrend({ organization: body.name, years: points, modified }), args, context, shown);
    },
  }),
}));
