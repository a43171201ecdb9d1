import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { a4, pageOf } from './fixture-page.ts';
import { loggingHost, ways } from './hosts.ts';
import { readPdf } from './read-pdf.ts';

/** What a page can try in order to reach something; `at` is a server that counts who comes. */
const attempts: Readonly<Record<string, (at: string) => string>> = {
  image: (at) => `<img src="${at}/a.png" alt="">`,
  'image of several sizes': (at) => `<picture><source srcset="${at}/a.png 1x, ${at}/b.png 2x"><img alt=""></picture>`,
  'image in a style': (at) => `<style>body{background:url(${at}/a.png)}</style>`,
  script: (at) => `<script src="${at}/a.js"></script><script>fetch('${at}/b')</script>`,
  'style sheet': (at) => `<link rel="stylesheet" href="${at}/a.css"><style>@import url(${at}/b.css);</style>`,
  'foreign font': (at) => `<style>@font-face{font-family:F;src:url(${at}/f.woff2)}p{font-family:F}</style>`,
  frame: (at) => `<iframe src="${at}/"></iframe><iframe srcdoc="<img src='${at}/a.png'>"></iframe>`,
  'embedded object': (at) => `<object data="${at}/a"></object><embed src="${at}/b">`,
  'sound and film': (at) => `<audio src="${at}/a" autoplay></audio><video poster="${at}/b" src="${at}/c"></video>`,
  'early connection': (at) => `<link rel="preconnect" href="${at}"><link rel="dns-prefetch" href="${at}">`,
  'early load': (at) => `<link rel="preload" as="image" href="${at}/a"><link rel="prefetch" href="${at}/b">`,
  'icon and manifest': (at) => `<link rel="icon" href="${at}/a.ico"><link rel="manifest" href="${at}/m.json">`,
  'other base': (at) => `<base href="${at}/"><img src="a.png" alt="">`,
  'picture in SVG': (at) => `<svg><image href="${at}/a.png"/><use href="${at}/b.svg#x"/></svg>`,
  'other page at once': (at) => `<meta http-equiv="refresh" content="0;url=${at}/">`,
  'ping of a link': (at) => `<a href="${at}/" ping="${at}/ping">链接</a>`,
};

describe.each(ways)('a page reaches nothing with %s', (_, options) => {
  const host = loggingHost(options);
  let server: Server;
  let at = '';
  let connections = 0;
  beforeAll(async () => {
    server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await host.close();
    server.close();
  });

  it.each(Object.keys(attempts))('by %s', async (name) => {
    const html = pageOf(`<p>正文</p>${attempts[name]?.(at) ?? ''}`);
    const { text } = await readPdf(await host.print({ html, layout: a4 }));
    expect(text).toMatch(/^正文/);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(connections).toBe(0);
  });

  it.each(['file:///etc/passwd', 'http://document.invalid/', 'http://document.invalid/fonts/../../package.json'])(
    'nor the content of %s',
    async (url) => {
      const html = pageOf(`<p>正文</p><iframe src="${url}"></iframe><object data="${url}"></object>`);
      expect((await readPdf(await host.print({ html, layout: a4 }))).text).toBe('正文');
    },
  );

  it('and runs none of its scripts', async () => {
    const html = pageOf(
      `<p>正文</p><script>document.body.append('脚本'); for (;;);</script><p onload="for(;;);">完</p>`,
    );
    expect((await readPdf(await host.print({ html, layout: a4 }))).text).toBe('正文完');
  });

  it('and leads no later page away', async () => {
    const refresh = `<meta http-equiv="refresh" content="0;url=${at}/"><p>正文</p>`;
    for (let print = 0; print < 3; print += 1) {
      await host.print({ html: pageOf(refresh), layout: a4 }).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect((await readPdf(await host.print({ html: pageOf('<p>正文</p>'), layout: a4 }))).text).toBe('正文');
    }
    expect(connections).toBe(0);
  });

  it('and leaves nothing for the next page', async () => {
    const secret = '<meta http-equiv="set-cookie" content="a=secret"><p>机密</p>';
    await host.print({ html: pageOf(secret), layout: a4 });
    expect((await readPdf(await host.print({ html: pageOf('<p>正文</p>'), layout: a4 }))).text).toBe('正文');
  });

  it('but shows pictures that are part of it', async () => {
    const svg = encodeURIComponent(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    );
    const html = pageOf(`<p>正文</p><img src="data:image/svg+xml,${svg}" alt="方块">`);
    expect((await readPdf(await host.print({ html, layout: a4 }))).roles).toContain('Figure');
  });
});
