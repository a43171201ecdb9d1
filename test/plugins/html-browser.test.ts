import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HtmlOptions } from '../../plugins/html/options.ts';
import { renderPage } from '../../plugins/html/page.ts';
import { browserMissing, openBrowser } from '../browser/open-browser.ts';
import { showPage } from '../browser/show-page.ts';
import { cityReport, quietReport } from './documents.ts';
import { htmlDefaults } from './html-options.ts';
import { doubtfulReport, drawn, looks } from './html-looks.ts';
import { printableReport } from '#rendering/printable-report.ts';

const reports = [
  ['a large city', cityReport],
  ['a quiet body', quietReport],
] as const;

describe.skipIf(browserMissing !== '')(`the page in a browser${browserMissing}`, () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
  });

  afterAll(() => browser.close());

  async function open(document: typeof cityReport, width: number, purpose: HtmlOptions['purpose']): Promise<void> {
    await page.setViewport({ width, height: 800 });
    await showPage(page, renderPage(document, { ...htmlDefaults, purpose }));
  }

  it.each(reports)('reflows at 320 pixels for %s, tables in boxes that scroll', async (_, report) => {
    await open(report, 320, 'screen');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    const scrolls = '[...document.querySelectorAll(".scroll")].map((box) => box.scrollWidth > box.clientWidth)';
    expect(await page.evaluate(scrolls)).toEqual([true, true]);
  });

  it.each(looks.filter(({ html = {} }) => html.purpose !== 'print'))('reflows at 320 pixels: $name', async (look) => {
    await page.setViewport({ width: 320, height: 800 });
    await showPage(
      page,
      drawn((options) => printableReport(doubtfulReport, { ...options, checks: true }), look),
    );
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  it('leads from a figure to what was found there, and back', async () => {
    await page.setViewport({ width: 1280, height: 800 });
    await showPage(page, renderPage(printableReport(doubtfulReport, { checks: true }), htmlDefaults));
    const leads = `[...document.querySelectorAll('td.marked')].map((cell) => {
      const described = cell.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id));
      const links = [...cell.querySelectorAll('a')].map((link) => document.querySelector(link.hash));
      return links.every((target, index) => target === described[index]) && described.every(({ innerText }) => innerText);
    })`;
    const marked = (await page.evaluate(leads)) as boolean[];
    expect(marked.length).toBeGreaterThan(20);
    expect(new Set(marked)).toEqual(new Set([true]));
    const back = `[...document.querySelectorAll('.findings li a')].map(({ hash }) => document.querySelector(hash)?.tagName)`;
    expect(new Set((await page.evaluate(back)) as string[])).toEqual(new Set(['TD']));
  });

  it('keeps its look under a strict policy that allows nothing but its style by hash', async () => {
    const html = renderPage(cityReport, htmlDefaults);
    const [, hash] = /<style data-csp="([^"]*)">/u.exec(html) ?? [];
    const policy = { value: '' };
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').setHeader('content-security-policy', policy.value);
      response.end(html);
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const strict = await browser.newPage();
    const refused: string[] = [];
    strict.on('console', (message) => refused.push(message.text()));
    const ground = async (value: string) => {
      policy.value = value;
      await strict.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      return strict.evaluate('getComputedStyle(document.querySelector("article")).maxWidth');
    };
    expect(await ground(`default-src 'none'; style-src '${hash}'`)).toBe('900px');
    expect(refused.filter((text) => !text.includes('favicon'))).toEqual([]);
    expect(await ground(`default-src 'none'; style-src 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='`)).toBe(
      'none',
    );
    expect(refused.join()).toContain('Content Security Policy');
    await new Promise((resolve) => server.close(resolve));
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
