import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PluginHost } from '#plugin-host/plugin-host.ts';
import { golden, plainStates } from './hosts.ts';

const control = { signal: new AbortController().signal, progress: () => undefined };

const renderer = {
  id: 'shout',
  title: 'Shout',
  description: 'The title in capital letters.',
  mediaType: 'text/plain; charset=utf-8',
  fileExtension: 'txt',
  takes: 'document',
  needs: [],
  options: { type: 'object', properties: { mark: { type: 'string', default: '!' } }, additionalProperties: false },
  deterministic: true,
  limits: { milliseconds: 500, outputBytes: 1000 },
};

const manifest = { name: 'shout', version: '1.0.0', contract: '^1.0.0', entry: './index.mjs', renderers: [renderer] };

const shouting = `export default { renderers: { shout: { render: (document, { mark }) => document.title + mark } } };`;

describe('the plugin host', () => {
  let folder: string;
  let opened: PluginHost | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-plugins-'));
  });

  afterEach(async () => {
    await opened?.close();
    await rm(folder, { recursive: true });
  });

  async function write(name: string, content: unknown, code: string): Promise<void> {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'plugin.json'), typeof content === 'string' ? content : JSON.stringify(content));
    await writeFile(join(folder, name, 'index.mjs'), code);
  }

  async function open(): Promise<PluginHost> {
    await opened?.close();
    const host = new PluginHost({
      folders: [{ path: folder, builtIn: false }],
      print: () => Promise.reject(new Error('no browser')),
      golden,
      log: () => undefined,
    });
    await host.registerAll();
    opened = host;
    return host;
  }

  it('registers a plugin from a folder and runs its renderer with the defaults of its options', async () => {
    await write('shout', manifest, shouting);
    const host = await open();
    expect(plainStates(host)).toEqual([
      { name: 'shout', version: '1.0.0', builtIn: false, state: 'ACTIVE', error: null },
    ]);
    const bytes = await host.run('shout', host.completeOptions('shout', {}), golden, control);
    expect(Buffer.from(bytes).toString()).toBe('样本报告!');
  });

  it('hands a renderer the output of the one it takes, with the options it passes on', async () => {
    await write('shout', manifest, shouting);
    const takes = { renderer: 'shout', pass: ['mark'] };
    await write(
      'twice',
      { ...manifest, name: 'twice', renderers: [{ ...renderer, id: 'twice', takes }] },
      `export default { renderers: { twice: { render: (text) => text + text } } };`,
    );
    const host = await open();
    const bytes = await host.run('twice', host.completeOptions('twice', { mark: '?' }), golden, control);
    expect(Buffer.from(bytes).toString()).toBe('样本报告?样本报告?');
    expect(host.get('twice').fingerprint).toMatch(
      /^twice\/twice@1\.0\.0\+[0-9a-f]{12} < shout\/shout@1\.0\.0\+[0-9a-f]{12}$/u,
    );
  });

  it.each([
    ['a manifest that is no JSON', '{', shouting, 'not JSON'],
    ['a manifest without renderers', { ...manifest, renderers: [] }, shouting, 'fewer than 1'],
    ['an entry outside of its folder', { ...manifest, entry: './../index.mjs' }, shouting, 'entry'],
    ['another contract', { ...manifest, contract: '^2.0.0' }, shouting, '^2.0.0'],
    ['no version', { ...manifest, version: 'one' }, shouting, 'semantic version'],
    [
      'a wrong options schema',
      { ...manifest, renderers: [{ ...renderer, options: { type: 'object', properties: 3 } }] },
      shouting,
      'options schema',
    ],
    ['code that is broken', manifest, 'export default {', 'can not be loaded'],
    ['no such renderer', manifest, 'export default { renderers: {} };', 'no renderer “shout”'],
    ['a renderer that throws', manifest, shouting.replace('document.title', 'document.nothing.at.all'), 'shout'],
    ['a renderer that returns no bytes', manifest, shouting.replace('document.title + mark', '42'), 'output'],
    ['a renderer that returns too much', manifest, shouting.replace('document.title', '"x".repeat(2000)'), 'output'],
    [
      'a renderer that never returns',
      manifest,
      shouting.replace('document.title + mark', 'new Promise(() => {})'),
      '0.5',
    ],
    [
      'an upstream that is not there',
      { ...manifest, renderers: [{ ...renderer, takes: { renderer: 'none' } }] },
      shouting,
      'not registered',
    ],
  ])('keeps a plugin with %s as FAILED with the reason', async (_, content, code, reason) => {
    await write('shout', content, code);
    const host = await open();
    expect(plainStates(host)).toMatchObject([
      { name: 'shout', state: 'FAILED', error: expect.stringContaining(reason) },
    ]);
    expect(() => host.get('shout')).toThrow(expect.objectContaining({ code: 'UNKNOWN_RENDERER' }));
  });

  it('refuses a plugin with a link that leads out of its folder, and takes one with a link inside', async () => {
    await write('shout', manifest, shouting);
    await symlink('index.mjs', join(folder, 'shout', 'inside.mjs'));
    expect(plainStates(await open())).toMatchObject([{ state: 'ACTIVE' }]);
    await mkdir(join(folder, 'shout', 'deep'));
    await symlink('/etc', join(folder, 'shout', 'deep', 'out'));
    expect(plainStates(await open())).toMatchObject([
      { state: 'FAILED', error: expect.stringContaining('“deep/out” in it leads out') },
    ]);
  });

  it('gives an id to the first plugin that has it', async () => {
    await write('shout', manifest, shouting);
    await cp(join(folder, 'shout'), join(folder, 'zebra'), { recursive: true });
    await writeFile(join(folder, 'zebra', 'plugin.json'), JSON.stringify({ ...manifest, name: 'zebra' }));
    const host = await open();
    expect(plainStates(host)).toMatchObject([
      { name: 'shout', state: 'ACTIVE' },
      { name: 'zebra', state: 'FAILED' },
    ]);
  });

  it('refuses options that break the schema, with the path of each fault', async () => {
    await write('shout', manifest, shouting);
    const host = await open();
    expect(() => host.completeOptions('shout', { mark: 1, volume: 11 })).toThrow(
      expect.objectContaining({
        code: 'RENDERER_OPTIONS_INVALID',
        issues: expect.arrayContaining([
          expect.objectContaining({ path: 'options.mark' }),
          expect.objectContaining({ path: 'options.volume' }),
        ]),
      }),
    );
  });
});
