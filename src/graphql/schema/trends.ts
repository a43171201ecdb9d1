import { trendOf, type TrendPoint } from '#rollups/trend.ts';
import { builder } from '../builder.ts';
import { reportFields } from '../selection.ts';
import { Organization } from './organizations.ts';
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

builder.queryField('trend', (t) =>
  t.field({
    type: [TrendPointRef],
    description: "One organization's figures, year by year.",
    args: {
      organization: t.arg.globalID({ for: [Organization], required: true }),
      fromYear: t.arg.int(),
      toYear: t.arg.int(),
    },
    resolve: (_root, { organization, fromYear, toYear }, { store }, info) => {
      const years = { from: fromYear ?? undefined, to: toYear ?? undefined };
      const reports = store.reports.seenBy('everything');
      return trendOf(reports, { organization: organization.id, ...years }, reportFields(info, 'report'));
    },
  }),
);
