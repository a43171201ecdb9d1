import { afterAll, describe, expect, it } from 'vitest';
import { a4, pageOf } from './fixture-page.ts';
import { loggingHost } from './hosts.ts';
import { chromiumProcesses } from './processes.ts';

function renderers(): number[] {
  return chromiumProcesses().flatMap(({ pid, command }) => (command.includes('--type=renderer') ? [pid] : []));
}

function gone(pids: readonly number[]): number[] {
  const running = renderers();
  return pids.filter((pid) => !running.includes(pid));
}

describe('pages', () => {
  const host = loggingHost({ pages: 1 });
  afterAll(() => host.close());

  const print = () => host.print({ html: pageOf('<p>年报</p>'), layout: a4 });

  it('are used again, and replaced after 50 prints', async () => {
    await print();
    const first = renderers();
    for (let prints = 1; prints < 49; prints += 1) await print();
    expect(gone(first)).toEqual([]);
    await print();
    await print();
    await expect.poll(() => gone(first), { timeout: 5000 }).toHaveLength(1);
    expect(renderers().length).toBeLessThanOrEqual(first.length);
    const starts = host.lines.filter((line) => line.includes(' started'));
    expect(starts).toHaveLength(1);
  });
});
