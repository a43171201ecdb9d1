import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hasCode } from '#errors/nianbao-error.ts';
import type { BrowserHost, BrowserHostOptions } from '#browser-host/browser-host.ts';
import type { Candidate } from '#browser-host/candidates.ts';
import { a4, endlessPage, page, pageOf } from './fixture-page.ts';
import { loggingHost, nothingInstalled, ways } from './hosts.ts';
import { chromiumProcesses, isAlive, type LiveProcess } from './processes.ts';
import { readPdf } from './read-pdf.ts';

const endless = { html: endlessPage(), layout: a4 };
const short = { html: pageOf('<p>年报</p>'), layout: a4 };
/** On a busy machine; the default deadline is 30 s. */
const WELL_BEFORE_ANY_DEADLINE = 10_000;
const hosts: BrowserHost[] = [];

function start(options: Partial<BrowserHostOptions>) {
  const host = loggingHost({ ...options, limits: { cells: 1_000_000, ...options.limits } });
  hosts.push(host);
  return host;
}

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
  await vi.waitFor(
    () => {
      if (chromiumProcesses().length > 0) throw new Error('a Chromium is left');
    },
    { timeout: 5000 },
  );
});

async function printedText(host: BrowserHost): Promise<string> {
  return (await readPdf(await host.print(short))).text;
}

/** What the host started: the browser, or a script of the system that started it. */
function startedProcess(): LiveProcess {
  return only(chromiumProcesses().filter(({ parent }) => parent === process.pid));
}

function browserProcess(): LiveProcess {
  return only(
    chromiumProcesses().filter(({ command }) => !command.includes('--type=') && !command.startsWith('/bin/sh')),
  );
}

function only(found: readonly LiveProcess[]): LiveProcess {
  expect(found).toHaveLength(1);
  return found[0] as LiveProcess;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.each(ways)('failing with %s', (_, options) => {
  it('ends a print at its deadline, and prints the next page', async () => {
    const host = start(options);
    await host.print(short);
    const began = performance.now();
    await expect(host.print(endless, { deadlines: { load: 200, print: 200 }, renderer: 'pdf' })).rejects.toMatchObject({
      code: 'RENDERING_TIMEOUT',
      parameters: { renderer: 'pdf', seconds: 0.2 },
    });
    expect(performance.now() - began).toBeLessThan(WELL_BEFORE_ANY_DEADLINE);
    expect(await printedText(host)).toBe('年报');
  });

  it('ends a print when its caller aborts, with the reason', async () => {
    const host = start(options);
    await host.print(short);
    const controller = new AbortController();
    const printing = host.print(endless, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('gone')), 200);
    await expect(printing).rejects.toThrow('gone');
    expect(await printedText(host)).toBe('年报');
  });

  it('does not begin a print that was aborted while it waited', async () => {
    const host = start({ ...options, pages: 1 });
    const first = host.print(short);
    const controller = new AbortController();
    const second = host.print(short, { signal: controller.signal });
    controller.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    await first;
  });

  it.each([0, 150, 400])('survives the death of the browser %i ms into a print', async (delay) => {
    const host = start(options);
    await host.print(short);
    const { pid } = browserProcess();
    const printing = host.print(endless);
    setTimeout(() => process.kill(pid, 'SIGKILL'), delay);
    const began = performance.now();
    await expect(printing).rejects.toMatchObject({ code: 'RENDERING_FAILED', parameters: { renderer: 'print' } });
    expect(performance.now() - began).toBeLessThan(WELL_BEFORE_ANY_DEADLINE);
    expect(await printedText(host)).toBe('年报');
    expect(isAlive(pid)).toBe(false);
  });

  it('survives the death of the browser between prints', async () => {
    const host = start(options);
    await host.print(short);
    process.kill(browserProcess().pid, 'SIGKILL');
    await pause(200);
    expect(await printedText(host)).toBe('年报');
  });

  it('lets no browser live on when the script that started it is killed', async () => {
    const host = start(options);
    await host.print(short);
    const processes = chromiumProcesses();
    const printing = host.print(endless);
    setTimeout(() => process.kill(startedProcess().pid, 'SIGKILL'), 150);
    await expect(printing).rejects.toMatchObject({ code: 'RENDERING_FAILED' });
    await expect.poll(() => processes.filter(({ pid }) => isAlive(pid))).toEqual([]);
    expect(await printedText(host)).toBe('年报');
  });

  it('survives the death of the tab', async () => {
    const host = start(options);
    await host.print(short);
    const printing = host.print(endless, { deadlines: { total: 5000 } });
    await pause(150);
    for (const { pid, command } of chromiumProcesses())
      if (command.includes('--type=renderer')) process.kill(pid, 'SIGKILL');
    await expect(printing).rejects.toMatchObject({ code: expect.stringMatching(/^RENDERING_/) as string });
    expect(await printedText(host)).toBe('年报');
  });

  it('survives a browser that hangs', async () => {
    const host = start(options);
    await host.print(short);
    const { pid } = browserProcess();
    process.kill(pid, 'SIGSTOP');
    const printing = host.print(short, { deadlines: { load: 300 } });
    await expect(printing).rejects.toMatchObject({ code: 'RENDERING_TIMEOUT' });
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
    expect(await printedText(host)).toBe('年报');
  });

  it('refuses HTML that is too large, and a PDF that is', async () => {
    const host = start({ ...options, limits: { htmlBytes: 20_000, outputBytes: 15_000 } });
    const reason = 'the HTML has more than 20000 bytes';
    const large = host.print({ ...short, html: pageOf('年'.repeat(10_000)) });
    await expect(large).rejects.toMatchObject({ code: 'INPUT_INVALID', parameters: { reason } });
    await expect(host.print({ html: page, layout: a4 })).rejects.toMatchObject({ code: 'RENDERING_FAILED' });
    expect(await printedText(host)).toBe('年报');
  });

  it('ends running prints and every process when it is closed, and is closed twice without harm', async () => {
    const host = start(options);
    await host.print(short);
    const processes = chromiumProcesses();
    const profile = /--user-data-dir=(\S+)/.exec(browserProcess().command)?.[1] ?? '';
    expect(existsSync(profile)).toBe(true);
    const printing = host.print(endless).catch((error: unknown) => error);
    await host.close();
    expect(await printing).toMatchObject({ code: 'BROWSER_UNAVAILABLE' });
    await host.close();
    await expect.poll(() => processes.filter(({ pid }) => isAlive(pid))).toEqual([]);
    expect(existsSync(profile)).toBe(false);
    await expect(host.print(short)).rejects.toMatchObject({ code: 'BROWSER_UNAVAILABLE' });
    await expect(host.identify()).rejects.toMatchObject({ code: 'BROWSER_UNAVAILABLE' });
  });

  it.each([0, 30, 100, 200, 300])(
    'leaves nothing behind when it is closed %i ms after it began to start',
    async (delay) => {
      const host = start(options);
      const printing = host.print(short).catch((error: unknown) => error);
      await pause(delay);
      await host.close();
      const outcome = await printing;
      expect(outcome instanceof Uint8Array || hasCode(outcome, 'BROWSER_UNAVAILABLE')).toBe(true);
      await pause(500);
      expect(chromiumProcesses()).toEqual([]);
    },
  );
});

describe('a Chromium that does not start', () => {
  const broken: Candidate = { source: 'configured', install: () => Promise.resolve({ executablePath: '/bin/false' }) };
  const missing: Candidate = { source: 'system', install: () => Promise.resolve({ executablePath: '/no/such/file' }) };

  it('is logged, and the next one is taken', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nianbao-broken-'));
    const executablePath = join(folder, 'chromium');
    await writeFile(executablePath, '#!/bin/sh\necho broken >&2\nexit 3\n', { mode: 0o755 });
    const host = start({ executablePath, ...nothingInstalled });
    expect(await printedText(host)).toBe('年报');
    expect(host.lines[0]).toContain('the configured Chromium does not start');
    expect(await host.identify()).toMatchObject({ source: 'npm' });
    await rm(folder, { recursive: true });
  });

  it('is an error with all causes when there is no other', async () => {
    const host = start({ candidates: [broken, missing] });
    const failure = await host.print(short).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'BROWSER_UNAVAILABLE', cause: { errors: [{}, {}] } });
    expect(host.lines).toHaveLength(2);
  });
});
