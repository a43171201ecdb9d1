import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { developmentToken, openGateway, type Gateway } from '../gateway/open-gateway.ts';
import { writePlugin } from '../plugin-host/write-plugin.ts';
import { runProgram } from './run-program.ts';

describe('plugin list, add and remove', () => {
  let folder: string;
  let gateway: Gateway;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-plugins-'));
    gateway = await openGateway({ NIANBAO_PLUGIN_DIRS: folder });
  });

  afterAll(async () => {
    await gateway.close();
    await rm(folder, { recursive: true });
  });

  const run = (...args: readonly string[]) =>
    runProgram(folder, ['plugin', ...args, '--gateway', gateway.url], { NIANBAO_TOKEN: developmentToken });

  it('add a plugin, list it with the others, take it out and bring it back', async () => {
    await writePlugin(folder, { name: 'coming' });
    expect(await run('add', 'coming')).toEqual({ code: 0, stdout: '✓ coming 1.0.0 可用: coming\n', stderr: '' });
    const listed = await run('list');
    expect(listed).toMatchObject({ code: 0, stderr: '' });
    expect(listed.stdout.split('\n')).toEqual(
      expect.arrayContaining([
        '✓ coming 1.0.0 可用: coming',
        expect.stringMatching(/^✓ html \S+（内置） 可用: html$/u),
      ]),
    );
    expect(await run('remove', './coming')).toEqual({ code: 0, stdout: '– coming 已停用\n', stderr: '' });
    const { stdout } = await run('list', '--json');
    expect(JSON.parse(stdout)).toContainEqual({
      name: 'coming',
      version: '1.0.0',
      builtIn: false,
      state: 'DISABLED',
      error: null,
      renderers: [],
    });
    const again = await run('add', './coming', '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ name: 'coming', state: 'ACTIVE', renderers: ['coming'] });
  });

  it('say why a plugin can not be offered, and end with 1', async () => {
    await writePlugin(folder, { name: 'broken', code: 'export default {' });
    const refused = await run('add', 'broken');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^✗ 插件“broken”无法注册：入口无法加载：.*\[PLUGIN_INVALID\]\n$/u);
    const plain = await run('add', 'broken', '--json');
    expect(plain).toMatchObject({ code: 1, stderr: '' });
    expect(JSON.parse(plain.stdout)).toMatchObject({ error: { code: 'PLUGIN_INVALID' } });
    await mkdir(join(folder, 'elsewhere', 'away'), { recursive: true });
    expect(await run('add', 'elsewhere/away', '--lang', 'en')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('not on this gateway'),
    });
    expect((await run('list', '--lang', 'en')).stdout).toMatch(/✗ broken 0\.0\.0 failed\n {4}.*can not be loaded/u);
  });

  it.each([
    ['a folder that is not there', ['add', './nowhere'], 'NOT_FOUND'],
    ['a plugin that is not there', ['remove', 'nowhere'], 'NOT_FOUND'],
    ['an argument that is missing', ['add'], 'missing required argument'],
    ['a folder to remove that is not there', ['remove', './nowhere'], 'NOT_FOUND'],
  ])('end with 2 for %s', async (_, args, words) => {
    expect(await run(...args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(words) });
  });

  it.each([['list'], ['add', 'coming'], ['remove', 'coming']])(
    '%s: ends with 2 and says so when no gateway answers',
    async (...args) => {
      const outcome = await runProgram(folder, ['plugin', ...args], { PORT: '1' });
      expect(outcome).toMatchObject({ code: 2, stdout: '' });
      expect(outcome.stderr).toMatch(/http:\/\/127\.0\.0\.1:1 .*\[GATEWAY_UNREACHABLE\]/u);
    },
  );

  it.each([
    ['what answers with an error', () => `${gateway.url}/nothing/`, 'GATEWAY_REFUSED'],
    ['what is no address', () => 'gateway', 'http://host:port'],
  ])('end with 2 for %s', async (_, address, words) => {
    const outcome = await runProgram(folder, ['plugin', 'list', '--gateway', address()]);
    expect(outcome).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(words) });
  });
});
