import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PluginHost } from '#plugin-host/plugin-host.ts';
import { golden, plainStates } from './hosts.ts';
import { writePlugin } from './write-plugin.ts';

let own: string;
let others: string;
let host: PluginHost;

beforeEach(async () => {
  own = await mkdtemp(join(tmpdir(), 'nianbao-own-'));
  others = await mkdtemp(join(tmpdir(), 'nianbao-others-'));
  await writePlugin(own, { name: 'own' });
  host = new PluginHost({
    folders: [
      { path: own, builtIn: true },
      { path: others, builtIn: false },
    ],
    print: () => Promise.reject(new Error('no browser')),
    golden,
    log: () => undefined,
  });
});

afterEach(async () => {
  await host.close();
  for (const folder of [own, others]) await rm(folder, { recursive: true });
});

const stateOf = (name: string) => plainStates(host).find((state) => state.name === name);

it('is there at once, while others are still loaded and tried', async () => {
  const slow = `await new Promise((resolve) => setTimeout(resolve, 500));
export default { renderers: { slow: { render: () => new Promise((resolve) => setTimeout(resolve, 500, 'done')) } } };`;
  await writePlugin(others, { name: 'slow', code: slow });
  const { rest } = await host.begin();
  expect(host.list().map(({ id }) => id)).toEqual(['own']);
  expect(stateOf('slow')).toMatchObject({ state: 'LOADING', error: null });
  await vi.waitFor(() => expect(stateOf('slow')).toMatchObject({ state: 'PROBING' }), {
    timeout: 10_000,
    interval: 20,
  });
  expect(host.list()).toHaveLength(1);
  await rest;
  expect(stateOf('slow')).toMatchObject({ state: 'ACTIVE' });
});

it('keeps the ids of its renderers when it is removed, also for a host that never loads it', async () => {
  const code = "export default { renderers: { own: { render: () => 'not own' } } };";
  await writePlugin(others, { name: 'waits', manifest: { id: 'own' }, code });
  await host.registerAll();
  const taken = { state: 'FAILED', error: expect.stringContaining('“own” belongs to the plugin “own”') };
  expect(stateOf('waits')).toMatchObject(taken);
  await host.unregister('own');
  await host.registerAll();
  expect(host.list()).toEqual([]);
  expect(stateOf('waits')).toMatchObject(taken);
});

it('lets others be tried side by side', async () => {
  const limits = { milliseconds: 9000, outputBytes: 1000 };
  const late = (name: string) =>
    `export default { renderers: { ${name}: { render: () => new Promise((resolve) => setTimeout(resolve, 1500, 'done')) } } };`;
  for (const name of ['a', 'b', 'c', 'd']) await writePlugin(others, { name, code: late(name), manifest: { limits } });
  const registering = host.registerAll();
  await vi.waitFor(
    () => expect(['a', 'b', 'c', 'd'].map((name) => stateOf(name)?.state)).toEqual(Array(4).fill('PROBING')),
    { timeout: 20_000, interval: 20 },
  );
  await registering;
  expect(host.list().map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'own']);
});
