import { afterAll, describe, expect, it } from 'vitest';
import { a4, pageOf } from './fixture-page.ts';
import { loggingHost } from './hosts.ts';
import { chromiumProcesses } from './processes.ts';

describe('pages', () => {
  const host = loggingHost({ pages: 1 });
  afterAll(() => host.close());

  const print = () => host.print({ html: pageOf('<p>年报</p>'), layout: a4 });
  const renderers = () => new Set(chromiumProcesses().flatMap(({ pid, command }) => (command.includes('--type=renderer') ? [pid] : [])));

  it('are used again, and replaced after 50 prints', async () => {
    await print();
    const first = renderers();
    for (let prints = 1; prints < 50; prints += 1) await print();
    await print();
    const [kept] = [...first].filter((pid) => renderers().has(pid)).map(() => 'kept');
    expect(renderers().size).toBeLessThanOrEqual(first.size + 1);
    await expect.poll(() => [...first].filter((pid) => renderers().has(pid)).length, { timeout: 5000 }).toBeLessThan(first.size);
    expect(kept).toBeDefined();
  });
});
