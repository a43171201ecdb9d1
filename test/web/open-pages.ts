import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'puppeteer';
import type { Gateway } from '../gateway/open-gateway.ts';

const axeSource = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** How a page is looked at. */
export interface Look {
  readonly locale?: 'zh-CN' | 'en';
  readonly scheme?: 'light' | 'dark';
  readonly token?: string;
}

/** A page of the reader, and what it told us. */
export interface OpenPage {
  readonly page: Page;
  /** What went wrong in it: exceptions, and what the content policy stopped. */
  readonly faults: readonly string[];
  /** What it asked the gateway: the request's body and the answer's, in order. */
  readonly asked: readonly { readonly request: string; readonly answer: Promise<string> }[];
  readonly go: (path: string) => Promise<void>;
}

/** Opens a tab of its own on the gateway's pages. */
export async function openPage(browser: Browser, gateway: Gateway, look: Look = {}): Promise<OpenPage> {
  const { locale = 'zh-CN', scheme = 'light', token } = look;
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const faults: string[] = [];
  const asked: { request: string; answer: Promise<string> }[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('response', (response) => {
    const request = response.request();
    if (!response.url().endsWith('/graphql') || request.method() !== 'POST') return;
    const isStream = response.headers()['content-type']?.includes('event-stream') ?? false;
    asked.push({
      request: request.postData() ?? '',
      answer: isStream ? Promise.resolve('') : response.text().catch(() => ''),
    });
  });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(
    (kept: { locale: string; token: string | undefined }) => {
      const window = globalThis as unknown as Record<
        'localStorage' | 'sessionStorage',
        Map<string, string> & { setItem: (key: string, value: string) => void }
      >;
      window.localStorage.setItem('nianbao.locale', kept.locale);
      if (kept.token !== undefined) window.sessionStorage.setItem('nianbao.token', kept.token);
    },
    { locale, token },
  );
  return { page, faults, asked, go: (path) => goTo(page, `${gateway.url}${path}`) };
}

async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForSelector('main h1');
  await page.waitForSelector('main .waiting', { hidden: true });
}

/** What axe-core finds wrong with a page, one line each; it is judged with all rules that need no person. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const found = (await page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target).join(', ')))`,
  )) as string[];
  return found;
}

/** The text of what a selector finds first. */
export async function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => (element as unknown as { innerText: string }).innerText);
}
