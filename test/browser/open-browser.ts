import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser } from 'puppeteer';
import { findCandidates, type Candidate } from '#browser-host/candidates.ts';

/** The Chromiums of this machine, the best first; the one that comes with npm is the last. */
export const candidates: readonly Candidate[] = await findCandidates({
  executablePath: process.env['PUPPETEER_EXECUTABLE_PATH'],
  unpackInto: join(tmpdir(), `nianbao-${process.getuid?.() ?? ''}`),
});

/** Said in the names of suites that are skipped where there is none. */
export const browserMissing = candidates.length > 0 ? '' : ' (skipped: no Chromium here)';

/** Starts a Chromium for a test; the best of the machine unless told. */
export async function openBrowser(candidate = candidates[0]): Promise<Browser> {
  if (!candidate) throw new Error('There is no Chromium on this machine.');
  const { executablePath, libraryPath } = await candidate.install();
  return launch({
    executablePath,
    headless: /headless.shell$/u.test(executablePath) ? 'shell' : true,
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--hide-scrollbars', '--lang=zh-CN'],
    env: { ...process.env, ...(libraryPath === undefined ? {} : { LD_LIBRARY_PATH: libraryPath }) },
  });
}
