import type { Browser, Page, PDFOptions } from 'puppeteer';
import { answerRequests, type DocumentSlot } from './answer-requests.ts';
import { ORIGIN } from './font-faces.ts';
import type { FontLibrary } from './font-library.ts';
import type { PageLayout, PrintRequest } from './print-request.ts';

/** A browser tab that prints one document after another. */
export interface PrintingPage {
  /** The PDF in pieces, as Chromium hands it over. Never to be awaited without a deadline. */
  readonly print: (request: PrintRequest) => Promise<ReadableStream<Uint8Array>>;
  /** Ends the tab and whatever it is doing. */
  readonly close: () => Promise<void>;
}

/** Opens a tab in which no script runs and that sees nothing but its document and our fonts. */
export async function openPrintingPage(browser: Browser, fonts: FontLibrary): Promise<PrintingPage> {
  const page = await browser.newPage();
  const slot: DocumentSlot = { html: undefined };
  await page.setJavaScriptEnabled(false);
  await page.emulateMediaType('print');
  await answerRequests(await page.createCDPSession(), slot, fonts);
  return {
    print: async ({ html, layout }) => {
      slot.html = withStylesheet(html, fonts.stylesheetPath);
      await load(page);
      await loadPageNumberFont(page);
      return page.createPDFStream(pdfOptions(layout));
    },
    close: () => page.close({ runBeforeUnload: false }),
  };
}

async function load(page: Page): Promise<void> {
  const response = await page.goto(`${ORIGIN}/`, { waitUntil: 'load', timeout: 0 });
  if (response?.ok() !== true) throw new Error(`the document was not loaded: ${response?.status() ?? 'no answer'}`);
}

// Margin boxes are laid out only while printing, which does not wait for fonts: a page number whose digits stand
// nowhere in the text would come out blank.
async function loadPageNumberFont(page: Page): Promise<void> {
  await page.evaluate(`document.fonts.load('1em "Nianbao Song"', '-0123456789').then(() => undefined)`);
}

/** The document with the fonts' style sheet before its own styles. */
export function withStylesheet(html: string, path: string): string {
  const link = `<link rel="stylesheet" href="${path}">`;
  const place = /<head(?:\s[^>]*)?>|<html(?:\s[^>]*)?>|<!doctype[^>]*>/gi;
  const opening = html.match(place)?.at(-1);
  if (opening === undefined) return link + html;
  const end = html.indexOf(opening) + opening.length;
  return html.slice(0, end) + link + html.slice(end);
}

function pdfOptions({ width, height, margin, footer }: PageLayout): PDFOptions {
  return {
    width,
    height,
    margin,
    ...(footer === undefined
      ? {}
      : { displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: footer }),
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: 0,
  };
}
