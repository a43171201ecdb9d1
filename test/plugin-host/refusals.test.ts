import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { withoutPaths } from '#plugin-host/loading/without-paths.ts';
import { closeHosts, openHost, plainStates, type TestHost } from './hosts.ts';
import { writePlugin, type WrittenPlugin } from './write-plugin.ts';

const limits = { milliseconds: 2000, outputBytes: 1000 };
const broken = { type: 'object', properties: { size: { type: 'integer', default: 'big' } } };

/** What is wrong, the plugin, and words of the reason. */
const refused: readonly (readonly [string, Omit<WrittenPlugin, 'name'>, string])[] = [
  [
    'defaults that break the schema of a renderer that prints',
    { manifest: { limits, needs: ['print'], options: broken } },
    'options.size must be integer',
  ],
  [
    'an option of the document that nobody declares',
    { manifest: { limits, documentOptions: ['checks'] } },
    'name “checks”, which its options schema does not declare',
  ],
  ['a manifest of any size', { manifest: { limits, description: 'x'.repeat(300_000) } }, 'larger than 256 KiB'],
  [
    'a module that is not there, by its place in the folder',
    { code: "import './lib/missing.mjs';" },
    "Cannot find module './lib/missing.mjs' imported from ./index.js",
  ],
  ['a file elsewhere', { code: "import { readFileSync } from 'node:fs'; readFileSync('/etc/host name');" }, 'entry'],
  [
    'a process that ends while it is loaded',
    { code: "console.error(new Error('over').stack); process.exit(3);" },
    'its process ended while it was loaded: It ended its process with 3.',
  ],
];

describe('a plugin that can not be offered', () => {
  let opened: TestHost;

  beforeEach(async () => {
    opened = await openHost([]);
  });

  afterEach(() => closeHosts(opened));

  it.each(refused)('has the reason, without paths of the machine: %s', async (_, plugin, words) => {
    await writePlugin(opened.folder, { name: 'refused', ...plugin });
    const error: unknown = await opened.host.register('refused').catch((thrown: unknown) => thrown);
    const [state] = plainStates(opened.host);
    expect(state).toMatchObject({ state: 'FAILED', error: expect.stringContaining(words) });
    expect(error).toBeInstanceOf(NianbaoError);
    const { message, parameters } = error as NianbaoError;
    for (const said of [state!.error, message, JSON.stringify(parameters)])
      expect(said).not.toMatch(new RegExp(`${tmpdir()}|${process.cwd()}|/etc|host name|file:`, 'u'));
  });

  it('keeps the whole cause for the log', async () => {
    await writePlugin(opened.folder, { name: 'refused' });
    await writeFile(join(opened.folder, 'refused', 'index.js'), "import './missing.mjs';");
    await opened.host.register('refused').catch(() => undefined);
    const told = opened.log.map(({ cause }) => String((cause as Error | undefined)?.cause));
    expect(told).toContainEqual(expect.stringMatching(/'\/.*\/refused\/missing\.mjs'/u));
  });
});

it.each([
  ["no '/tmp/a b/x.mjs' from /tmp/a b/y.mjs:3:1", "no './x.mjs' from ./y.mjs:3:1"],
  ['at file:///tmp/a%20b/x.mjs:1, at file:///home/u/y.mjs:2', 'at ./x.mjs:1, at …:2'],
  ["no '/home/some body/y.mjs'", "no '…'"],
  ['at f (/home/u/y.mjs:2:3)', 'at f (…:2:3)'],
  ['see https://example.org/a/b and lib/c.mjs', 'see https://example.org/a/b and lib/c.mjs'],
])('says %s as %s', (text, said) => {
  expect(withoutPaths(text, '/tmp/a b')).toBe(said);
});
