import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gateway } from '../gateway/open-gateway.ts';
import { idOf, openPublished, type Body } from './published-gateway.ts';

const figuresOf = (received: number | null) => ({
  'applications.received.total': received,
  'applications.outcomes.disclosed.total': 6,
  'applications.outcomes.partlyDisclosed.total': 1,
  'applications.outcomes.total.total': 14,
});

const bodies: readonly Body[] = [
  { name: '甲市', reports: [{ year: 2023, figures: figuresOf(999) }] },
  {
    name: '甲市教育局',
    parent: '甲市',
    reports: [
      { year: 2022, figures: figuresOf(11), narratives: { overview: '公开信息36条。' } },
      { year: 2023, figures: figuresOf(22), narratives: { overview: '公开信息58条。' } },
    ],
  },
  { name: '甲市水利局', parent: '甲市', reports: [{ year: 2023, figures: figuresOf(null) }] },
  { name: '甲市司法局', parent: '甲市' },
];

const renderers = ['html', 'text', 'markdown', 'csv'];

describe('roll-ups, trends and comparisons as documents', () => {
  let gateway: Gateway;
  let city: string;
  let bureau: string;

  beforeAll(async () => {
    gateway = await openPublished({}, bodies);
    [city, bureau] = [await idOf(gateway, '甲市'), await idOf(gateway, '甲市教育局')];
  });

  afterAll(() => gateway.close());

  /** What each renderer makes of a field that has a rendering, or is one. */
  async function contents(field: string, id: string, other: string | null = null): Promise<string[]> {
    const fields = renderers.map((renderer) => `${renderer}: ${field.replace('RENDERER', `renderer: "${renderer}"`)}`);
    const variables = field.includes('$other') ? '($id: ID!, $other: ID!)' : '($id: ID!)';
    const { data, errors } = await gateway.query(`query ${variables} { ${fields.join('\n')} }`, { id, other });
    expect(errors).toBeUndefined();
    return Object.values(data ?? {}).map((one) => {
      const { rendering, content } = one as { rendering?: { content: string }; content?: string };
      return rendering?.content ?? content ?? '';
    });
  }

  it('say the sums, who is missing and what differs, through every renderer of text', async () => {
    const field = 'rollup(filter: { within: $id, year: 2023 }) { rendering(RENDERER) { content } }';
    for (const content of await contents(field, city)) {
      expect(content).toContain('甲市司法局');
      expect(content).toContain('汇总尚不完整');
      expect(content).toContain('977');
    }
  });

  it('draw a trend with the table of its figures, and say it in words', async () => {
    for (const content of await contents('trendRendering(organization: $id, RENDERER) { content }', bureau)) {
      expect(content).toContain('本年新收');
      expect(content).toContain('22');
      expect(content).toContain('50.0');
    }
  });

  it('compare figures and words', async () => {
    const reports = `query ($id: ID!) { organization(id: $id) { reports { edges { node { id } } } } }`;
    const { data } = await gateway.query(reports, { id: bureau });
    const { edges } = (data as unknown as { organization: { reports: { edges: { node: { id: string } }[] } } })
      .organization.reports;
    const [other, base] = edges.map(({ node }) => node.id);
    const field = 'comparison(base: $id, other: $other) { rendering(RENDERER) { content } }';
    for (const content of await contents(field, base ?? '', other)) {
      expect(content).toContain('〔删：36〕〔增：58〕');
      expect(content).toContain('2.00');
    }
  });

  it('are in English on request, and found again when nothing changed', async () => {
    const text = `query ($id: ID!) { rollup(filter: { within: $id, year: 2023 }) { rendering(renderer: "html", options: { locale: "en" }) { content fromCache } } }`;
    const [first, second] = [await gateway.query(text, { id: city }), await gateway.query(text, { id: city })];
    expect(JSON.stringify(first.data)).toContain('1 bodies have no published report');
    expect(JSON.stringify(second.data)).toContain('"fromCache":true');
  });

  it('carry indicators and where a value lies, or why there is none', async () => {
    const text = `query ($id: ID!) { rollup(filter: { within: $id, year: 2023 }) { indicators(ids: ["disclosureRate", "reviewCorrectionRate"]) {
      indicator { id } value reason peers { bodies } } } }`;
    const { data, errors } = await gateway.query(text, { id: city });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      rollup: {
        indicators: [
          { indicator: { id: 'disclosureRate' }, value: 0.5, reason: null, peers: null },
          { indicator: { id: 'reviewCorrectionRate' }, value: null, reason: 'MISSING_FIGURE', peers: null },
        ],
      },
    });
  });
});
