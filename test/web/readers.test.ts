import { createHash } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, candidates, openBrowser } from '../browser/open-browser.ts';
import { readPdfText } from '../e2e/read-pdf-text.ts';
import type { Gateway } from '../gateway/open-gateway.ts';
import { storeKinds } from '../gateway/store-kinds.ts';
import { idOf, openPublished, type Body } from '../rollups/published-gateway.ts';
import { axeFindings, openPage, textOf, type Look, type OpenPage } from './open-pages.ts';

const received = (value: number) => ({
  'applications.received.naturalPersons': value,
  'applications.received.total': value,
  'applications.outcomes.disclosed.naturalPersons': value,
  'applications.outcomes.disclosed.total': value,
  'applications.outcomes.total.naturalPersons': value,
  'applications.outcomes.total.total': value,
});

function bureau(number: number): Body {
  return {
    name: `东山区第${number}局`,
    parent: '东山区人民政府',
    reports: [
      { year: 2024, figures: received(number), narratives: { overview: '全年收到申请不多。' } },
      { year: 2025, figures: received(number + 1), narratives: { overview: '全年收到申请较多。' } },
      { year: 2023, figures: {}, status: 'DRAFT' },
    ],
  };
}

const bodies: readonly Body[] = [
  { name: '东山区人民政府' },
  { name: '东山区无报告局', parent: '东山区人民政府' },
  ...Array.from({ length: 25 }, (_, index) => bureau(index + 1)),
];

const looks: readonly Look[] = [
  { locale: 'zh-CN', scheme: 'light' },
  { locale: 'zh-CN', scheme: 'dark' },
  { locale: 'en', scheme: 'light' },
  { locale: 'en', scheme: 'dark' },
];

describe.each(storeKinds)('what readers find on the pages, on $name', ({ missing, settings }) => {
  describe.skipIf(missing || candidates.length === 0)(`in Chromium${browserMissing}`, () => {
    let gateway: Gateway;
    let browser: Browser;
    let plugins: string;

    beforeAll(async () => {
      plugins = await mkdtemp(join(tmpdir(), 'nianbao-web-plugins-'));
      gateway = await openPublished({ ...settings(), NIANBAO_PLUGIN_DIRS: plugins }, bodies);
      browser = await openBrowser();
    });

    afterAll(async () => {
      await browser.close();
      await gateway.close();
      await rm(plugins, { recursive: true, force: true });
    });

    const visit = async (path: string, look: Look = {}): Promise<OpenPage> => {
      const opened = await openPage(browser, gateway, look);
      await opened.go(path);
      return opened;
    };

    it('finds a body as one types, reads its report, and downloads the PDF that the gateway made', async () => {
      const { page, faults } = await visit('/');
      expect(await textOf(page, 'main [role=status]')).toContain('50');
      await page.type('input[name=q]', '第17局');
      await page.waitForFunction(`document.querySelectorAll('tbody tr').length === 2`);
      expect(page.url()).toContain(`q=${encodeURIComponent('第17局')}`);
      await page.click('tbody td a');
      await page.waitForSelector('article h1');
      expect(await textOf(page, 'h1')).toBe('东山区第17局2025年报告');
      const cell = 'td[data-path="applications.received.naturalPersons"]';
      expect(await textOf(page, cell)).toBe('18');
      await page.click('main form button[type=submit]');
      const link = await page.waitForSelector('a[download]', { timeout: 60_000 });
      const { href, sha256 } = (await link!.evaluate((one) => {
        const anchor = one as unknown as { href: string; dataset: Record<string, string> };
        return { href: anchor.href, sha256: anchor.dataset['sha256'] };
      })) as { href: string; sha256: string };
      const bytes = new Uint8Array(await (await fetch(href)).arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect((await readPdfText(bytes)).text).toContain('东山区第17局');
      expect(faults).toEqual([]);
    }, 120_000);

    it('shows a renderer that is registered while the page is open', async () => {
      const { page } = await visit('/');
      await page.click('tbody td a');
      await page.waitForSelector('select[name=renderer]');
      const offered = `[...document.querySelectorAll('select[name=renderer] option')].map((one) => one.value)`;
      expect(await page.evaluate(offered)).not.toContain('summary');
      await cp(fileURLToPath(new URL('../fixtures/plugins/summary', import.meta.url)), join(plugins, 'summary'), {
        recursive: true,
      });
      await page.waitForFunction(`${offered}.includes('summary')`, { timeout: 30_000 });
    }, 60_000);

    it('turns pages of 20, in answers of less than 10 kB', async () => {
      const { page, asked } = await visit('/');
      expect(await page.$$eval('tbody tr', (rows) => rows.length)).toBe(20);
      await page.click('.pages button');
      await page.waitForFunction(`document.querySelectorAll('.pages button').length === 2`);
      await page.waitForNetworkIdle();
      const lists = await Promise.all(asked.map(({ answer }) => answer));
      const sizes = lists.filter((text) => text.includes('totalCount')).map((text) => Buffer.byteLength(text));
      expect(sizes).toHaveLength(2);
      for (const size of sizes) expect(size).toBeLessThan(10_000);
    });

    it('compares two years of a body: the figures that changed, and the words', async () => {
      const id = encodeURIComponent(await idOf(gateway, '东山区第3局'));
      const { page, faults } = await visit(`/organizations/${id}`);
      expect(await page.$$eval('table tbody tr', (rows) => rows.length)).toBe(2);
      await page.click('form button[type=submit]');
      await page.waitForSelector('ins');
      expect(await textOf(page, 'tbody tr')).toMatch(/3\s+4\s+\+1$/u);
      expect(await textOf(page, 'ins')).toContain('较');
      expect(faults).toEqual([]);
    });

    it('sums a region and names who is missing', async () => {
      const id = encodeURIComponent(await idOf(gateway, '东山区人民政府'));
      const { page } = await visit(`/rollup?year=2024&within=${id}`);
      const sum = await page.$$eval('tbody tr', (rows) =>
        rows.map((row) => (row as unknown as { innerText: string }).innerText),
      );
      expect(sum.find((row) => row.includes('新收') && row.includes('自然人'))).toMatch(/325$/u);
      await page.click('summary');
      expect(await textOf(page, 'details')).toContain('东山区无报告局');
    });

    it('never shows or asks for what is not published', async () => {
      const { page, asked } = await visit('/?q=2023');
      expect(await page.$$eval('tbody tr', (rows) => rows.length)).toBe(0);
      const answers = await Promise.all(asked.map(({ answer }) => answer));
      expect(answers.join('')).not.toContain('DRAFT');
    });

    it('is served below any path that a proxy puts before it, and says when an address leads nowhere', async () => {
      const page = await (await fetch(`${gateway.url}/reports/some-id`)).text();
      expect(page).toContain('<base href="../" />');
      const opened = await visit('/reports/unknown');
      expect(await textOf(opened.page, 'h1')).toBe('没有这个页面');
    });

    it.each(looks)(
      'gives axe-core nothing to find, in $locale and $scheme',
      async (look) => {
        const id = encodeURIComponent(await idOf(gateway, '东山区第3局'));
        const top = encodeURIComponent(await idOf(gateway, '东山区人民政府'));
        const opened = await openPage(browser, gateway, look);
        const { page, go, faults } = opened;
        for (const path of [
          '/',
          `/organizations/${id}`,
          `/rollup?within=${top}&year=2024`,
          '/obligations?year=2024',
          '/sign-in',
        ]) {
          await go(path);
          expect({ path, found: await axeFindings(page) }).toEqual({ path, found: [] });
        }
        await go('/');
        await page.click('tbody td a');
        await page.waitForSelector('article table');
        expect(await axeFindings(page)).toEqual([]);
        await page.setViewport({ width: 320, height: 640 });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
        expect(faults).toEqual([]);
      },
      60_000,
    );
  });
});
