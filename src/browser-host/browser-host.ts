import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { findCandidates, type Candidate, type SearchPlaces } from './candidates.ts';
import type { OperatorFonts } from './font-faces.ts';
import { createFontLibrary } from './font-library.ts';
import { createPagePool } from './page-pool.ts';
import { programVersion, versionNumber } from './program-version.ts';
import { refuseLargeHtml } from './budget.ts';
import { printOnce } from './print-once.ts';
import { PrintQueue } from './print-queue.ts';
import { usualDeadlines, usualLimits, type Deadlines, type PrintLimits } from './print-request.ts';
import type { PrintOptions, PrintRequest } from './print-request.ts';
import { superviseBrowser, type Log } from './supervised-browser.ts';
import { usualWear, type WearLimits } from './wear.ts';
import { privateFontConfiguration } from './system-fonts.ts';
import { privateFolder } from './unpacked-folder.ts';

/** The gateway's only way to Chromium. */
export interface BrowserHost {
  /**
   * Prints HTML as a tagged PDF with outline. Rejects with BROWSER_UNAVAILABLE, RENDERING_TIMEOUT, RENDERING_FAILED,
   * QUEUE_FULL or INPUT_INVALID, and with the signal's reason when it aborts.
   */
  readonly print: (request: PrintRequest, options?: PrintOptions) => Promise<Uint8Array>;
  /** Which browser prints, with which fonts; starts it when it is not running. Rejects with BROWSER_UNAVAILABLE. */
  readonly identify: () => Promise<BrowserIdentity>;
  /** All that the look of a PDF depends on besides the HTML, for a cache key; starts no browser. */
  readonly appearance: () => Promise<string>;
  /** Ends the browser and waits until it is gone; running prints are rejected, later ones too. */
  readonly close: () => Promise<void>;
}

/** Which browser prints. */
export interface BrowserIdentity {
  /** For example `HeadlessChrome/156.0.8078.79`. */
  readonly version: string;
  readonly source: Candidate['source'];
  readonly executablePath: string;
  /** Changes with the fonts. */
  readonly fonts: string;
}

/** How a browser host is made. */
export interface BrowserHostOptions extends Omit<SearchPlaces, 'unpackInto'> {
  readonly log: Log;
  /** Prints at once; by default one a processor, at most 8. */
  readonly pages?: number | undefined;
  /** For profiles, the unpacked Chromium of npm and the unpacked last-resort font; by default a private folder in /tmp. */
  readonly cacheFolder?: string | undefined;
  /** Fonts of the operator, in the place of ours. */
  readonly fonts?: OperatorFonts | undefined;
  readonly limits?: Partial<PrintLimits> | undefined;
  readonly deadlines?: Partial<Deadlines> | undefined;
  /** When a page or the browser is replaced. */
  readonly wear?: Partial<WearLimits> | undefined;
  /** Instead of looking for Chromium. */
  readonly candidates?: readonly Candidate[] | undefined;
}

const MOST_PAGES = 8;

/** Makes the host; Chromium is looked for and started at the first print. */
export function createBrowserHost(options: BrowserHostOptions): BrowserHost {
  const pages = options.pages ?? Math.min(MOST_PAGES, availableParallelism());
  const limits = { ...usualLimits(pages), ...options.limits };
  const fonts = once(() => createFontLibrary(options.fonts));
  const folder = once(async () => options.cacheFolder ?? privateFolder());
  const candidates = async () => options.candidates ?? findCandidates({ ...options, unpackInto: await folder() });
  const installed = once(async () => programVersion(await candidates()));
  const browser = superviseBrowser({
    log: options.log,
    candidates,
    settings: async () => ({
      fontConfiguration: await privateFontConfiguration(await folder()),
      profiles: join(await folder(), 'profiles'),
    }),
  });
  const pool = createPagePool({
    supervised: browser,
    fonts,
    wear: { ...usualWear, ...options.wear },
    log: options.log,
  });
  const queue = new PrintQueue(pages, limits.waiting);
  const closing = new AbortController();
  return {
    print: async (request, { signal, deadlines, renderer } = {}) => {
      refuseLargeHtml(request, limits);
      const bounds = { deadlines: { ...usualDeadlines, ...options.deadlines, ...deadlines }, renderer };
      const both = AbortSignal.any([closing.signal, ...(signal ? [signal] : [])]);
      return queue.run({ ...bounds, signal: both }, (all) => {
        return printOnce(pool, request, { ...bounds, signal: all, limits });
      });
    },
    identify: async () => {
      closing.signal.throwIfAborted();
      const { version, source, executablePath } = await browser.get();
      return { version, source, executablePath, fonts: (await fonts()).version };
    },
    appearance: async () => {
      const version = versionNumber(browser.version() ?? '') || (await installed());
      return `Chromium ${version}, fonts ${(await fonts()).version}`;
    },
    close: async () => {
      closing.abort(new NianbaoError('BROWSER_UNAVAILABLE', {}, { cause: new Error('the browser host is closed') }));
      await browser.close();
    },
  };
}

// A failure is not kept: the next call tries again.
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
}
