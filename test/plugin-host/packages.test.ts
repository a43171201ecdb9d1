import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeHosts, openHost, type TestHost } from './hosts.ts';
import { writePlugin } from './write-plugin.ts';

const soon = { timeout: 10_000, interval: 20 };
const code = `import { mark } from 'marks';
export default { renderers: { chart: { render: (document) => document.title + mark } } };`;

describe('plugins that are npm packages', () => {
  let opened: TestHost;
  let packages: string;

  beforeEach(async () => {
    opened = await openHost(['summary']);
    packages = join(opened.folder, 'node_modules');
    await mkdir(join(packages, 'marks'), { recursive: true });
    await writeFile(join(packages, 'marks', 'index.js'), 'exports.mark = "!";');
    await writePlugin(join(packages, '@someone'), { name: 'chart', code });
  });

  afterEach(() => closeHosts(opened));

  const states = () => opened.host.plugins().map(({ name, state, version }) => `${name} ${version} ${state}`);

  it('are offered once they are registered by their names, with the packages that they import', async () => {
    await opened.host.registerAll();
    expect(states()).toEqual(['summary 1.0.0 ACTIVE']);
    expect(await opened.host.register('@someone/chart')).toMatchObject({ name: '@someone/chart', state: 'ACTIVE' });
    expect(opened.host.get('chart').plugin.name).toBe('@someone/chart');
    expect(await opened.render('chart')).toBe('样本报告!');
  });

  it('are swapped when they are updated, and failed when they are uninstalled', async () => {
    await opened.host.register('@someone/chart');
    opened.host.watch();
    await writePlugin(join(packages, '@someone'), { name: 'chart', version: '1.1.0', code });
    await vi.waitFor(() => expect(states()).toContain('@someone/chart 1.1.0 ACTIVE'), soon);
    await rm(join(packages, '@someone'), { recursive: true });
    await vi.waitFor(() => expect(states()).toContain('@someone/chart 1.1.0 FAILED'), soon);
    expect(() => opened.host.get('chart')).toThrow(expect.objectContaining({ code: 'UNKNOWN_RENDERER' }));
  });

  it('are refused when they are no plugins; those of the gateway itself are found as well', async () => {
    await expect(opened.host.register('marks')).rejects.toMatchObject({
      message: expect.stringContaining('plugin.json'),
    });
    await expect(opened.host.register('semver')).rejects.toMatchObject({
      message: expect.stringContaining('plugin.json'),
    });
    await expect(opened.host.register('@someone/table')).rejects.toMatchObject({
      message: expect.stringContaining('not on this gateway'),
    });
  });
});
