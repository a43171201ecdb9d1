import type { Gateway } from '../gateway/open-gateway.ts';
import { idOf, openPublished, type Body } from './published-gateway.ts';

const figuresOf = (received: number | null, disclosed: number) => ({
  'applications.received.total': received,
  'applications.carriedOver.total': 3,
  'applications.outcomes.disclosed.total': disclosed,
  'applications.outcomes.partlyDisclosed.total': 1,
  'applications.outcomes.total.total': 14,
});

const bodies: readonly Body[] = [
  { name: '甲市', reports: [{ year: 2023, figures: figuresOf(999, 7) }] },
  {
    name: '甲市教育局',
    parent: '甲市',
    reports: [2021, 2022, 2023].map((year) => ({
      year,
      figures: figuresOf((year - 2020) * 11_398_889, year - 2015),
      narratives: { overview: `公开信息${year}条。` },
    })),
  },
  { name: '甲市水利局', parent: '甲市', reports: [{ year: 2023, figures: figuresOf(null, 2) }] },
  { name: '甲市司法局', parent: '甲市' },
];

const fields: Readonly<Record<string, string>> = {
  'a roll-up of a year': 'one: rollup(filter: { within: $city, year: 2023 }) { rendering(RENDERER) { content } }',
  'a roll-up of three years': 'one: rollup(filter: { within: $city }) { rendering(RENDERER) { content } }',
  'a trend': 'one: trendRendering(organization: $bureau, RENDERER) { content }',
};

const looks = ['theme: "light"', 'theme: "dark"', 'theme: "light", locale: "en"', 'purpose: "print"'];

async function pageOf(gateway: Gateway, field: string, variables: Readonly<Record<string, string>>): Promise<string> {
  const declared = field.includes('$city') ? '$city: ID!' : '$bureau: ID!';
  const { data, errors } = await gateway.query(`query (${declared}) { ${field} }`, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  const { one } = data as unknown as { one: { content?: string; rendering?: { content: string } } };
  return one.rendering?.content ?? one.content ?? '';
}

/** Roll-ups and trends as web pages, as the gateway hands them out. */
export async function rollupPages(): Promise<{ readonly name: string; readonly html: string }[]> {
  const gateway = await openPublished({}, bodies);
  try {
    const variables = { city: await idOf(gateway, '甲市'), bureau: await idOf(gateway, '甲市教育局') };
    const pages = [];
    for (const [name, field] of Object.entries(fields)) {
      for (const look of looks) {
        const asked = field.replace('RENDERER', `renderer: "html", options: { ${look} }`);
        pages.push({ name: `${name}, ${look}`, html: await pageOf(gateway, asked, variables) });
      }
    }
    return pages;
  } finally {
    await gateway.close();
  }
}
