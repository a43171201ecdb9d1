import type { Browser, Page, PDFOptions } from 'puppeteer';
import { answerRequests, type DocumentSlot } from './answer-requests.ts';
import { ORIGIN } from './font-faces.ts';
import type { FontLibrary } from './font-library.ts';
import { prepareDocument } from './prepare-document.ts';
import type { PageLayout, PrintRequest } from './print-request.ts';

/** A browser tab that prints one document after another. */
export interface PrintingPage {
  /** Lays the document out with its fonts. Never to be awaited without a deadline, nor is the next one. */
  readonly load: (request: PrintRequest) => Promise<void>;
  /** What is laid out as a PDF in pieces, as Chromium hands it over. */
  readonly print: (layout: PageLayout) => Promise<ReadableStream<Uint8Array>>;
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
  const crash = crashOf(page);
  return {
    load: async ({ html, layout }) => {
      slot.html = prepareDocument(html, layout, fonts.stylesheetPath);
      await Promise.race([load(page), crash]);
      await Promise.race([loadPageNumberFont(page), crash]);
    },
    print: async (layout) => Promise.race([page.createPDFStream(pdfOptions(layout)), crash]),
    close: () => page.close({ runBeforeUnload: false }),
  };
}

// Puppeteer's calls may stay open for ever when the tab's process dies; this event at least comes in most cases.
function crashOf(page: Page): Promise<never> {
  const crash = new Promise<never>((_, reject) => page.once('error', reject));
  crash.catch(() => undefined);
  return crash;
}

async function load(page: Page): Promise<void> {
  const response = await page.goto(`${ORIGIN}/`, { waitUntil: 'load', timeout: 0 });
  if (response?.ok() !== true) throw new Error(`the document was not loaded: ${response?.status() ?? 'no answer'}`);
}

// Margin boxes are laid out only while printing, which does not wait for fonts: a page number whose digits stand
// nowhere in the text would come out blank. Begun here, the load is waited for by Puppeteer with all others.
async function loadPageNumberFont(page: Page): Promise<void> {
  await page.evaluate(`void document.fonts.load('1em "Nianbao Song"', '-0123456789')`);
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
