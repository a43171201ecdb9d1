import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rewrite } from '../plugin-host/hosts.ts';
import { runProgram } from './run-program.ts';

const execute = promisify(execFile);

describe('plugin new and plugin test', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-authors-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  const run = (...args: readonly string[]) => runProgram(folder, ['plugin', ...args]);

  it('write a plugin that keeps the contract at once, and a test of it that runs', async () => {
    const begun = await run('new', 'deep/my-list', '--json');
    expect(begun).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(begun.stdout)).toEqual({
      name: 'my-list',
      folder: join(folder, 'deep', 'my-list'),
      files: ['index.mjs', 'index.test.mjs', 'package.json', 'plugin.json'],
    });
    const home = join(folder, 'deep', 'my-list');
    expect(await readFile(join(home, 'plugin.json'), 'utf8')).not.toContain('my-renderer');
    const tried = await run('test', 'deep/my-list', '--lang', 'en');
    expect(tried).toMatchObject({ code: 0, stderr: '' });
    const lines = tried.stdout.trim().split('\n');
    expect(lines.filter((line) => !line.startsWith('✓ '))).toEqual([]);
    expect(lines).toContain('✓ my-list: stops soon when its signal aborts');
    await execute('npm', ['install', '--offline', '--no-audit', '--no-fund'], { cwd: home });
    const { stdout } = await execute('npm', ['test'], { cwd: home });
    expect(stdout).toMatch(/^[^\w]*fail 0$/mu);
    expect(stdout).toMatch(/^[^\w]*pass (?:1[3-9]|2\d)$/mu);
  });

  it('say what is wrong with a line each, as JSON where that is wanted, and end with 1', async () => {
    await run('new', 'wrong');
    await rewrite(join(folder, 'wrong', 'index.mjs'), 'return `${lines', 'return 42 ?? `${lines');
    const tried = await run('test', './wrong/', '--lang', 'en');
    expect(tried).toMatchObject({ code: 1, stderr: '' });
    expect(tried.stdout).toMatch(/✗ wrong: renders an ordinary report.*\n {4}.*WRONG_TYPE.*\n {4}It returned number/u);
    expect(tried.stdout).toMatch(/✗ It breaks the renderer contract: \d failed\.\n$/u);
    const { checks, passed } = JSON.parse((await run('test', 'wrong', '--json')).stdout) as {
      passed: boolean;
      checks: object[];
    };
    expect(passed).toBe(false);
    expect(checks).toContainEqual(
      expect.objectContaining({ check: 'output', renderer: 'wrong', sample: 'ordinary', passed: false }),
    );
    expect(await run('test', 'nowhere')).toMatchObject({ code: 2, stdout: '' });
  });

  it('show on standard error what the plugin says while it is tried', async () => {
    await run('new', 'talking');
    const entry = join(folder, 'talking', 'index.mjs');
    await rewrite(entry, 'const lines =', 'console.log("one\\ntwo"); const lines =');
    const { code, stderr, stdout } = await run('test', 'talking');
    expect([code, stdout.includes('two')]).toEqual([0, false]);
    expect(stderr).toContain('    │ one\n    │ two\n');
  });

  it('write nothing where something is, or where the name can not be one', async () => {
    await mkdir(join(folder, 'kept'));
    await writeFile(join(folder, 'kept', 'note.txt'), 'mine');
    const refused = await run('new', 'kept');
    expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('FOLDER_NOT_EMPTY') });
    expect(await readdir(join(folder, 'kept'))).toEqual(['note.txt']);
    expect((await run('new', 'kept/note.txt')).code).toBe(2);
    for (const name of ['Big', 'html', 'with_underscore'])
      expect(await run('new', name)).toMatchObject({ code: 2, stderr: expect.stringContaining(`“${name}”`) });
    await expect(access(join(folder, 'Big'))).rejects.toThrow('ENOENT');
  });
});
