import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBrowserHost, type BrowserHost, type BrowserHostOptions } from '#browser-host/browser-host.ts';
import { findCandidates } from '#browser-host/candidates.ts';

/** A search that finds nothing installed, so that the npm package's Chromium is taken. */
export const nothingInstalled = {
  searchPath: join(tmpdir(), 'no-programs'),
  puppeteerCache: join(tmpdir(), 'no-cache'),
};

const systemHasChromium = (await findCandidates({})).length > 0;

/** The ways to Chromium that can be tried on this machine. */
export const ways: readonly (readonly [string, Partial<BrowserHostOptions>])[] = [
  ...(systemHasChromium ? [['the installed Chromium', {}] as const] : []),
  ['the Chromium from npm', nothingInstalled],
];

/** A host that logs into a list. */
export function loggingHost(options: Partial<BrowserHostOptions> = {}): BrowserHost & { readonly lines: string[] } {
  const lines: string[] = [];
  return { ...createBrowserHost({ log: (line) => lines.push(line), ...options }), lines };
}
