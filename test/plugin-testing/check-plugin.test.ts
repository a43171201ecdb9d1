import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RendererManifest } from 'nianbao/plugin-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPluginFolder, type CheckResult } from '#app/check-plugin.ts';
import { copyFixture, closeHosts } from '../plugin-host/hosts.ts';
import { writePlugin, type WrittenPlugin } from '../plugin-host/write-plugin.ts';

const none = { type: 'object', additionalProperties: false };
const word = { type: 'string', default: '' };

function rendering(body: string): string {
  return `let count = 0;\nexport default { renderers: { tried: { render: async (input, options, { signal }) => { ${body} } } } };`;
}

/** What is wrong, the plugin that does it, the check that finds it, and words of the reason. */
const faults: readonly (readonly [string, Omit<WrittenPlugin, 'name'>, string, string])[] = [
  ['a manifest that breaks its schema', { manifest: { title: '' } }, 'manifest', 'title'],
  ['code that can not be loaded', { code: 'export default {' }, 'entry', 'can not be loaded'],
  [
    'an id that is taken',
    { manifest: { id: 'html' }, code: 'export default { renderers: { html: { render: () => "x" } } };' },
    'entry',
    'belongs to the plugin “html”',
  ],
  ['an input that nobody makes', { takes: { renderer: 'nobody' } }, 'entry', 'not registered'],
  [
    'defaults that break the schema',
    { manifest: { options: { ...none, properties: { size: { type: 'integer', default: 'big' } } } } },
    'default-options',
    'options.size must be integer',
  ],
  [
    'options that are taken although nobody declared them',
    { manifest: { options: { type: 'object', properties: { word } } } },
    'wrong-options',
    'additionalProperties',
  ],
  [
    'an option of any type',
    { manifest: { options: { ...none, properties: { word, any: { default: 1 } } } } },
    'wrong-options',
    '“any” takes anything',
  ],
  [
    'an error',
    { code: rendering('throw new RangeError("nothing to add up");') },
    'output',
    'RangeError: nothing to add up',
  ],
  ['nothing', { code: rendering('return "";') }, 'output', 'empty'],
  ['text that does not say its encoding', { manifest: { mediaType: 'text/plain' } }, 'output', 'charset=utf-8'],
  ['text that is not UTF-8', { code: rendering('return new Uint8Array([0xc4, 0xea]);') }, 'output', 'not UTF-8'],
  ['text for bytes', { manifest: { mediaType: 'application/zip' } }, 'output', 'Uint8Array'],
  [
    'bytes of another type',
    { manifest: { mediaType: 'application/pdf' }, code: rendering('return new Uint8Array(100);') },
    'output',
    'does not begin as application/pdf',
  ],
  ['JSON that is none', { manifest: { mediaType: 'application/json' } }, 'output', 'not JSON'],
  [
    'more than its limit',
    { code: rendering('return "x".repeat(JSON.stringify(input).length / 100);') },
    'limits',
    'OUTPUT_TOO_LARGE',
  ],
  [
    'work that nobody waits for',
    {
      code: rendering(
        'await new Promise((resolve) => setTimeout(resolve, 100)); if (signal.aborted) await new Promise(() => {}); return "x";',
      ),
    },
    'abort',
    'heed context.signal',
  ],
  ['another number each time', { code: rendering('return `number ${++count}`;') }, 'deterministic', 'from byte 7 on'],
  [
    'the time of day',
    { code: rendering('return new Date().toISOString().slice(0, 19);') },
    'deterministic',
    'leave out times',
  ],
];

describe('the renderer contract', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-plugins-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
    await closeHosts();
  });

  async function check(name: string): Promise<CheckResult[]> {
    const results: CheckResult[] = [];
    for await (const result of checkPluginFolder(join(folder, name), 'en')) results.push(result);
    return results;
  }

  const failed = (results: readonly CheckResult[]) => results.filter(({ passed }) => !passed);

  it('is kept by the sample plugin', async () => {
    await copyFixture('summary', folder);
    expect(failed(await check('summary'))).toEqual([]);
  });

  it.each(faults)('finds %s', async (_, plugin, id, words) => {
    await writePlugin(folder, { name: 'tried', ...plugin });
    const found = failed(await check('tried'));
    expect(found[0]).toMatchObject({ check: id, reason: expect.stringContaining(words) });
    expect(new Set(found.map((one) => one.check))).toContain(id);
  });

  it('is kept by a plugin that takes the plain values', async () => {
    const code = rendering('return String(input.figures.applications.received.total);');
    await writePlugin(folder, { name: 'tried', takes: 'values', code });
    expect(failed(await check('tried'))).toEqual([]);
  });

  it('does not blame a renderer that is not deterministic and says so', async () => {
    const manifest: Partial<RendererManifest> = { deterministic: false };
    await writePlugin(folder, { name: 'tried', manifest, code: rendering('return `number ${++count}`;') });
    expect(failed(await check('tried'))).toEqual([]);
  });

  it('hands a plugin what the plugins beside it make', async () => {
    await writePlugin(folder, { name: 'above' });
    await writePlugin(folder, {
      name: 'tried',
      takes: { renderer: 'above' },
      code: rendering('return input.trim() + "!";'),
    });
    expect(failed(await check('tried'))).toEqual([]);
    await cp(join(folder, 'above'), join(folder, 'below'), { recursive: true });
    expect(failed(await check('below'))).toMatchObject([
      { check: 'manifest', reason: expect.stringContaining('“above”') },
    ]);
  });

  it('needs a folder', async () => {
    await expect(check('nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
