import { afterEach, describe, expect, it } from 'vitest';
import { findCandidates } from '#browser-host/candidates.ts';
import type { WearLimits } from '#browser-host/wear.ts';
import { a4, pageOf } from './fixture-page.ts';
import { loggingHost } from './hosts.ts';
import { chromiumProcesses, isAlive } from './processes.ts';

const request = { html: pageOf('<p>年报</p>'), layout: a4 };

/** The browsers themselves, by their numbers; a browser that a script starts is its child. */
function browsers(): number[] {
  return chromiumProcesses()
    .filter(({ command }) => !command.includes('--type=') && !command.startsWith('/bin/sh'))
    .map(({ pid }) => pid);
}

describe('a browser', () => {
  let host: ReturnType<typeof loggingHost>;
  afterEach(() => host.close());

  async function printWith(wear: Partial<WearLimits>, prints: number): Promise<number> {
    host = loggingHost({ pages: 2, wear });
    await host.print(request);
    const [first = 0] = browsers();
    const all = await Promise.all(Array.from({ length: prints - 1 }, () => host.print(request)));
    for (const pdf of all) expect(pdf.byteLength).toBeGreaterThan(1000);
    return first;
  }

  it.each<[string, Partial<WearLimits>, number, RegExp]>([
    ['it has printed often', { printsPerBrowser: 8 }, 30, /it has printed \d+ times/],
    ['it takes much memory', { browserBytes: 2 ** 20 }, 60, /it takes \d+ MiB/],
  ])('is replaced when %s, and nobody notices', async (_, wear, prints, reason) => {
    const first = await printWith(wear, prints);
    await expect
      .poll(() => host.lines.filter((line) => reason.test(line)).length, { timeout: 10_000 })
      .toBeGreaterThan(0);
    await expect.poll(() => isAlive(first), { timeout: 10_000 }).toBe(false);
    await host.print(request);
    await expect.poll(() => browsers().length, { timeout: 10_000 }).toBe(1);
  });

  it('is replaced when it does not answer, though nobody prints', async () => {
    const first = await printWith({ probeEvery: 200 }, 1);
    process.kill(first, 'SIGSTOP');
    await expect.poll(() => isAlive(first), { timeout: 20_000 }).toBe(false);
    expect(host.lines.join('\n')).toContain('it does not answer');
    await host.print(request);
    expect(browsers()).toHaveLength(1);
  });

  it('is kept when it is worn and no other one starts', async () => {
    const [first, ...later] = await findCandidates({});
    let starts = 0;
    const install = async () => (starts++ === 0 ? (first ?? later[0]!).install() : { executablePath: '/no/such/file' });
    host = loggingHost({ pages: 1, wear: { printsPerBrowser: 3 }, candidates: [{ source: 'system', install }] });
    for (let print = 0; print < 8; print += 1) await host.print(request);
    expect(host.lines.join('\n')).toContain('the old one goes on');
  });
});
