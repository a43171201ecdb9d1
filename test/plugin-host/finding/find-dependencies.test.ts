import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findDependencies } from '#plugin-host/finding/find-dependencies.ts';
import { findPlugins, type FoundPlugin } from '#plugin-host/finding/find-plugins.ts';
import { writePlugin } from '../write-plugin.ts';

let folder: string;
let found: readonly FoundPlugin[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-plugins-'));
  const links = { page: 'sheet', sheet: 'figures', round: 'about', about: 'round', lost: 'nowhere' };
  for (const [name, renderer] of Object.entries(links)) await writePlugin(folder, { name, takes: { renderer } });
  for (const name of ['figures', 'other']) await writePlugin(folder, { name });
  // It would be the first that has the id.
  await writePlugin(folder, { name: 'also', manifest: { id: 'sheet' } });
  await mkdir(join(folder, 'broken'));
  found = await findPlugins({ path: folder, builtIn: false });
});

afterAll(() => rm(folder, { recursive: true }));

it.each([
  ['a renderer of its own', 'figures', ['figures']],
  ['a chain, by the first plugin that has an id', 'page', ['also', 'page']],
  ['a circle', 'round', ['about', 'round']],
  ['what takes something that nobody makes', 'lost', ['lost']],
  ['what is not there', 'fax', []],
])('finds the plugins of %s', async (_, renderer, names) => {
  expect((await findDependencies([renderer], found)).map(({ name }) => name)).toEqual(names);
});

it('finds those of several renderers once each, in the order of what was found', async () => {
  const others = found.filter(({ name }) => name !== 'also');
  const names = (await findDependencies(['page', 'sheet', 'other'], others)).map(({ name }) => name);
  expect(names).toEqual(['figures', 'other', 'page', 'sheet']);
});
