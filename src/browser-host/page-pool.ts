import { NianbaoError } from '#errors/nianbao-error.ts';
import type { FontLibrary } from './font-library.ts';
import { within } from './deadline.ts';
import { openPrintingPage, type PrintingPage } from './printing-page.ts';
import type { StartedBrowser, SupervisedBrowser } from './supervised-browser.ts';

/** A tab lent to one print. */
export interface LentPage {
  readonly page: PrintingPage;
  /** The browser that the tab is in. */
  readonly browser: StartedBrowser;
  /** Takes the tab back; one that failed is ended instead of used again. */
  readonly giveBack: (outcome: 'done' | 'failed') => void;
}

/** Tabs that are used again and again: a new one for each print costs twice the time. */
export interface PagePool {
  readonly lend: () => Promise<LentPage>;
}

interface KeptPage {
  readonly page: PrintingPage;
  readonly browser: StartedBrowser;
  prints: number;
}

/** Memory of a tab grows with its prints; after this many it is replaced. */
const PRINTS_PER_PAGE = 50;
const OPEN_MILLISECONDS = 10_000;
const CLOSE_MILLISECONDS = 2_000;

/** A pool of the supervised browser's tabs. How many prints run at once is the caller's business. */
export function createPagePool(supervised: SupervisedBrowser, fonts: () => Promise<FontLibrary>): PagePool {
  const idle: KeptPage[] = [];
  const take = async (): Promise<KeptPage> => {
    const browser = await supervised.get();
    for (let kept = idle.pop(); kept; kept = idle.pop()) if (kept.browser === browser) return kept;
    return { page: await open(browser, await fonts()), browser, prints: 0 };
  };
  return {
    lend: async () => {
      // The browser may have died unnoticed since the last print; a second one has no such excuse.
      const kept = await take().catch(retryUnlessUnavailable(take));
      const giveBack = (outcome: 'done' | 'failed') => {
        kept.prints += 1;
        if (outcome === 'done' && kept.prints < PRINTS_PER_PAGE) idle.push(kept);
        else void end(kept);
      };
      return { page: kept.page, browser: kept.browser, giveBack };
    },
  };
}

function retryUnlessUnavailable(take: () => Promise<KeptPage>) {
  return async (error: unknown): Promise<KeptPage> => {
    if (error instanceof NianbaoError) throw error;
    return take();
  };
}

// A browser in which not even a tab can be opened or closed is of no more use.
async function open(browser: StartedBrowser, fonts: FontLibrary): Promise<PrintingPage> {
  return within(OPEN_MILLISECONDS, openPrintingPage(browser.browser, fonts)).catch(async (error: unknown) => {
    await browser.stop();
    throw error;
  });
}

async function end({ page, browser }: KeptPage): Promise<void> {
  await within(CLOSE_MILLISECONDS, page.close()).catch(() => browser.stop());
}
