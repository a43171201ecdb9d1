import { NianbaoError } from '#errors/nianbao-error.ts';
import { BrowserUse, type UseSettings } from './browser-use.ts';
import type { FontLibrary } from './font-library.ts';
import { within } from './deadline.ts';
import { openPrintingPage, type PrintingPage } from './printing-page.ts';
import type { StartedBrowser } from './supervised-browser.ts';

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

/** What a pool needs. */
export interface PoolSettings extends UseSettings {
  readonly fonts: () => Promise<FontLibrary>;
}

interface KeptPage {
  readonly page: PrintingPage;
  readonly browser: StartedBrowser;
  prints: number;
}

/** So many prints before a page is worn out the next one is opened, so that nobody waits for it. */
const SPARE_AHEAD = 5;
const OPEN_MILLISECONDS = 10_000;
const CLOSE_MILLISECONDS = 2_000;

/** A pool of the supervised browser's tabs. How many prints run at once is the caller's business. */
export function createPagePool(settings: PoolSettings): PagePool {
  const pool = new Pool(settings);
  return { lend: () => pool.lend() };
}

class Pool {
  readonly #settings: PoolSettings;
  readonly #idle: KeptPage[] = [];
  readonly #spares: Promise<KeptPage | undefined>[] = [];
  readonly #uses = new WeakMap<StartedBrowser, BrowserUse>();

  constructor(settings: PoolSettings) {
    this.#settings = settings;
  }

  async lend(): Promise<LentPage> {
    // The browser may have died unnoticed since the last print; a second one has no such excuse.
    const kept = await this.#take().catch((error: unknown) => {
      if (error instanceof NianbaoError) throw error;
      return this.#take();
    });
    return { page: kept.page, browser: kept.browser, giveBack: (outcome) => this.#giveBack(kept, outcome) };
  }

  async #take(): Promise<KeptPage> {
    const browser = await this.#settings.supervised.get();
    const use = this.#useOf(browser);
    use.lend();
    try {
      return (await this.#fresh(browser)) ?? (await this.#open(browser));
    } catch (error) {
      use.giveBack();
      throw error;
    }
  }

  /** A page of the browser that waits for work; those of others go with their browsers. */
  async #fresh(browser: StartedBrowser): Promise<KeptPage | undefined> {
    for (let kept = this.#idle.pop(); kept; kept = this.#idle.pop()) if (kept.browser === browser) return kept;
    for (let next = this.#spares.shift(); next; next = this.#spares.shift()) {
      const spare = await next;
      if (spare?.browser === browser) return spare;
    }
    return undefined;
  }

  #giveBack(kept: KeptPage, outcome: 'done' | 'failed'): void {
    const { browser } = kept;
    const { printsPerPage } = this.#settings.wear;
    const use = this.#useOf(browser);
    kept.prints += 1;
    use.giveBack();
    void use.count();
    if (outcome === 'failed') void use.probe();
    if (outcome === 'done' && kept.prints < printsPerPage) this.#idle.push(kept);
    else void end(kept);
    if (kept.prints === printsPerPage - SPARE_AHEAD) {
      this.#spares.push(this.#open(browser).catch(() => undefined));
    }
  }

  // A browser in which not even a tab can be opened is of no more use.
  async #open(browser: StartedBrowser): Promise<KeptPage> {
    const opening = openPrintingPage(browser.browser, await this.#settings.fonts());
    const page = await within(OPEN_MILLISECONDS, opening).catch(async (error: unknown) => {
      await browser.stop();
      throw error;
    });
    return { page, browser, prints: 0 };
  }

  #useOf(browser: StartedBrowser): BrowserUse {
    const use = this.#uses.get(browser) ?? new BrowserUse(browser, this.#settings);
    this.#uses.set(browser, use);
    return use;
  }
}

async function end({ page, browser }: KeptPage): Promise<void> {
  await within(CLOSE_MILLISECONDS, page.close()).catch(() => browser.stop());
}
