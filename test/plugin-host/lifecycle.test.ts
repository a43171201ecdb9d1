import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeHosts, openHost, plainStates, type PlainState, type TestHost } from './hosts.ts';
import { writePlugin } from './write-plugin.ts';

/** It takes less than 2 s on a machine that has nothing else to do; the bench says how long. */
const soon = { timeout: 10_000, interval: 20 };

describe('plugins that change while the host runs', () => {
  let opened: TestHost;

  beforeEach(async () => {
    opened = await openHost([]);
    opened.host.watch();
  });

  afterEach(() => closeHosts(opened));

  const write = (...[plugin]: Parameters<typeof writePlugin> extends [string, infer P] ? [P] : never) =>
    writePlugin(opened.folder, plugin);
  const stateOf = (name: string): PlainState | undefined =>
    plainStates(opened.host).find((plugin) => plugin.name === name);
  const becomes = (name: string, state: Partial<PlainState>) =>
    vi.waitFor(() => expect(stateOf(name)).toMatchObject(state), soon);

  it('offers a plugin that is dropped into the folder', async () => {
    await opened.drop('summary');
    await becomes('summary', { state: 'ACTIVE', version: '1.0.0', error: null });
    expect(await opened.render('summary')).toContain('<svg');
  });

  it('says that a plugin is being loaded and tried, and not that it has failed', async () => {
    const code = `await new Promise((resolve) => setTimeout(resolve, 500));
      const pause = () => new Promise((resolve) => setTimeout(resolve, 500));
      export default { renderers: { slow: { render: async () => { await pause(); return 'slow'; } } } };`;
    await write({ name: 'slow', code });
    const states: string[] = [];
    await vi.waitFor(() => {
      const { state } = stateOf('slow') ?? {};
      if (state && state !== states.at(-1)) states.push(state);
      expect(state).toBe('ACTIVE');
    }, soon);
    expect(states).toEqual(['LOADING', 'PROBING', 'ACTIVE']);
  });

  it('waits for a folder that is still being copied', async () => {
    await write({ name: 'slow', code: 'export default {' });
    await pause(700);
    await write({ name: 'slow' });
    await becomes('slow', { state: 'ACTIVE', error: null });
    expect(await opened.render('slow')).toBe('slow 1.0.0');
  });

  it('says that a plugin drains while requests are finished that began before it was taken out', async () => {
    const manifest = { limits: { milliseconds: 20_000, outputBytes: 1000 } };
    await write({ name: 'leaving', manifest });
    await write({ name: 'disabled', manifest });
    await becomes('leaving', { state: 'ACTIVE' });
    await becomes('disabled', { state: 'ACTIVE' });
    const begun = ['leaving', 'disabled'].map((name) => opened.render(name, { wait: 4000 }));
    await pause(500);
    await opened.host.unregister('disabled');
    await rm(join(opened.folder, 'leaving'), { recursive: true });
    expect(stateOf('disabled')).toMatchObject({ state: 'DRAINING', error: null });
    await becomes('leaving', { state: 'DRAINING', version: '1.0.0', error: null });
    expect(await Promise.all(begun)).toEqual(['leaving 1.0.0', 'disabled 1.0.0']);
    expect(stateOf('disabled')).toMatchObject({ state: 'DISABLED' });
    expect(stateOf('leaving')).toBeUndefined();
  });

  it('swaps versions without a failed request; what began with the old one ends with it', async () => {
    await write({ name: 'swap' });
    await becomes('swap', { state: 'ACTIVE' });
    const begun = opened.render('swap', { wait: 1500 });
    const answers: string[] = [];
    const failures: unknown[] = [];
    const loading = new AbortController();
    const client = async () => {
      while (!loading.signal.aborted)
        await opened.render('swap').then(
          (answer) => answers.push(answer),
          (error) => failures.push(error),
        );
    };
    const clients = [client(), client(), client()];
    await write({ name: 'swap', version: '2.0.0' });
    await becomes('swap', { state: 'ACTIVE', version: '2.0.0' });
    await pause(1500);
    loading.abort();
    await Promise.all(clients);
    expect(failures).toEqual([]);
    expect(new Set(answers)).toEqual(new Set(['swap 1.0.0', 'swap 2.0.0']));
    expect(answers.at(-1)).toBe('swap 2.0.0');
    expect(await begun).toBe('swap 1.0.0');
  });

  it('keeps the version that works when the new one does not, and says why', async () => {
    await write({ name: 'kept' });
    await becomes('kept', { state: 'ACTIVE' });
    await write({ name: 'kept', version: '2.0.0', code: 'export default { renderers: {} };' });
    await becomes('kept', { state: 'ACTIVE', version: '1.0.0', error: expect.stringContaining('no renderer “kept”') });
    expect(await opened.render('kept')).toBe('kept 1.0.0');
    await write({ name: 'kept', version: '3.0.0' });
    await becomes('kept', { state: 'ACTIVE', version: '3.0.0', error: null });
  });

  it('forgets a plugin that is removed, and finishes what it was asked before', async () => {
    await write({ name: 'left' });
    await write({ name: 'stays' });
    await becomes('left', { state: 'ACTIVE' });
    await becomes('stays', { state: 'ACTIVE' });
    const begun = opened.render('left', { wait: 1500 });
    await rm(join(opened.folder, 'left'), { recursive: true });
    await vi.waitFor(() => expect(stateOf('left')).toBeUndefined(), soon);
    await expect(opened.render('left')).rejects.toMatchObject({
      code: 'UNKNOWN_RENDERER',
      parameters: { renderer: 'left', available: ['stays'] },
    });
    expect(await begun).toBe('left 1.0.0');
  });

  it('takes out what depends on a plugin that is removed, and brings it back', async () => {
    await write({ name: 'above' });
    await write({ name: 'below', takes: { renderer: 'above' } });
    await becomes('below', { state: 'ACTIVE' });
    expect(await opened.render('below')).toBe('above 1.0.0 below 1.0.0');
    await rm(join(opened.folder, 'above'), { recursive: true });
    await becomes('below', { state: 'FAILED', error: expect.stringContaining('“above”') });
    expect(opened.host.list()).toEqual([]);
    await write({ name: 'above', version: '1.1.0' });
    await becomes('below', { state: 'ACTIVE', error: null });
    expect(await opened.render('below')).toBe('above 1.1.0 below 1.0.0');
  });

  it('takes out what does not work with a new version of what it takes, and what takes that, until it does', async () => {
    const strict = (text: string) =>
      `export default { renderers: { strict: { render: (input) => {
        if (!input.startsWith('above ${text}')) throw new Error('unexpected');
        return input + ' strict';
      } } } };`;
    await write({ name: 'above' });
    await write({ name: 'strict', takes: { renderer: 'above' }, code: strict('1.') });
    await write({ name: 'last', takes: { renderer: 'strict' } });
    await becomes('last', { state: 'ACTIVE' });
    const begun = opened.render('above', { wait: 1000 });
    await write({ name: 'above', version: '2.0.0' });
    await becomes('strict', {
      state: 'FAILED',
      error: expect.stringMatching(/does not work with .*“above” 2\.0\.0.*THREW/u),
    });
    expect(stateOf('above')).toMatchObject({ state: 'ACTIVE', version: '2.0.0', error: null });
    expect(stateOf('last')).toMatchObject({ state: 'FAILED', error: expect.stringContaining('“strict”') });
    await expect(opened.render('last')).rejects.toMatchObject({ code: 'UNKNOWN_RENDERER' });
    expect(await begun).toBe('above 1.0.0');
    await write({ name: 'above', version: '1.9.0' });
    await becomes('last', { state: 'ACTIVE', error: null });
    expect(await opened.render('last')).toBe('above 1.9.0 strict last 1.0.0');
    await write({ name: 'above', version: '2.1.0' });
    await becomes('strict', { state: 'FAILED' });
    await write({ name: 'strict', version: '2.0.0', takes: { renderer: 'above' }, code: strict('2.') });
    await becomes('last', { state: 'ACTIVE', error: null });
    expect(await opened.render('last')).toBe('above 2.1.0 strict last 1.0.0');
  });

  it('refuses circles, and a plugin that would close one keeps its old version', async () => {
    await write({ name: 'first' });
    await write({ name: 'second', takes: { renderer: 'first' } });
    await becomes('second', { state: 'ACTIVE' });
    await write({ name: 'first', version: '2.0.0', takes: { renderer: 'second' } });
    await becomes('first', { version: '1.0.0', error: expect.stringContaining('first → second → first') });
    expect(await opened.render('second')).toBe('first 1.0.0 second 1.0.0');
    await write({ name: 'alone', takes: { renderer: 'alone' } });
    await becomes('alone', { state: 'FAILED', error: expect.stringContaining('alone → alone') });
  });

  it('retries what failed as soon as its folder changes', async () => {
    await write({ name: 'mended' });
    await writeFile(join(opened.folder, 'mended', 'plugin.json'), '{');
    await becomes('mended', { state: 'FAILED', error: expect.stringContaining('not JSON') });
    await write({ name: 'mended' });
    await becomes('mended', { state: 'ACTIVE', error: null });
    expect(await opened.render('mended')).toBe('mended 1.0.0');
  });

  it('loads nothing again when a file is only touched', async () => {
    await write({ name: 'touched' });
    await becomes('touched', { state: 'ACTIVE' });
    const { length } = opened.log;
    await write({ name: 'touched' });
    await pause(1500);
    expect(opened.log).toHaveLength(length);
  });
});
