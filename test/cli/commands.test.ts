import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSample } from '../gateway/read-sample.ts';
import { zip } from '../importers/batch/zips.ts';
import { writePlugin } from '../plugin-host/write-plugin.ts';
import { program, runProgram, type Outcome } from './run-program.ts';

const sampleFile = fileURLToPath(new URL('../../src/app/sample/beiguan-gongxinju-2024.txt', import.meta.url));

describe('the commands', () => {
  let folder: string;
  let broken: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-cli-'));
    broken = join(folder, 'broken.txt');
    await writeFile(broken, (await readSample()).replace('（七）总计 0 0 0 0 0 0 0', '（七）总计 0 0 0 0 0 0 1'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  function run(...args: readonly string[]): Promise<Outcome> {
    return runProgram(folder, args);
  }

  it('check: 0 for a report that agrees, 1 with every violation for one that does not, 2 for another file', async () => {
    expect(await run('check', sampleFile)).toMatchObject({ code: 0, stdout: '✓ 校验通过。\n' });
    const violated = await run('check', broken, '--json');
    expect(violated.code).toBe(1);
    expect(JSON.parse(violated.stdout)).toMatchObject({
      readable: true,
      errors: [],
      checks: {
        passed: false,
        violations: expect.arrayContaining([
          expect.objectContaining({ code: 'OUTCOME_TOTAL', expected: 0, actual: 1 }),
        ]),
      },
    });
    const notes = join(folder, 'notes.txt');
    await writeFile(notes, '会议记录');
    const unreadable = await run('check', notes, '--json');
    expect(unreadable.code).toBe(2);
    expect(JSON.parse(unreadable.stdout)).toMatchObject({
      readable: false,
      errors: [{ code: 'NOT_A_REPORT', line: 1 }],
    });
    expect(await readdir(folder)).not.toContain('data');
  });

  it('import: a line of JSON for each file, twice the same report is one', async () => {
    const lines = ({ stdout }: Outcome) =>
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    const first = await run('import', sampleFile, join(folder, 'missing.txt'), '--json');
    expect(first.code).toBe(1);
    expect(lines(first)).toMatchObject([{ file: sampleFile, created: true }, { error: { code: 'NOT_FOUND' } }]);
    const second = await run('import', sampleFile, '--json');
    expect(second.code).toBe(0);
    expect(lines(second)).toMatchObject([{ id: lines(first)[0]?.['id'], created: false }]);
    const rendered = await run('render', String(lines(first)[0]?.['id']), '--renderer', 'text', '--output', '-');
    expect(rendered.stdout).toContain('表 6 结束');
  });

  it(
    'import: folders and archives with all that is in them; done again it stores nothing',
    { timeout: 120_000 },
    async () => {
      const place = join(folder, 'sent');
      const ofItsOwn = { NIANBAO_DATA_DIR: join(folder, 'batch') };
      await mkdir(join(place, 'towns'), { recursive: true });
      const sample = await readSample();
      const texts = ['甲镇', '乙镇', '丙镇'].map((name) => sample.replaceAll('北关区工信局', name));
      await writeFile(join(place, 'towns', '甲镇.txt'), texts[0] ?? '');
      await writeFile(
        join(place, 'more.zip'),
        zip({ '乙镇.txt': strToU8(texts[1] ?? ''), '丙镇.txt': strToU8(texts[2] ?? '') }),
      );
      await writeFile(join(place, 'note.txt'), '关于召开会议的通知');
      await writeFile(join(place, '.hidden'), 'x');
      await symlink(place, join(place, 'circle'));
      const lines = async (...options: string[]) => {
        const { code, stdout } = await runProgram(folder, ['import', place, '--json', ...options], ofItsOwn);
        const rows = stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as { file: string; outcome?: string; error?: { code: string } });
        return {
          code,
          rows: rows.map(({ file, outcome, error }) => [file.slice(place.length + 1), outcome ?? error?.code]),
        };
      };
      expect(await lines()).toEqual({
        code: 1,
        rows: [
          ['more.zip/乙镇.txt', 'CREATED'],
          ['more.zip/丙镇.txt', 'CREATED'],
          ['note.txt', 'NOT_A_REPORT'],
          ['towns/甲镇.txt', 'CREATED'],
        ],
      });
      await rm(join(place, 'note.txt'));
      expect((await lines()).rows.map(([, outcome]) => outcome)).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED']);
      await writeFile(
        join(place, 'towns', '甲镇.txt'),
        (texts[0] ?? '').replace('一、总体情况', '一、总体情况\n本年无变化。'),
      );
      expect((await lines()).rows.at(-1)).toEqual(['towns/甲镇.txt', 'REPORT_EXISTS']);
      const updated = await lines('--update');
      expect(updated).toMatchObject({ code: 0 });
      expect(updated.rows.at(-1)).toEqual(['towns/甲镇.txt', 'UPDATED']);
      const told = await runProgram(folder, ['import', place, '--lang', 'en'], ofItsOwn);
      expect(told.stdout).toContain('3 documents: 0 new, 0 updated, 3 there already, 0 not imported');
    },
  );

  it('export and import: all data into another store, where doing it again changes nothing', async () => {
    const file = join(folder, 'all.ndjson');
    expect(await run('export', '--output', file)).toMatchObject({ code: 0, stdout: '' });
    const other = { NIANBAO_DATA_DIR: join(folder, 'other') };
    const restored = async () =>
      JSON.parse((await runProgram(folder, ['import', file, '--json'], other)).stdout) as unknown;
    expect(await restored()).toMatchObject({ restored: { STORED: 2, PRESENT: 0, CONFLICT: 0 } });
    expect(await restored()).toMatchObject({ restored: { STORED: 0, PRESENT: 2, CONFLICT: 0 } });
    const entries = (text: string) =>
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown);
    const again = await runProgram(folder, ['export', '--output', '-'], other);
    expect(entries(again.stdout)).toEqual(entries(await readFile(file, 'utf8')));
  });

  it('import: an export that breaks off, or has a damaged line, says so', async () => {
    const [whole = '', cut, damaged, empty] = ['all', 'cut', 'damaged', 'empty'].map((name) =>
      join(folder, `${name}.ndjson`),
    );
    await run('export', '--output', whole);
    const lines = (await readFile(whole, 'utf8')).trim().split('\n');
    const importInto = async (store: string, file = '') =>
      runProgram(folder, ['import', file, '--json'], { NIANBAO_DATA_DIR: join(folder, store) });
    await writeFile(cut ?? '', `${lines.slice(0, 1).join('\n')}\n`);
    const incomplete = await importInto('cut', cut);
    expect(incomplete.code).toBe(1);
    expect(JSON.parse(incomplete.stdout)).toMatchObject({ error: { code: 'DUMP_INCOMPLETE' } });
    await writeFile(damaged ?? '', `${lines[0]}\n{"nianbao":1,"kind":"revision"}\n${lines.at(-1)}\n`);
    const refused = JSON.parse((await importInto('damaged', damaged)).stdout) as { error: { message: string } };
    expect(refused).toMatchObject({ error: { code: 'DUMP_INVALID', line: 2 } });
    expect(refused.error.message).toContain('已存入 1 项');
    expect(
      (await runProgram(folder, ['export', '--output', empty ?? ''], { NIANBAO_DATA_DIR: join(folder, 'none') })).code,
    ).toBe(0);
    expect(JSON.parse((await importInto('none', empty)).stdout)).toMatchObject({ restored: { STORED: 0 } });
  });

  it('export: a file that can not be written is told of, and nothing of it is left', async () => {
    const refused = await run('export', '--output', join(folder, 'nowhere', 'all.ndjson'));
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain('FILE_UNWRITABLE');
    expect((await readdir(folder)).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
  });

  it('export: who reads standard output may stop', async () => {
    const env = { ...process.env, NIANBAO_DATA_DIR: join(folder, 'data'), MONGODB_URI: '', NIANBAO_LOG_LEVEL: 'warn' };
    const child = spawn(process.execPath, [program, 'export', '--output', '-'], { env });
    child.stdout.destroy();
    const said: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect({ code, said }).toEqual({ code: 0, said: [] });
  });

  it('render: a file without any store, to standard output or to a file, with options', async () => {
    const text = await run('render', sampleFile, '--renderer', 'text', '--output', '-', '--option', 'zeroRows=summary');
    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toMatch(/^北关区工信局2024年政府信息公开工作年度报告\n/u);
    const page = join(folder, 'report.html');
    expect(await run('render', sampleFile, '--renderer', 'html', '--output', page)).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(await readFile(page, 'utf8')).toMatch(/^<!doctype html>/iu);
  });

  it('render: loads what the renderer needs and nothing else; says what there is when that does not work', async () => {
    const plugins = join(folder, 'plugins');
    const takes = { renderer: 'text' };
    const limits = { milliseconds: 2000, outputBytes: 1_000_000 };
    await writePlugin(plugins, { name: 'after', takes, manifest: { limits } });
    await writePlugin(plugins, { name: 'broken', code: 'export default {' });
    const render = (renderer: string) =>
      runProgram(folder, ['render', sampleFile, '--renderer', renderer, '--output', '-'], {
        NIANBAO_PLUGIN_DIRS: plugins,
      });
    const chained = await render('after');
    expect(chained).toMatchObject({ code: 0, stderr: '' });
    expect(chained.stdout).toMatch(/^北关区工信局[^]*表 6 结束[^]* after 1\.0\.0$/u);
    const failed = await render('broken');
    expect(failed).toMatchObject({ code: 2, stdout: '' });
    expect(failed.stderr).toMatch(/can not be loaded[^]*after, braille, brf, csv, docx, html.*\[UNKNOWN_RENDERER\]/u);
  });

  it.each([
    ['an unknown renderer', ['render', sampleFile, '--renderer', 'fax', '--output', '-'], 'UNKNOWN_RENDERER'],
    [
      'an unknown option',
      ['render', sampleFile, '--renderer', 'text', '--output', '-', '--option', 'colour=red'],
      'RENDERER_OPTIONS_INVALID',
    ],
    ['an id that is not there', ['render', 'nothing', '--renderer', 'text', '--output', '-'], 'NOT_FOUND'],
    ['a missing argument', ['check'], 'missing required argument'],
    ['an unknown command', ['dance'], 'unknown command'],
  ])('end with 2 for %s', async (_, args, words) => {
    const { code, stderr, stdout } = await run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
  });
});
