import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeHosts, openHost, type TestHost } from './hosts.ts';
import { writePlugin } from './write-plugin.ts';

let opened: TestHost;

beforeEach(async () => {
  opened = await openHost([]);
});

afterEach(() => closeHosts(opened));

/** Each rendering says which process did it; one that is told to leaves something behind that throws later. */
const code = `const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
export default { renderers: { leaves: { async render(_, { wait }) {
  if (wait === 1) setTimeout(() => { throw new Error('left behind'); }, 150);
  if (wait === 2) pause(150).then(() => { throw new Error('left behind'); });
  if (wait === 3) { setTimeout(() => { throw new Error('its own'); }, 10); await pause(5000); }
  if (wait === 5) setTimeout(() => process.exit(0), 150);
  if (wait === 6) process.exit(0);
  if (wait === 4) await pause(600);
  return 'process ' + process.pid;
} } } };`;

it.each([
  ['throws', 1],
  ['rejects', 2],
  ['ends the process', 5],
])('does not fail a rendering for what an earlier one left behind that %s', async (_, wait) => {
  await writePlugin(opened.folder, { name: 'leaves', code });
  await opened.host.register('leaves');
  const first = await opened.render('leaves', { wait });
  const second = await opened.render('leaves', { wait: 4 });
  expect(second).toMatch(/^process \d+$/u);
  expect(second).not.toBe(first);
});

it('fails a rendering for what itself throws beside its promise', async () => {
  await writePlugin(opened.folder, { name: 'leaves', code });
  await opened.host.register('leaves');
  await expect(opened.render('leaves', { wait: 3 })).rejects.toMatchObject({
    code: 'RENDERING_FAILED',
    parameters: { phase: 'render', fault: 'THREW' },
    cause: { message: expect.stringContaining('its own') },
  });
});

it('fails a rendering that ends its process itself, also in one that has answered before', async () => {
  await writePlugin(opened.folder, { name: 'leaves', code });
  await opened.host.register('leaves');
  await opened.render('leaves', { wait: 0 });
  await expect(opened.render('leaves', { wait: 6 })).rejects.toMatchObject({
    code: 'RENDERING_FAILED',
    parameters: { fault: 'EXITED' },
  });
  expect(await opened.render('leaves')).toMatch(/^process/u);
});
