import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, candidates, openBrowser } from '../browser/open-browser.ts';
import { openGateway, type Gateway } from '../gateway/open-gateway.ts';
import { readSample } from '../gateway/read-sample.ts';
import { tokenOf } from '../gateway/sign-in-as.ts';
import { storeKinds } from '../gateway/store-kinds.ts';
import { axeFindings, openPage, textOf, type Look, type OpenPage } from './open-pages.ts';

const looks: readonly Look[] = [
  { locale: 'zh-CN', scheme: 'light' },
  { locale: 'zh-CN', scheme: 'dark' },
  { locale: 'en', scheme: 'light' },
  { locale: 'en', scheme: 'dark' },
];

const cell = (path: string) => `input[name="${path}"]`;
const received = (who: string) => `applications.received.${who}`;

describe.each(storeKinds)('what staff do on the pages, on $name', ({ missing, settings }) => {
  describe.skipIf(missing || candidates.length === 0)(`in Chromium${browserMissing}`, () => {
    let gateway: Gateway;
    let browser: Browser;
    let folder: string;
    let report: string;
    const tokens: Record<string, string> = {};

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'nianbao-staff-'));
      gateway = await openGateway(settings());
      browser = await openBrowser();
      for (const name of ['r1', 'r2', 'r3']) tokens[name] = await tokenOf(gateway, 'reviewer');
      tokens['ed'] = await tokenOf(gateway, 'editor');
      tokens['pub'] = await tokenOf(gateway, 'publisher');
    });

    afterAll(async () => {
      await browser.close();
      await gateway.close();
      await rm(folder, { recursive: true, force: true });
    });

    const visit = async (who: string, path: string): Promise<OpenPage> => {
      const opened = await openPage(browser, gateway, { token: tokens[who] ?? '' });
      await opened.go(path);
      return opened;
    };
    const saved = (page: Page) =>
      page.waitForFunction(`document.querySelector('.saving')?.innerText.startsWith('已保存')`);
    const type = async (page: Page, path: string, text: string) => {
      await page.$eval(cell(path), (input) => (input as unknown as { select: () => void }).select());
      await page.type(cell(path), text);
    };
    const valueOf = (page: Page, path: string) =>
      page.$eval(cell(path), (input) => (input as unknown as { value: string }).value);
    const status = (page: Page) => textOf(page, '.meta .status');

    it('imports files, each with what became of it', async () => {
      const good = join(folder, '报告.txt');
      const bad = join(folder, '便条.txt');
      await writeFile(
        good,
        (await readSample()).replaceAll('2024年', '2023年').replaceAll('北关区工信局', '西关区工信局'),
      );
      await writeFile(bad, '这不是年报。');
      const { page, faults } = await visit('ed', '/import');
      expect(await axeFindings(page)).toEqual([]);
      const input = (await page.$('input[type=file]')) as ElementHandle<never>;
      await (input as unknown as { uploadFile: (...paths: string[]) => Promise<void> }).uploadFile(good, bad);
      await page.waitForSelector('tbody tr:nth-child(2)', { timeout: 30_000 });
      await page.waitForFunction(`document.querySelector('[role=status]').innerText.includes('导入完成')`);
      const rows = await page.$$eval('tbody tr', (all) =>
        all.map((row) => (row as unknown as { innerText: string }).innerText),
      );
      expect(rows.find((row) => row.startsWith('报告.txt'))).toMatch(/已导入.*西关区工信局/su);
      expect(rows.find((row) => row.startsWith('便条.txt'))).toContain('未导入');
      expect(await axeFindings(page)).toEqual([]);
      report = (await page.$eval('tbody a', (link) => (link as unknown as { pathname: string }).pathname)) ?? '';
      expect(faults).toEqual([]);
    }, 60_000);

    it('fills in the form by keyboard and from a spreadsheet, saved by itself and checked at once', async () => {
      const { page, faults } = await visit('ed', `${report}/edit`);
      expect(await axeFindings(page)).toEqual([]);
      await type(page, received('naturalPersons'), '３');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.name')).toBe('applications.carriedOver.naturalPersons');
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate('document.activeElement.name')).toBe('applications.carriedOver.enterprises');
      await saved(page);
      await page.waitForFunction(`document.querySelectorAll('td.fault').length > 0`);
      const offer = `td[data-path="${received('total')}"] button`;
      await page.waitForSelector(offer);
      await page.click(offer);
      expect(await valueOf(page, received('total'))).toBe('3');
      await page.$eval(cell('applications.outcomes.disclosed.naturalPersons'), (input) => {
        const field = input as unknown as { focus: () => void; dispatchEvent: (event: unknown) => void };
        const make = globalThis as unknown as Record<
          string,
          new (...args: unknown[]) => { setData: (...args: string[]) => void }
        >;
        const data = new make['DataTransfer']!();
        data.setData('text/plain', '1\t0\t0\t0\t0\t0\t1\n2\t0\t0\t0\t0\t0\t2\n');
        field.focus();
        field.dispatchEvent(
          new make['ClipboardEvent']!('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      });
      expect(await valueOf(page, 'applications.outcomes.partlyDisclosed.total')).toBe('2');
      for (const who of ['naturalPersons', 'total']) await type(page, `applications.outcomes.total.${who}`, '3');
      await saved(page);
      await page.waitForFunction(`document.querySelectorAll('td.fault').length === 0`);
      await type(page, received('others'), 'abc');
      expect(await page.$eval(cell(received('others')), (input) => input.getAttribute('aria-invalid'))).toBe('true');
      await type(page, received('others'), '0');
      await saved(page);
      expect(await axeFindings(page)).toEqual([]);
      expect(faults).toEqual([]);
    }, 60_000);

    it('keeps what two people changed, and asks where both changed the same', async () => {
      const one = await visit('ed', `${report}/edit`);
      const two = await visit('ed', `${report}/edit`);
      await type(one.page, 'proactiveDisclosure.licensing', '11');
      await type(one.page, 'proactiveDisclosure.penalties', '12');
      await saved(one.page);
      await one.page.waitForFunction(`document.querySelector('.saving').innerText.startsWith('已保存')`);
      await type(two.page, 'proactiveDisclosure.licensing', '21');
      await type(two.page, 'proactiveDisclosure.coerciveMeasures', '23');
      await two.page.waitForSelector('[role=alertdialog]');
      expect(await textOf(two.page, '[role=alertdialog]')).toContain('对方的：11');
      expect(await valueOf(two.page, 'proactiveDisclosure.penalties')).toBe('12');
      expect(await axeFindings(two.page)).toEqual([]);
      await two.page.click('button[name=settle]');
      await saved(two.page);
      await one.page.reload();
      await one.page.waitForSelector(cell('proactiveDisclosure.licensing'));
      const values = ['licensing', 'penalties', 'coerciveMeasures'].map((name) =>
        valueOf(one.page, `proactiveDisclosure.${name}`),
      );
      expect(await Promise.all(values)).toEqual(['21', '12', '23']);
    }, 60_000);

    it('loses nothing that was typed: not while the gateway is away, nor when one leaves the page', async () => {
      const { page } = await visit('ed', `${report}/edit`);
      await page.setOfflineMode(true);
      await type(page, 'proactiveDisclosure.licensing', '31');
      await page.waitForFunction(`document.querySelector('.saving').innerText.includes('没有保存成功')`);
      await page.setOfflineMode(false);
      await saved(page);
      await type(page, 'proactiveDisclosure.penalties', '三十');
      await page.click('header a[href="/"]');
      await page.waitForSelector('form[role=search]');
      await page.goBack();
      await page.waitForSelector(cell('proactiveDisclosure.penalties'));
      expect(await valueOf(page, 'proactiveDisclosure.licensing')).toBe('31');
      expect(await valueOf(page, 'proactiveDisclosure.penalties')).toBe('三十');
      expect(
        await page.$eval(cell('proactiveDisclosure.penalties'), (input) => input.getAttribute('aria-invalid')),
      ).toBe('true');
      await type(page, 'proactiveDisclosure.penalties', '12');
      await saved(page);
      await page.waitForFunction(
        `sessionStorage.getItem(Object.keys(sessionStorage).find((key) => key.startsWith('nianbao.draft')) ?? '') === null`,
      );
    }, 60_000);

    it('downloads a draft in the name of whoever is signed in', async () => {
      const { page } = await visit('ed', report);
      await page.select('select[name=renderer]', 'text');
      await page.click('main form button[type=submit]');
      await page.waitForSelector('a[download]', { timeout: 30_000 });
      await page.evaluate(`globalThis.savedFiles = [];
        URL.createObjectURL = (blob) => { savedFiles.push(blob); return 'blob:none'; };
        HTMLAnchorElement.prototype.click = function () { savedFiles.push(this.download); };`);
      await page.$eval('a[download]', (link) =>
        link.dispatchEvent(new Event('click', { cancelable: true, bubbles: true })),
      );
      await page.waitForFunction('savedFiles.length === 2');
      expect(await page.evaluate('savedFiles[0].text()')).toContain('西关区工信局');
      expect(await page.evaluate('savedFiles[1]')).toMatch(/\.txt$/u);
    }, 60_000);

    it('takes a report through three reviews to its readers, and says what stands in the way', async () => {
      const submit = await visit('ed', `${report}/review`);
      expect(await axeFindings(submit.page)).toEqual([]);
      await submit.page.click('main button:not(.quiet)');
      await submit.page.waitForFunction(`document.querySelector('.meta .status').innerText === '审核中'`);
      for (const [index, who] of ['r1', 'r2', 'r3'].entries()) {
        const { page } = await visit(who, `${report}/review`);
        expect(await textOf(page, 'form h2')).toBe(`第 ${index + 1} 审`);
        await page.click('button[name=approve]');
        await page.waitForSelector('.notice.error');
        for (const box of await page.$$('form input[type=checkbox]')) await box.click();
        await page.click('button[name=approve]');
        await page.waitForSelector('.notice.good.plain');
        expect(await textOf(page, '.notice.good.plain')).toBe('已办理。');
      }
      const { page } = await visit('pub', `${report}/review`);
      expect(await status(page)).toBe('已通过审核');
      for (const box of await page.$$('form input[type=checkbox]')) await box.click();
      await page.click('button[name=publish]');
      await page.waitForFunction(`document.querySelector('.meta .status').innerText === '已公布'`);
      expect(await axeFindings(page)).toEqual([]);
      const reader = await openPage(browser, gateway);
      await reader.go(report);
      expect(await textOf(reader.page, 'h1')).toContain('西关区工信局');
      expect(await textOf(reader.page, `td[data-path="${received('naturalPersons')}"]`)).toBe('3');
      expect(await reader.page.$('a[href$="/edit"]')).toBeNull();
    }, 90_000);

    it.each(looks)(
      'gives axe-core nothing to find on the pages for staff, in $locale and $scheme',
      async (look) => {
        const opened = await openPage(browser, gateway, { ...look, token: tokens['ed'] ?? '' });
        for (const path of ['/import', `${report}/edit`, `${report}/review`, '/sign-in', report]) {
          await opened.go(path);
          expect({ path, found: await axeFindings(opened.page) }).toEqual({ path, found: [] });
        }
        await opened.page.setViewport({ width: 320, height: 640 });
        for (const path of ['/import', `${report}/edit`, `${report}/review`]) {
          await opened.go(path);
          expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
        }
        expect(opened.faults).toEqual([]);
      },
      60_000,
    );

    it('lets whoever holds a token that counts no more go on as a reader', async () => {
      const { page } = await openPage(browser, gateway, { token: 'expired' });
      await page.goto(`${gateway.url}/`);
      await page.waitForSelector('button[name=sign-out]');
      await page.click('button[name=sign-out]');
      await page.waitForSelector('tbody tr');
      expect(await page.$('[role=alert]')).toBeNull();
    });

    it('signs in with a token, and says who one is', async () => {
      const { page, go } = await openPage(browser, gateway);
      await go('/sign-in');
      await page.type('input[name=token]', `Bearer ${tokens['ed']}`);
      await page.click('form button[type=submit]');
      await page.waitForFunction(`document.querySelector('main').innerText.includes('您已登录')`);
      await page.click('header a[href$="/import"]');
      expect(await page.waitForSelector('input[type=file]')).not.toBeNull();
    });
  });
});
