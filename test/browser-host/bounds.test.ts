import { afterEach, describe, expect, it } from 'vitest';
import type { BrowserHostOptions } from '#browser-host/browser-host.ts';
import { a4, endlessPage, pageOf } from './fixture-page.ts';
import { loggingHost } from './hosts.ts';
import { readPdf } from './read-pdf.ts';

const short = { html: pageOf('<p>年报</p>'), layout: a4 };
const endless = { html: endlessPage(), layout: a4 };

describe('a print', () => {
  let host: ReturnType<typeof loggingHost>;
  afterEach(() => host.close());

  function start(options: Partial<BrowserHostOptions>) {
    host = loggingHost({ pages: 1, ...options });
    return host;
  }

  it.each([
    ['bytes', { htmlBytes: 1000 }, '年'.repeat(334)],
    ['table cells', { cells: 5 }, `<table><tr>${'<td>1</td>'.repeat(4)}<th>1<TD>2</table>`],
    ['images', { images: 2 }, '<img alt=""><svg></svg><IMG alt="">'],
  ])('is refused before Chromium sees it when it has more %s than it may', async (what, limits, html) => {
    start({ limits, candidates: [] });
    const reason = `the HTML has more than ${Object.values(limits)[0]} ${what}`;
    await expect(host.print({ html, layout: a4 })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      parameters: { reason },
    });
  });

  it('is refused when the PDF has more pages than it may', async () => {
    start({ limits: { outputPages: 2 } });
    const pages = (count: number) => pageOf('<p style="break-after:page">页</p>'.repeat(count));
    expect((await readPdf(await host.print({ html: pages(2), layout: a4 }))).pages).toBe(2);
    await expect(host.print({ html: pages(3), layout: a4 })).rejects.toMatchObject({
      code: 'RENDERING_FAILED',
      cause: { message: 'the PDF has more than 2 pages' },
    });
  });

  it('is refused at once when too many wait already, and those that wait are printed', async () => {
    start({ limits: { waiting: 3 } });
    const waiting = Array.from({ length: 4 }, () => host.print(short));
    await expect(host.print(short)).rejects.toMatchObject({ code: 'QUEUE_FULL' });
    for (const pdf of await Promise.all(waiting)) expect(pdf.byteLength).toBeGreaterThan(1000);
    await host.print(short);
  });

  it.each([
    ['queue', { queue: 1 }],
    ['start', { start: 1 }],
    ['load', { load: 1 }],
    ['print', { print: 1 }],
    ['total', { total: 50 }],
  ])('says that it was its deadline for %s that was over', async (phase, deadlines) => {
    start({ limits: { cells: 1_000_000 } });
    const seconds = Object.values(deadlines)[0]! / 1000;
    const before =
      phase === 'queue' ? host.print(endless, { deadlines: { load: 2000 } }).catch(() => undefined) : undefined;
    const late = host.print(short, { deadlines, renderer: 'pdf' });
    await expect(late).rejects.toMatchObject({
      code: 'RENDERING_TIMEOUT',
      parameters: { renderer: 'pdf', phase, seconds },
    });
    await before;
    expect((await readPdf(await host.print(short))).text).toBe('年报');
  });
});
