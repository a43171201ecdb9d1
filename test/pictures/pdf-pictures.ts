import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'puppeteer';
import type { Candidate } from '#browser-host/candidates.ts';
import { createBrowserHost } from '#browser-host/browser-host.ts';
import type { RenderContext } from 'nianbao/plugin-api';
import { renderPage } from '../../plugins/html/page.ts';
import pdfPlugin from '../../plugins/pdf/index.ts';
import { htmlDefaults } from '../plugins/html-options.ts';
import { sampleIn } from '../plugins/html-looks.ts';
import { withFewColours } from './compare.ts';

const run = promisify(execFile);

/** Said in the name of the suite that is skipped where poppler is missing. */
export const pdftoppmMissing = spawnSync('pdftoppm', ['-v']).error ? ' (skipped: no pdftoppm here)' : '';

/** The sample report as a PDF in the official layout, printed by that Chromium. */
async function printSample(candidate: Candidate): Promise<Uint8Array> {
  const host = createBrowserHost({ log: () => {}, candidates: [candidate] });
  const context: RenderContext = {
    signal: new AbortController().signal,
    log: () => {},
    progress: () => {},
    print: (request) => host.print(request),
  };
  try {
    const html = renderPage(sampleIn('zh-CN'), { ...htmlDefaults, purpose: 'print' });
    const options = { layout: 'official', pageNumbers: true };
    return (await pdfPlugin.renderers['pdf']!.render(html as never, options as never, context)) as Uint8Array;
  } finally {
    await host.close();
  }
}

/** Page 1 of the official PDF in eight greys, as PNG. */
export async function pictureOfPageOne(candidate: Candidate, browser: Browser): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-picture-'));
  try {
    await writeFile(join(folder, 'report.pdf'), await printSample(candidate));
    const page = ['-f', '1', '-l', '1', '-singlefile'];
    await run('pdftoppm', [...page, '-r', '96', '-gray', '-png', 'report.pdf', 'page'], { cwd: folder });
    return await withFewColours(browser, await readFile(join(folder, 'page.png')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
