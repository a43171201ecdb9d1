import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { childrenOfPlugins, closeHosts, launcherOfPlugins, openHost, type TestHost } from '../hosts.ts';

let opened: TestHost;

beforeEach(async () => {
  opened = await openHost(['never-returns']);
});

afterEach(() => closeHosts(opened));

it('is replaced when it has ended, and what it had started is ended', async () => {
  const first = await launcherOfPlugins();
  const rendering = opened.render('never-returns', { misbehave: 'waits' });
  setTimeout(() => process.kill(first!, 'SIGKILL'), 50);
  await expect(rendering).rejects.toMatchObject({ code: 'RENDERING_FAILED', parameters: { fault: 'KILLED' } });
  // Whoever waited for a process that was being started is told so.
  await vi.waitFor(async () => expect(await opened.render('never-returns')).toBe('样本报告'), 5000);
  expect(await launcherOfPlugins()).not.toBe(first);
});

it('tells of a process that can not be started', async () => {
  const { openLauncher } = await import('#plugin-host/isolation/launcher.ts');
  const launching = (await openLauncher()).launch({ args: [], folder: `${opened.folder}/nowhere` });
  await expect(launching).rejects.toThrow('ENOENT');
  expect(await opened.render('never-returns')).toBe('样本报告');
});

it.skipIf(!existsSync('/proc/self/autogroup'))('starts what gives way to the gateway once it is loaded', async () => {
  await vi.waitFor(async () => {
    const children = await childrenOfPlugins();
    expect(children.length).toBeGreaterThan(0);
    for (const id of children) expect(await readFile(`/proc/${id}/autogroup`, 'utf8')).toMatch(/nice 5$/mu);
  }, 5000);
});
