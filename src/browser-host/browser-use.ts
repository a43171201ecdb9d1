import { within } from './deadline.ts';
import { groupMemory } from './group-memory.ts';
import type { Log, StartedBrowser, SupervisedBrowser } from './supervised-browser.ts';
import type { WearLimits } from './wear.ts';

/** What counting the use of browsers needs. */
export interface UseSettings {
  readonly supervised: SupervisedBrowser;
  readonly wear: WearLimits;
  readonly log: Log;
}

const PROBE_MILLISECONDS = 3_000;
/** How many prints pass between two looks at the memory. */
const MEMORY_EVERY = 25;

/** Counts what a browser serves, and has it replaced when it is worn: the new one first, then the old is drained. */
export class BrowserUse {
  readonly #browser: StartedBrowser;
  readonly #settings: UseSettings;
  #lent = 0;
  #prints = 0;
  #isRetired = false;
  #onIdle: (() => void) | undefined;

  constructor(browser: StartedBrowser, settings: UseSettings) {
    this.#browser = browser;
    this.#settings = settings;
    const probing = setInterval(() => void this.probe(), settings.wear.probeEvery).unref();
    browser.browser.once('disconnected', () => clearInterval(probing));
  }

  /** A page of it is lent, or about to be. */
  lend(): void {
    this.#lent += 1;
  }

  giveBack(): void {
    this.#lent -= 1;
    if (this.#lent === 0) this.#onIdle?.();
  }

  /** It has printed once more. */
  async count(): Promise<void> {
    this.#prints += 1;
    const { printsPerBrowser, browserBytes } = this.#settings.wear;
    if (this.#prints >= printsPerBrowser) return this.#retire(`it has printed ${this.#prints} times`);
    if (this.#prints % MEMORY_EVERY !== 0) return undefined;
    const bytes = (await groupMemory(this.#browser.browser.process()?.pid ?? 0)) ?? 0;
    if (bytes > browserBytes) await this.#retire(`it takes ${Math.round(bytes / 2 ** 20)} MiB`);
  }

  /** Has it replaced when it does not answer. */
  async probe(): Promise<void> {
    await within(PROBE_MILLISECONDS, this.#browser.browser.version()).catch(() => this.#retire('it does not answer'));
  }

  async #retire(why: string): Promise<void> {
    if (this.#isRetired || !this.#browser.browser.connected) return;
    this.#isRetired = true;
    const { supervised, log } = this.#settings;
    log(`another browser takes over: ${why}`);
    try {
      await supervised.replace(this.#browser, () => this.#idle());
    } catch (error) {
      this.#isRetired = false;
      log('no other browser starts, so that the old one goes on', error);
    }
  }

  #idle(): Promise<void> {
    if (this.#lent === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#onIdle = resolve;
    });
  }
}
