import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import documents from '../../src/web/generated/persisted-documents.json' with { type: 'json' };
import { browserMissing, candidates, openBrowser } from '../browser/open-browser.ts';
import type { Gateway } from '../gateway/open-gateway.ts';
import { idOf, openPublished } from '../rollups/published-gateway.ts';
import { openPage } from './open-pages.ts';

const figures = (received: number) => ({
  'applications.received.naturalPersons': received,
  'applications.received.total': received + 1,
  'applications.outcomes.disclosed.total': received,
  'applications.outcomes.total.total': received + 3,
});

/** What no person reads, and what a page needs it for. */
const forThePage: Readonly<Record<string, string>> = {
  __typename: 'tells refusals from results',
  status: 'is said in words',
  severity: 'is said in words',
  verdict: 'is said in words',
  reason: 'of an indicator without a value is said in words',
  kind: 'marks what was added and removed',
  changed: 'decides whether paragraphs are shown',
  level: 'is the level of a heading',
  runIn: 'puts a heading into the line of its paragraph',
  key: 'tells rows and columns apart',
  path: 'marks the cell',
  paths: 'mark the cells',
  id: 'is in addresses, or tells rows apart',
  endCursor: 'is where the next page begins',
  hasNextPage: 'decides whether there is one',
  optionsSchema: 'is the form of the options',
};

interface Leaf {
  readonly field: string;
  readonly value: unknown;
}

function leavesOf(value: unknown, field = ''): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, field));
  if (typeof value !== 'object' || value === null) return [{ field, value }];
  if (field in forThePage) return [];
  return Object.entries(value).flatMap(([name, one]) => leavesOf(one, name));
}

/** As people write it: figures in groups, shares in percent, times as days. */
function writingsOf(value: string | number): string[] {
  if (typeof value === 'number' || /^-?\d+(?:\.\d+)?$/u.test(value)) {
    const number = Number(value);
    const share = new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 1 }).format(number);
    return [String(value), new Intl.NumberFormat('zh-CN').format(number), share];
  }
  const days = /^\d{4}-\d{2}-\d{2}/u.test(value)
    ? [new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long' }).format(new Date(value))]
    : [];
  return [value, ...days];
}

function isShown({ field, value }: Leaf, text: string): boolean {
  if (field in forThePage || typeof value === 'boolean' || value === null || value === '') return true;
  return writingsOf(value as string | number).some((writing) => text.includes(writing));
}

/** All that a page shows or holds ready to be opened. */
async function textOfPage(page: Page): Promise<string> {
  await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`);
  return (await page.evaluate(
    `document.body.innerText + document.title + [...document.querySelectorAll('input')].map((one) => one.value).join(' ')`,
  )) as string;
}

describe.skipIf(candidates.length === 0)(`what the pages ask for${browserMissing}`, () => {
  let gateway: Gateway;
  let browser: Browser;
  let paths: Record<string, string>;

  beforeAll(async () => {
    gateway = await openPublished({}, [
      { name: '戊市' },
      {
        name: '戊市教育局',
        parent: '戊市',
        reports: [
          { year: 2023, figures: figures(21), narratives: { overview: '去年的总体情况。' } },
          { year: 2024, figures: figures(43), narratives: { overview: '今年的总体情况。' } },
        ],
      },
      { name: '戊市司法局', parent: '戊市' },
    ]);
    browser = await openBrowser();
    const body = encodeURIComponent(await idOf(gateway, '戊市教育局'));
    const above = encodeURIComponent(await idOf(gateway, '戊市'));
    const { data } = await gateway.query('{ reports(first: 2) { edges { node { id } } } }');
    const ids = (data as unknown as { reports: { edges: { node: { id: string } }[] } }).reports.edges.map(({ node }) =>
      encodeURIComponent(node.id),
    );
    paths = {
      list: '/',
      report: `/reports/${ids[0]}`,
      body: `/organizations/${body}`,
      region: `/organizations/${above}`,
      comparison: `/compare?base=${ids[1]}&other=${ids[0]}`,
      'roll-up': `/rollup?year=2024&within=${above}`,
      publication: `/obligations?year=2024&within=${above}`,
    };
  });

  afterAll(async () => {
    await browser.close();
    await gateway.close();
  });

  it.each(['list', 'report', 'body', 'region', 'comparison', 'roll-up', 'publication'])(
    'of the page %s is all shown, and asked for by the hash of a generated document',
    async (name) => {
      const { page, asked, go } = await openPage(browser, gateway);
      await go(paths[name] ?? '');
      await page.waitForNetworkIdle();
      const text = await textOfPage(page);
      expect(asked.length).toBeGreaterThan(0);
      for (const { request, answer } of asked) {
        const { query, extensions } = JSON.parse(request) as {
          query?: string;
          extensions: { persistedQuery: { sha256Hash: string } };
        };
        expect(query).toBeUndefined();
        expect(Object.keys(documents)).toContain(extensions.persistedQuery.sha256Hash);
        const { data } = JSON.parse(await answer) as { data: Record<string, unknown> };
        const unseen = leavesOf(data).filter((leaf) => !isShown(leaf, text));
        expect(unseen).toEqual([]);
      }
    },
  );
});
