import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Candidate } from './candidates.ts';
import { within } from './deadline.ts';
import { launch, type LaunchSettings, type RunningBrowser } from './launch.ts';

/** Writes a line to the gateway's log, with what caused it. */
export type Log = (message: string, cause?: unknown) => void;

/** The one Chromium: started on first use, started again after a crash, replaced when it is worn. */
export interface SupervisedBrowser {
  /** The running browser; rejects with BROWSER_UNAVAILABLE when none of the candidates starts, or after `close`. */
  readonly get: () => Promise<StartedBrowser>;
  /**
   * Starts another, which takes the place of the old one when it runs; that is ended when it is idle, or after a while.
   * Rejects, and nothing changes, when no other one starts.
   */
  readonly replace: (old: StartedBrowser, idle: () => Promise<void>) => Promise<void>;
  /** Version of the one that was started last; undefined before the first start. */
  readonly version: () => string | undefined;
  /** Ends it for good. */
  readonly close: () => Promise<void>;
}

/** A running browser and where it came from. */
export interface StartedBrowser extends RunningBrowser {
  readonly source: Candidate['source'];
  readonly executablePath: string;
}

/** What the supervisor needs: candidates, best first, and what each start needs. */
export interface SupervisedBrowserOptions {
  readonly candidates: () => Promise<readonly Candidate[]>;
  readonly settings: () => Promise<LaunchSettings>;
  readonly log: Log;
}

/** How long a browser that was replaced may still print. */
const DRAIN_MILLISECONDS = 30_000;

/** Supervises one browser. */
export function superviseBrowser(options: SupervisedBrowserOptions): SupervisedBrowser {
  let current: Promise<StartedBrowser> | undefined;
  let closed = false;
  let version: string | undefined;
  const running = new Set<Promise<StartedBrowser>>();
  const begin = (): Promise<StartedBrowser> => {
    // What happens to an old browser late must not touch the one that has taken its place.
    const forget = () => {
      running.delete(starting);
      if (current === starting) current = undefined;
    };
    const starting = startFirst(options).then((started) => {
      ({ version } = started);
      return watch(started, forget);
    });
    running.add(starting);
    starting.catch(forget);
    return starting;
  };
  const refuseClosed = () => {
    // Somebody may still be on the way to a page while the host closes.
    if (closed) throw new NianbaoError('BROWSER_UNAVAILABLE', {}, { cause: new Error('the browser host is closed') });
  };
  return {
    get: async () => {
      refuseClosed();
      return (current ??= begin());
    },
    replace: async (old, idle) => {
      refuseClosed();
      const before = current;
      const next = begin();
      const started = await next;
      // The old one may have died meanwhile, and have been replaced by whoever wanted to print.
      if (current !== undefined && current !== before) return started.stop();
      current = next;
      await within(DRAIN_MILLISECONDS, idle()).catch(() => undefined);
      return old.stop();
    },
    version: () => version,
    close: async () => {
      closed = true;
      await Promise.all(Array.from(running, (one) => one.then((started) => started.stop()).catch(() => undefined)));
    },
  };
}

function watch(started: StartedBrowser, forget: () => void): StartedBrowser {
  started.browser.once('disconnected', forget);
  // It may have died between its start and the line above.
  if (!started.browser.connected) forget();
  const stop = async () => {
    forget();
    await started.stop();
  };
  return { ...started, stop };
}

async function startFirst({ candidates, settings, log }: SupervisedBrowserOptions): Promise<StartedBrowser> {
  const failures: unknown[] = [];
  const launchSettings = await settings();
  for (const { source, install } of await candidates()) {
    try {
      const installed = await install();
      const running = await launch(installed, launchSettings);
      const { executablePath } = installed;
      log(
        `${running.version} (${source}) started${running.sandboxed ? '' : ' without its sandbox'}: ${executablePath}`,
      );
      return { ...running, source, executablePath };
    } catch (error) {
      log(`the ${source} Chromium does not start`, error);
      failures.push(error);
    }
  }
  throw new NianbaoError('BROWSER_UNAVAILABLE', {}, { cause: new AggregateError(failures, 'no Chromium starts') });
}
