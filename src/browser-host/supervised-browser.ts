import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Candidate } from './candidates.ts';
import { launch, type LaunchSettings, type RunningBrowser } from './launch.ts';

/** Writes a line to the gateway's log, with what caused it. */
export type Log = (message: string, cause?: unknown) => void;

/** The one Chromium: started on first use, started again after a crash. */
export interface SupervisedBrowser {
  /** The running browser; rejects with BROWSER_UNAVAILABLE when none of the candidates starts, or after `close`. */
  readonly get: () => Promise<StartedBrowser>;
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

/** Supervises one browser. */
export function superviseBrowser(options: SupervisedBrowserOptions): SupervisedBrowser {
  let current: Promise<StartedBrowser> | undefined;
  let closed = false;
  let version: string | undefined;
  const begin = (): Promise<StartedBrowser> => {
    // What happens to an old browser late must not touch the one that has taken its place.
    const forget = () => {
      if (current === starting) current = undefined;
    };
    const starting = startFirst(options).then((started) => {
      ({ version } = started);
      return watch(started, forget);
    });
    starting.catch(forget);
    return starting;
  };
  return {
    get: async () => {
      // Somebody may still be on the way to a page while the host closes.
      if (closed) throw new NianbaoError('BROWSER_UNAVAILABLE', {}, { cause: new Error('the browser host is closed') });
      return (current ??= begin());
    },
    version: () => version,
    close: async () => {
      closed = true;
      const running = await current?.catch(() => undefined);
      await running?.stop();
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
