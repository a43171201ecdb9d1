import type { Browser, Page, PDFOptions } from 'puppeteer';
import { answerRequests, type DocumentSlot } from './answer-requests.ts';
import { ORIGIN } from './font-faces.ts';
import type { FontLibrary } from './font-library.ts';
import { openTab } from './open-tab.ts';
import { prepareDocument } from './prepare-document.ts';
import type { PageLayout, PrintRequest } from './print-request.ts';

const FRAME = `${ORIGIN}/`;

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
  const page = await openTab(browser);
  const slot: DocumentSlot = { html: undefined };
  await page.setJavaScriptEnabled(false);
  await page.emulateMediaType('print');
  await answerRequests(await page.createCDPSession(), slot, fonts);
  const crash = crashOf(page);
  await Promise.race([openFrame(page, slot), crash]);
  return {
    load: async ({ html, layout }) => {
      // The document before may have led away, which a refresh can.
      if (page.url() !== FRAME) await Promise.race([openFrame(page, slot), crash]);
      const document = prepareDocument(html, layout, `<style>${fonts.rulesFor(html)}</style>`);
      await Promise.race([load(page, document), crash]);
      await Promise.race([beginFonts(page), crash]);
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

// The empty page that every document is written into: it has our origin and our policy, which documents keep.
async function openFrame(page: Page, slot: DocumentSlot): Promise<void> {
  slot.html = '<!doctype html>';
  const response = await page.goto(FRAME, { waitUntil: 'load', timeout: 0 });
  if (response?.ok() !== true) throw new Error(`the page was not opened: ${response?.status() ?? 'no answer'}`);
}

// Written, not navigated to: that takes a third less processor time.
async function load(page: Page, html: string): Promise<void> {
  await page.setContent(html, { waitUntil: 'load', timeout: 0 });
}

// Printing does not wait for fonts. Those of the text are asked for when it is laid out, which nothing else makes the
// browser do: it draws no frames. Margin boxes are laid out only while printing: a page number whose digits stand nowhere
// in the text would come out blank. Begun here, the loads are waited for by Puppeteer.
async function beginFonts(page: Page): Promise<void> {
  await page.evaluate(
    `void document.documentElement.offsetHeight; void document.fonts.load('1em "Nianbao Song"', '-0123456789')`,
  );
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
