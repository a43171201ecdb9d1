import { createServer, request, type Server } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, candidates, openBrowser } from '../browser/open-browser.ts';
import { developmentToken, openGateway, signedIn, type Gateway } from '../gateway/open-gateway.ts';
import { readSample } from '../gateway/read-sample.ts';
import { storeKinds } from '../gateway/store-kinds.ts';
import { writePlugin } from '../plugin-host/write-plugin.ts';
import { openPage, textOf } from './open-pages.ts';

const PREFIX = '/portal/nianbao';

/** A reverse proxy as portals have: it puts a path before the gateway's. */
function openProxy(port: () => number): Server {
  return createServer((incoming, outgoing) => {
    const { url = '/', method, headers } = incoming;
    if (!url.startsWith(`${PREFIX}/`)) return outgoing.writeHead(404).end();
    const options = { host: '127.0.0.1', port: port(), path: url.slice(PREFIX.length), method, headers };
    const passed = request(options, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()));
    outgoing.on('close', () => passed.destroy());
    return incoming.pipe(passed);
  });
}

describe.each(storeKinds)(`the pages behind a proxy, on $name${browserMissing}`, ({ missing, settings }) => {
  describe.skipIf(missing || candidates.length === 0)('of a gateway', () => {
    const stored = missing ? {} : settings();
    let folder: string;
    let plugins: string;
    let gateway: Gateway;
    let browser: Browser;
    let proxy: Server;
    let url: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'nianbao-proxied-'));
      plugins = await mkdtemp(join(tmpdir(), 'nianbao-proxied-plugins-'));
      const code = `export default { renderers: { slow: { render: async () => {
      await new Promise((resolve) => setTimeout(resolve, 4000));
      return 'slow and sure';
    } } } };`;
      const limits = { milliseconds: 20_000, outputBytes: 1000 };
      const options = { type: 'object', properties: {}, additionalProperties: false } as const;
      await writePlugin(plugins, { name: 'slow', code, manifest: { limits, options } });
      gateway = await open();
      const importText = 'mutation ($text: String!) { importReport(input: {text: $text}) { __typename } }';
      await gateway.query(importText, { text: await readSample() });
      proxy = openProxy(() => Number(new URL(gateway.url).port));
      proxy.listen(0, '127.0.0.1');
      await once(proxy, 'listening');
      url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}${PREFIX}`;
      browser = await openBrowser();
    });

    const open = () => openGateway({ ...stored, NIANBAO_DATA_DIR: folder, NIANBAO_PLUGIN_DIRS: plugins });

    afterAll(async () => {
      await browser.close();
      proxy.closeAllConnections();
      proxy.close();
      await gateway.close();
      for (const path of [folder, plugins]) await rm(path, { recursive: true, force: true });
    });

    it('lead from one to the other below its path, also when one begins in the middle', async () => {
      const { page, faults } = await openPage(browser, { ...gateway, url }, { token: developmentToken });
      await page.goto(`${url}/`);
      await page.waitForSelector('tbody td a');
      await page.click('tbody td a');
      await page.waitForSelector('article h1');
      expect(page.url()).toContain(`${PREFIX}/reports/`);
      const title = await textOf(page, 'h1');
      await page.reload();
      await page.waitForSelector('article h1');
      expect(await textOf(page, 'h1')).toBe(title);
      expect(faults).toEqual([]);
    });

    it('recover when the gateway is restarted in the middle of a rendering', async () => {
      const { page } = await openPage(browser, { ...gateway, url }, { token: developmentToken });
      await page.goto(`${url}/`);
      await page.waitForSelector('tbody td a');
      await page.click('tbody td a');
      await page.waitForSelector('select[name=renderer] option[value=slow]', { timeout: 30_000 });
      await page.select('select[name=renderer]', 'slow');
      await page.click('main form button[type=submit]');
      await page.waitForSelector('progress');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await gateway.app.close();
      await page.waitForFunction(`document.body.innerText.includes('正在重新连接')`, { timeout: 20_000 });
      gateway = await open();
      const link = await page.waitForSelector('a[download]', { timeout: 60_000 });
      const href = await link?.evaluate((one) => (one as unknown as { href: string }).href);
      expect(href).toContain(`${PREFIX}/artifacts/`);
      expect(await (await fetch(href ?? '', { headers: signedIn() })).text()).toBe('slow and sure');
    }, 120_000);
  });
});
