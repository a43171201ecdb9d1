import type { FigureTree } from '#reports/figures.ts';
import {
  cellsOfIndicators,
  evaluate,
  indicators,
  type Indicator as DomainIndicator,
  type IndicatorValue as DomainValue,
} from '#rollups/indicators.ts';
import { compareWithPeers, readPeers, type PeerComparison as DomainPeers, type PeerFigures } from '#rollups/peers.ts';
import { builder, stored } from '../builder.ts';
import { Report } from './report.ts';
import { Rollup } from './rollups.ts';

const Direction = builder.enumType('IndicatorDirection', {
  description: 'Which way is better, if any is.',
  values: ['HIGHER', 'LOWER', 'NEITHER'] as const,
});

const Unit = builder.enumType('IndicatorUnit', { values: { RATIO: { description: 'A share, 0 to 1.' } } as const });

const Indicator = builder.objectRef<DomainIndicator>('Indicator').implement({
  description: 'A share of figures of the form; docs/rollups.md lists them.',
  fields: (t) => ({
    id: t.exposeString('id'),
    version: t.exposeInt('version', { description: 'Grows when the formula changes.' }),
    name: t.string({ resolve: ({ name }, _args, { locale }) => name[locale] }),
    description: t.string({ resolve: ({ description }, _args, { locale }) => description[locale] }),
    numerator: t.stringList({ description: 'Cells that are added up.', resolve: ({ numerator }) => [...numerator] }),
    denominator: t.stringList({ resolve: ({ denominator }) => [...denominator] }),
    unit: t.expose('unit', { type: Unit }),
    direction: t.expose('direction', { type: Direction }),
    floor: t.exposeInt('floor', { description: 'Of a smaller denominator the share is not told.' }),
  }),
});

const Reason = builder.enumType('IndicatorReason', {
  values: {
    MISSING_FIGURE: { description: 'A cell that it is made of has no figure.' },
    BELOW_FLOOR: { description: 'The denominator is below the floor: a single case would move the share too far.' },
  } as const,
});

const PeerGroup = builder.enumType('PeerGroup', {
  values: {
    SIBLINGS: { description: 'Bodies with the same parent.' },
    SAME_KIND: { description: 'Bodies of the same level and kind, by the end of the name, one level further out.' },
  } as const,
});

const PeerComparison = builder.objectRef<DomainPeers>('PeerComparison').implement({
  description: 'Where a value lies among those of like bodies. None of them is named: this is no league table.',
  fields: (t) => ({
    group: t.expose('group', { type: PeerGroup }),
    bodies: t.exposeInt('bodies', { description: 'Bodies with a value, this one among them.' }),
    percentile: t.exposeFloat('percentile', { description: 'Share of the others with a lower value, 0 to 100.' }),
    median: t.exposeFloat('median'),
    lowerQuartile: t.exposeFloat('lowerQuartile'),
    upperQuartile: t.exposeFloat('upperQuartile'),
  }),
});

interface AskedValue extends DomainValue {
  readonly peers: () => Promise<PeerFigures>;
}

const IndicatorValue = builder.objectRef<AskedValue>('IndicatorValue').implement({
  description: 'An indicator and its value, or why there is none.',
  fields: (t) => ({
    indicator: t.expose('indicator', { type: Indicator }),
    value: t.exposeFloat('value', { nullable: true }),
    reason: t.expose('reason', { type: Reason, nullable: true }),
    numerator: t.expose('numerator', { type: 'Decimal', nullable: true }),
    denominator: t.expose('denominator', { type: 'Decimal', nullable: true }),
    peers: t.field({
      type: PeerComparison,
      nullable: true,
      description: 'Null without a value, of sums, and where fewer than ten like bodies have one.',
      resolve: async ({ indicator, value, peers }) =>
        value === null ? null : compareWithPeers(indicator, value, await peers()),
    }),
  }),
});

function valuesOf(
  figures: unknown,
  ids: readonly string[] | null | undefined,
  peers: AskedValue['peers'],
): AskedValue[] {
  const asked = indicators.filter(({ id }) => !ids || ids.includes(id));
  return asked.map((indicator) => ({ ...evaluate(indicator, (figures ?? {}) as FigureTree), peers }));
}

const reads = stored({ reads: cellsOfIndicators().map((path) => `figures.${path}`) });

builder.objectField(Report, 'indicators', (t) =>
  t.field({
    type: [IndicatorValue],
    description: 'Key indicators of the report, all unless `ids` names some.',
    args: { ids: t.arg.stringList() },
    ...stored({ reads: ['organization', 'year', ...cellsOfIndicators().map((path) => `figures.${path}`)] }),
    resolve: (report, { ids }, { store }) => {
      let peers: Promise<PeerFigures> | undefined;
      return valuesOf(report.figures, ids, () => (peers ??= readPeers(store.reports.seenBy('published'), report)));
    },
  }),
);

builder.objectField(Rollup, 'indicators', (t) =>
  t.field({
    type: [IndicatorValue],
    description: 'Key indicators of the sums, all unless `ids` names some.',
    args: { ids: t.arg.stringList() },
    ...reads,
    resolve: ({ figures }, { ids }) => valuesOf(figures, ids, () => Promise.resolve([])),
  }),
);

builder.queryField('indicators', (t) =>
  t.field({
    type: [Indicator],
    description: 'The key indicators and how they are made.',
    resolve: () => [...indicators],
  }),
);
