import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { treeOf } from '#reports/figures.ts';
import { kindOf } from '#rollups/comparable.ts';
import { evaluate, indicators, type Indicator } from '#rollups/indicators.ts';
import { compareWithPeers } from '#rollups/peers.ts';
import { rollupRules } from '#rollups/rules.ts';

const docs = readFileSync(new URL('../../docs/rollups.md', import.meta.url), 'utf8');
const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
const disclosureRate = byId.get('disclosureRate')!;
const outcomes = 'applications.outcomes';

const outcome = (disclosed: number, partlyDisclosed: number, total: number | null) =>
  treeOf([
    [`${outcomes}.disclosed.total`, disclosed],
    [`${outcomes}.partlyDisclosed.total`, partlyDisclosed],
    [`${outcomes}.total.total`, total],
  ]);

const paths = ({ numerator, denominator }: Indicator) => [...numerator, ...denominator];

describe('indicators', () => {
  it.each(indicators)('$id is made of cells of the form and stands in the docs with both names', (indicator) => {
    expect(paths(indicator).filter((path) => kindOf(path) === undefined)).toEqual([]);
    expect(indicator.numerator.length).toBeGreaterThan(0);
    const { id, name, floor, version } = indicator;
    expect(docs).toMatch(
      new RegExp(`\\| \`${id}\` +\\| ${version} +\\| ${name.zh} +\\| ${name.en} +\\|.*\\| ${floor} +\\|`, 'u'),
    );
  });

  it('have ids of their own, and there are no others in the docs', () => {
    expect(byId.size).toBe(indicators.length);
    const listed = [...docs.matchAll(/^\| `(\w+Rate)`/gmu)].map(([, id]) => id);
    expect(listed).toEqual(indicators.map(({ id }) => id));
  });

  it('withhold all rows of a kind, eight of them', () => {
    expect(byId.get('withheldRate')?.numerator).toHaveLength(8);
  });

  it('are null with a reason below the floor and where a figure is missing', () => {
    expect(evaluate(disclosureRate, outcome(4, 3, 10))).toMatchObject({ value: 0.7, reason: null, numerator: '7' });
    expect(evaluate(disclosureRate, outcome(4, 3, 9))).toMatchObject({ value: null, reason: 'BELOW_FLOOR' });
    expect(evaluate(disclosureRate, outcome(0, 0, 0))).toMatchObject({ value: null, reason: 'BELOW_FLOOR' });
    expect(evaluate(disclosureRate, outcome(4, 3, null))).toMatchObject({ value: null, reason: 'MISSING_FIGURE' });
  });

  it('lie among those of ten like bodies at least; the wider group is asked when siblings are few', () => {
    const figures = (count: number) => Array.from({ length: count }, (_, index) => outcome(index, 0, 100));
    const few = [{ group: 'SIBLINGS', figures: figures(8) }] as const;
    expect(compareWithPeers(disclosureRate, 0.05, few)).toBeNull();
    const enough = [...few, { group: 'SAME_KIND', figures: figures(9) }] as const;
    expect(compareWithPeers(disclosureRate, 0.05, enough)).toEqual({
      group: 'SAME_KIND',
      bodies: 10,
      percentile: (100 * 5.5) / 9,
      median: expect.closeTo(0.045, 9),
      lowerQuartile: expect.closeTo(0.0225, 9),
      upperQuartile: expect.closeTo(0.0575, 9),
    });
  });
});

describe('findings about roll-ups', () => {
  it.each(Object.keys(rollupRules))('%s stands in the docs', (code) => {
    expect(docs).toContain(`| \`${code}\``);
  });
});
