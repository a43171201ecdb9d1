import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openGateway, type Gateway } from '../gateway/open-gateway.ts';
import { readSample } from '../gateway/read-sample.ts';
import { storeKinds } from '../gateway/store-kinds.ts';
import { closeHosts, copyFixture, rewrite } from './hosts.ts';
import { writePlugin } from './write-plugin.ts';

const soon = { timeout: 10_000, interval: 25 };
const ids = '{ renderers { id } }';
const light = '{ report(organization: "北关区工信局", year: 2024) { title } }';

function rendering(renderer: string, options = ''): string {
  return `{ report(organization: "北关区工信局", year: 2024) { rendering(renderer: "${renderer}"${options}) { content mediaType fromCache } } }`;
}

interface Plain {
  readonly data: Record<string, any> | null; // oxlint-disable-line typescript/no-explicit-any
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

describe.for(storeKinds)('plugins of a gateway on $name', ({ missing, settings }) => {
  describe.skipIf(missing)('while it serves', () => {
    let folder: string;
    let environment: NodeJS.ProcessEnv;
    let gateway: Gateway;

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'nianbao-plugins-'));
      environment = { ...settings(), NIANBAO_PLUGIN_DIRS: folder };
      gateway = await openGateway(environment);
      const form = 'mutation ($text: String!) { importReport(input: {text: $text}) { __typename } }';
      await gateway.query(form, { text: await readSample() });
    });

    afterEach(async () => {
      await gateway.close();
      await rm(folder, { recursive: true });
      await closeHosts();
    });

    const ask = async (query: string, at = gateway) => (await at.query(query)) as Plain;
    const offers = (id: string) =>
      vi.waitFor(async () => {
        const { data } = await ask(ids);
        expect(data?.['renderers'].map((one: { id: string }) => one.id)).toContain(id);
      }, soon);
    const contentOf = async (renderer: string, options = '') =>
      (await ask(rendering(renderer, options))).data?.['report'].rendering.content as string;

    it('gives back any schema of options, and renders anew what is not deterministic', async () => {
      const code = `let count = 0;
        export default { renderers: { clock: { render: async () => 'tick ' + String((count += 1)) + ' ' + process.pid } } };`;
      // oxlint-disable-next-line unicorn/no-thenable
      const branches = { if: { required: ['a'] }, then: { required: ['b'] } };
      const properties = { a: { type: 'integer' }, b: { type: 'integer' } };
      const options = { type: 'object', additionalProperties: false, properties, ...branches } as const;
      await writePlugin(folder, { name: 'clock', code, manifest: { options, deterministic: false } });
      await vi.waitFor(async () => {
        const { data } = (await gateway.query('{ renderers { id optionsSchema } }')) as unknown as Plain;
        const clock = data?.['renderers'].find(({ id }: { id: string }) => id === 'clock');
        expect(clock.optionsSchema).toEqual(options);
      }, soon);
      const tick = async () => {
        const { data } = (await gateway.query(rendering('clock'))) as unknown as Plain;
        return data?.['report'].rendering as { content: string; fromCache: boolean };
      };
      const [first, second] = [await tick(), await tick()];
      expect(second.content).not.toBe(first.content);
      expect([first.fromCache, second.fromCache]).toEqual([false, false]);
    });

    it('offers the sample plugin once its folder is there, and renders a page with it', async () => {
      await copyFixture('summary', folder);
      await offers('summary');
      const content = await contentOf('summary', ', options: {accent: "#00ff00"}');
      expect(content).toContain('<h1>北关区工信局2024年政府信息公开工作年度报告</h1>');
      expect(content.match(/<dt>/gu)).toHaveLength(3);
      expect(content).toContain('fill="#00ff00"');
      expect(
        (await ask(rendering('summary', ', options: {accent: "#00ff00"}'))).data?.['report'].rendering.fromCache,
      ).toBe(true);
    });

    it('refuses options that break the schema with the path of each fault, before any process is asked', async () => {
      await copyFixture('summary', folder);
      await offers('summary');
      const report = (await ask('{ report(organization: "北关区工信局", year: 2024) { id } }')).data?.['report'].id;
      const input = `{report: "${report}", renderer: "summary", options: {accent: "red", size: 3}}`;
      const { data } = await ask(
        `mutation { renderReport(input: ${input}) { __typename ... on InvalidInputError { issues { path } } } }`,
      );
      expect(data?.['renderReport']).toEqual({
        __typename: 'InvalidInputError',
        issues: [{ path: 'options.size' }, { path: 'options.accent' }],
      });
    });

    it('swaps a version under load without a failed request, and forgets a plugin that is removed', async () => {
      await copyFixture('summary', folder);
      await offers('summary');
      const loading = new AbortController();
      const faults: unknown[] = [];
      let answered = 0;
      const load = async (client: number) => {
        for (let turn = 0; !loading.signal.aborted; turn++) {
          // A colour of its own each time: nothing comes from the cache.
          const accent = `#${(client * 100_000 + turn).toString(16).padStart(6, '0')}`;
          const { errors } = await ask(rendering('summary', `, options: {accent: "${accent}"}`));
          answered++;
          if (errors) faults.push(errors);
        }
      };
      const clients = [load(1), load(2), load(3)];
      await rewrite(join(folder, 'summary', 'markup.ts'), '&amp;', '&#38;');
      await rewrite(join(folder, 'summary', 'index.ts'), '<h1>', '<h1 class="new">');
      await rewrite(join(folder, 'summary', 'plugin.json'), '"version": "1.0.0"', '"version": "2.0.0"');
      await vi.waitFor(async () => expect(await contentOf('summary')).toContain('class="new"'), { timeout: 10_000 });
      await pause(1000);
      loading.abort();
      await Promise.all(clients);
      expect(faults).toEqual([]);
      expect(answered).toBeGreaterThan(10);
      await rm(join(folder, 'summary'), { recursive: true });
      await vi.waitFor(async () => {
        const { errors } = await ask(rendering('summary'));
        expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNKNOWN_RENDERER' });
        expect(errors?.[0]?.message).toContain('html');
      }, soon);
      expect((await ask(light)).errors).toBeUndefined();
    });

    it('registers and unregisters by mutation', async () => {
      await writePlugin(folder, { name: 'mutated' });
      const register = `mutation { registerPlugin(input: {name: "mutated"}) { __typename
        ... on RegisterPluginSuccess { plugin { name state } renderers { id } } } }`;
      const registered = {
        __typename: 'RegisterPluginSuccess',
        plugin: { name: 'mutated', state: 'ACTIVE' },
        renderers: [{ id: 'mutated' }],
      };
      expect((await ask(register)).data?.['registerPlugin']).toEqual(registered);
      expect((await ask('mutation { unregisterPlugin(name: "mutated") }')).data).toEqual({ unregisterPlugin: true });
      const { data } = await ask('{ plugins { name state } }');
      expect(data?.['plugins']).toContainEqual({ name: 'mutated', state: 'DISABLED' });
      expect((await ask(rendering('mutated'))).errors?.[0]?.extensions).toMatchObject({ code: 'UNKNOWN_RENDERER' });
      expect((await ask(register)).data?.['registerPlugin']).toEqual(registered);
      const wrong = 'mutation { registerPlugin(input: {name: "../x"}) { ... on PluginError { message } } }';
      expect((await ask(wrong)).data?.['registerPlugin'].message).toContain('../x');
    });
  });
});

describe.for(storeKinds.filter(({ shared }) => shared))('plugins of two gateways on $name', ({ missing, settings }) => {
  it.skipIf(missing)('are registered and unregistered on both', async () => {
    const environment = settings();
    const folders = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), 'nianbao-plugins-'))));
    const [here, there] = folders as [string, string];
    const one = await openGateway({ ...environment, NIANBAO_PLUGIN_DIRS: here });
    const other = await openGateway({ ...environment, NIANBAO_PLUGIN_DIRS: there });
    const seen = async () =>
      ((await other.query('{ plugins { name state error } }')) as Plain).data?.['plugins'] as unknown[];
    const soonThere = (state: unknown) => vi.waitFor(async () => expect(await seen()).toContainEqual(state), soon);
    await writePlugin(here, { name: 'shared' });
    await one.query('mutation { registerPlugin(input: {name: "shared"}) { __typename } }');
    await soonThere({ name: 'shared', state: 'FAILED', error: expect.stringContaining('本网关没有它的代码') });
    await cp(join(here, 'shared'), join(there, 'shared'), { recursive: true });
    await soonThere({ name: 'shared', state: 'ACTIVE', error: null });
    await one.query('mutation { unregisterPlugin(name: "shared") }');
    await soonThere({ name: 'shared', state: 'DISABLED', error: null });
    await other.app.close();
    await one.close();
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
    await closeHosts();
  });
});
