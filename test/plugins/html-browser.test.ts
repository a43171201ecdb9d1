import { existsSync } from 'node:fs';
import { launch, type Browser, type Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HtmlOptions } from '../../plugins/html/options.ts';
import { renderPage } from '../../plugins/html/page.ts';
import { cityReport, quietReport } from './documents.ts';

const executablePath = process.env['PUPPETEER_EXECUTABLE_PATH'] ?? '/usr/bin/chromium-headless-shell';
const missing = existsSync(executablePath) ? '' : ` (skipped: no browser at ${executablePath})`;
const reports = [
  ['a large city', cityReport],
  ['a quiet body', quietReport],
] as const;

describe.skipIf(missing !== '')(`the page in a browser${missing}`, () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage();
  });

  afterAll(() => browser.close());

  async function open(document: typeof cityReport, width: number, purpose: HtmlOptions['purpose']): Promise<void> {
    await page.setViewport({ width, height: 800 });
    await page.setContent(renderPage(document, { purpose, fragment: false, idPrefix: '' }));
  }

  it.each(reports)('reflows at 320 pixels for %s, tables in boxes that scroll', async (_, report) => {
    await open(report, 320, 'screen');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    const scrolls = '[...document.querySelectorAll(".scroll")].map((box) => box.scrollWidth > box.clientWidth)';
    expect(await page.evaluate(scrolls)).toEqual([true, true]);
  });

  it.each(reports)('fits 156 mm of paper for %s', async (_, report) => {
    const textWidth = Math.floor((156 / 25.4) * 96);
    await open(report, textWidth, 'print');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(textWidth);
    const widths = await page.evaluate('[...document.querySelectorAll("table")].map((table) => table.offsetWidth)');
    expect(Math.max(...(widths as number[]))).toBeLessThanOrEqual(textWidth);
  });

  it.each(reports)('prints on 3 to 6 pages of A4 for %s', async (_, report) => {
    await open(report, 800, 'print');
    const margin = { top: '37mm', right: '26mm', bottom: '35mm', left: '28mm' };
    const pdf = Buffer.from(await page.pdf({ format: 'A4', margin })).toString('latin1');
    const pages = pdf.match(/\/Type \/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThanOrEqual(3);
    expect(pages.length).toBeLessThanOrEqual(6);
  });

  it('begins a paragraph on the line of its run-in heading', async () => {
    await open(cityReport, 1280, 'screen');
    const bottoms = `[...document.querySelectorAll('.run-in')].map(({ children: [heading, text] }) =>
      Math.abs(heading.getClientRects()[0].bottom - text.getClientRects()[0].bottom) < 4)`;
    expect(await page.evaluate(bottoms)).toEqual(Array(5).fill(true));
  });

  it('is dark where the reader wants it dark', async () => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await open(cityReport, 1280, 'screen');
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(21, 24, 29)');
  });
});
