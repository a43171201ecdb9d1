import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeHosts, openHost, type TestHost } from './hosts.ts';
import { writePlugin } from './write-plugin.ts';

let opened: TestHost;

beforeEach(async () => {
  opened = await openHost([]);
});

afterEach(() => closeHosts(opened));

const pluginThat = (body: string) => `export default { renderers: { tries: { render() { ${body} } } } };`;
const threw = { code: 'RENDERING_FAILED', parameters: { phase: 'render', fault: 'THREW' } };

it.each([
  ['its parent', 'process.kill(process.ppid, "SIGKILL")'],
  ['its parent, with the inner call', 'process._kill(process.ppid, 9)'],
  [
    'its parent, with the inner call put back',
    'delete process._kill; process._kill = () => 0; process.kill(process.ppid, 9)',
  ],
  ['a group', 'process.kill(-process.ppid, "SIGKILL")'],
])('sends no signal to %s', async (_, body) => {
  await writePlugin(opened.folder, { name: 'tries', code: pluginThat(body) });
  await opened.host.register('tries').catch(() => undefined);
  expect(opened.host.plugins()).toContainEqual(expect.objectContaining({ name: 'tries', state: 'FAILED' }));
});

it.each([
  ['a proxy', 'throw new Proxy({}, { getPrototypeOf() { throw 1; }, get() { throw 2; } })'],
  ['what throws when it is read', 'throw { get hostCode() { throw 1; }, get message() { throw 2; } }'],
  ['nothing', 'throw undefined'],
])('may throw %s', async (_, body) => {
  const code = pluginThat(`if (arguments[1].wait === 1) { ${body} } return 'well';`);
  await writePlugin(opened.folder, { name: 'tries', code });
  await opened.host.register('tries');
  await expect(opened.render('tries', { wait: 1 })).rejects.toMatchObject(threw);
  expect(await opened.render('tries')).toBe('well');
});
