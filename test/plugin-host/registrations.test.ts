import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ownRegistrations, type Registrations } from '#plugin-host/finding/registrations.ts';
import { closeHosts, openHost, plainStates, type PlainState, type TestHost } from './hosts.ts';
import { writePlugin } from './write-plugin.ts';

const limits = { milliseconds: 2000, outputBytes: 100_000 };
const soon = { timeout: 10_000, interval: 20 };

function stateOf({ host }: TestHost, name: string): PlainState | undefined {
  return plainStates(host).find((plugin) => plugin.name === name);
}

describe('plugins that are registered and unregistered', () => {
  let store: Registrations;
  let here: TestHost;
  let elsewhere: TestHost;

  beforeEach(async () => {
    store = ownRegistrations();
    here = await openHost(['summary'], { registrations: store });
    elsewhere = await openHost([], { registrations: store });
    elsewhere.host.watch();
  });

  afterEach(() => closeHosts(here, elsewhere));

  it('are registered on every gateway of the store; where the code is missing it says so', async () => {
    expect(await here.host.register('summary')).toMatchObject({ name: 'summary', state: 'ACTIVE' });
    expect(await store.list()).toEqual([{ name: 'summary', registered: true }]);
    await vi.waitFor(
      () =>
        expect(stateOf(elsewhere, 'summary')).toMatchObject({
          state: 'FAILED',
          error: expect.stringContaining('not on this gateway'),
        }),
      soon,
    );
    await elsewhere.drop('summary');
    await vi.waitFor(() => expect(stateOf(elsewhere, 'summary')).toMatchObject({ state: 'ACTIVE', error: null }), soon);
  });

  it('are disabled everywhere until they are registered again', async () => {
    await elsewhere.drop('summary');
    await vi.waitFor(() => expect(stateOf(elsewhere, 'summary')).toMatchObject({ state: 'ACTIVE' }), soon);
    expect(await here.host.unregister('summary')).toBe(true);
    expect(stateOf(here, 'summary')).toMatchObject({ state: 'DISABLED', error: null });
    await expect(here.render('summary')).rejects.toMatchObject({ code: 'UNKNOWN_RENDERER' });
    await vi.waitFor(() => expect(stateOf(elsewhere, 'summary')).toMatchObject({ state: 'DISABLED' }), soon);
    expect(await here.host.register('summary')).toMatchObject({ state: 'ACTIVE' });
    await vi.waitFor(() => expect(stateOf(elsewhere, 'summary')).toMatchObject({ state: 'ACTIVE' }), soon);
    expect(await here.render('summary')).toContain('<svg');
  });

  it('change nothing when they can not be registered', async () => {
    await writePlugin(here.folder, { name: 'broken', code: 'export default {' });
    await expect(here.host.register('broken')).rejects.toMatchObject({ code: 'PLUGIN_INVALID' });
    await expect(here.host.register('nowhere')).rejects.toMatchObject({
      code: 'PLUGIN_INVALID',
      message: expect.stringContaining('not on this gateway'),
    });
    expect(await store.list()).toEqual([]);
    expect(here.host.plugins().map(({ name }) => name)).toEqual(['summary', 'broken']);
    expect(await here.host.unregister('nowhere')).toBe(false);
  });

  it('are tried again when they are registered again, although their folder is as it was', async () => {
    const code = `import { mark } from 'late'; export default { renderers: { waits: { render: () => mark } } };`;
    await writePlugin(here.folder, { name: 'waits', code });
    await expect(here.host.register('waits')).rejects.toMatchObject({ message: expect.stringContaining('late') });
    const late = join(here.folder, 'waits', 'node_modules', 'late');
    await mkdir(late, { recursive: true });
    await writeFile(join(late, 'index.js'), 'exports.mark = "in time";');
    expect(await here.host.register('waits')).toMatchObject({ state: 'ACTIVE' });
    expect(await here.render('waits')).toBe('in time');
  });

  it('take with them what takes their output', async () => {
    await writePlugin(here.folder, { name: 'below', takes: { renderer: 'summary' }, manifest: { limits } });
    expect(await here.host.register('below')).toMatchObject({ state: 'ACTIVE' });
    await here.host.unregister('summary');
    expect(stateOf(here, 'below')).toMatchObject({ state: 'FAILED', error: expect.stringContaining('“summary”') });
    await here.host.register('summary');
    expect(stateOf(here, 'below')).toMatchObject({ state: 'ACTIVE', error: null });
  });

  it.each(['..', '../summary', '/etc', 'a/b', '@a/../b', 'a\\b', '.hidden', '', 'a'.repeat(215), '@scope/', 'A'])(
    'have no name like “%s”',
    async (name) => {
      await expect(here.host.register(name)).rejects.toMatchObject({
        code: 'PLUGIN_INVALID',
        message: expect.stringContaining('can not be the name'),
      });
    },
  );
});
