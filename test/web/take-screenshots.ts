import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Look } from './open-pages.ts';
import { national2021 } from '#forms/national/2021.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { developmentToken } from '../gateway/open-gateway.ts';
import { idOf, openPublished, type Body } from '../rollups/published-gateway.ts';
import { readSample } from '../gateway/read-sample.ts';
import { openPage } from './open-pages.ts';

// npm run screenshots: the pages of the reader as pictures for docs/web.md. The system's own Chinese face is drawn with.

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

const kinds = ['教育', '财政', '民政', '司法', '水利', '审计', '统计', '农业农村', '卫生健康', '应急管理', '市场监管'];

function figuresOf(seed: number) {
  const received = 6 + ((seed * 13) % 41);
  const disclosed = Math.floor(received * 0.6);
  const persons = received - 2;
  return {
    ...Object.fromEntries([...national2021.cells.keys()].map((path) => [path, 0])),
    'applications.received.naturalPersons': persons,
    'applications.received.enterprises': 2,
    'applications.received.total': received,
    'applications.outcomes.disclosed.naturalPersons': disclosed,
    'applications.outcomes.disclosed.total': disclosed,
    'applications.outcomes.partlyDisclosed.naturalPersons': 0,
    'applications.outcomes.partlyDisclosed.total': 0,
    'applications.outcomes.unavailable.notHeld.naturalPersons': persons - disclosed,
    'applications.outcomes.unavailable.notHeld.enterprises': 2,
    'applications.outcomes.unavailable.notHeld.total': received - disclosed,
    'applications.outcomes.total.naturalPersons': persons,
    'applications.outcomes.total.enterprises': 2,
    'applications.outcomes.total.total': received,
    'proactiveDisclosure.licensing': 100 + seed,
  };
}

const bodies: Body[] = [
  { name: '样例区人民政府' },
  ...kinds.map((kind, index): Body => ({
    name: `样例区${kind}局`,
    parent: '样例区人民政府',
    reports: [2021, 2022, 2023, 2024]
      .filter((year) => year < 2024 || index % 4 !== 3)
      .map((year) => ({
        year,
        figures: figuresOf(index * 7 + year - 2020),
        narratives: {
          overview: `${year}年，样例区${kind}局认真贯彻落实《中华人民共和国政府信息公开条例》。`,
          problems: '公开的主动性还不够，将加强培训。',
          otherMatters: '无。',
        },
      })),
  })),
];

const gateway = await openPublished({}, bodies);
await gateway.query('mutation ($text: String!) { importReport(input: {text: $text}) { __typename } }', {
  text: await readSample(),
});
const browser = await openBrowser();
const region = encodeURIComponent(await idOf(gateway, '样例区人民政府'));
const body = encodeURIComponent(await idOf(gateway, '样例区教育局'));
const { data } = await gateway.query('query { reports(filter: {search: "教育局"}) { edges { node { id } } } }');
const [other, base] = (data as unknown as { reports: { edges: { node: { id: string } }[] } }).reports.edges.map(
  ({ node }) => encodeURIComponent(node.id),
);

const staff: Look = { token: developmentToken };

const pages: readonly {
  readonly name: string;
  readonly path: string;
  readonly look?: Look;
  readonly width?: number;
}[] = [
  { name: 'list', path: '/' },
  { name: 'list-dark-narrow', path: '/', look: { scheme: 'dark' }, width: 360 },
  { name: 'report', path: `/reports/${other}` },
  { name: 'years', path: `/organizations/${body}` },
  { name: 'comparison', path: `/compare?base=${base}&other=${other}` },
  { name: 'roll-up', path: `/rollup?within=${region}&year=2024`, look: { locale: 'en' } },
  { name: 'edit', path: `/reports/${other}/edit`, look: staff },
  { name: 'review', path: `/reports/${other}/review`, look: staff },
  { name: 'publication', path: `/obligations?within=${region}&year=2024` },
];

await mkdir(folder, { recursive: true });
for (const { name, path, look, width = 1100 } of pages) {
  const { page, go } = await openPage(browser, gateway, look);
  await page.setViewport({ width, height: 760 });
  await go(path);
  await page.waitForNetworkIdle();
  await page.screenshot({ path: `${folder}${name}.png` });
}
await browser.close();
await gateway.close();
