import { link, lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readConfig } from '#app/config.ts';
import { exportData, restoreData } from '#app/data-files.ts';
import { openEmbeddedStore } from '#store/embedded/open-embedded-store.ts';
import type { Store } from '#store/store.ts';

const names = ['甲', '乙\u2028局', '丙\u2029\u0085局', '丁'];
let folder: string;
let file: string;
let target: Store;

const exportTo = (output: string) =>
  exportData(output, false, readConfig({ NIANBAO_DATA_DIR: join(folder, 'source'), NIANBAO_LOG_LEVEL: 'warn' }));
const storedNames = async () => {
  const found: string[] = [];
  for await (const entry of target.dump()) if (entry.kind === 'organization') found.push(entry.organization.name);
  return found.sort();
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-data-files-'));
  file = join(folder, 'all.ndjson');
  const source = await openEmbeddedStore({ folder: join(folder, 'source'), log: () => undefined });
  for (const name of names) await source.organizations.save({ name, parent: null });
  await source.close();
  target = await openEmbeddedStore({ folder: join(folder, 'target'), log: () => undefined });
});
afterEach(async () => {
  await target.close();
  await rm(folder, { recursive: true });
});

it('names with line breaks of Unicode come back as they were', async () => {
  await exportTo(file);
  expect(await restoreData(target, file)).toEqual({ STORED: 4, PRESENT: 0, CONFLICT: 0 });
  expect(await storedNames()).toEqual([...names].sort());
});

it('an export that is cut anywhere is incomplete, and what it has is stored', async () => {
  await exportTo(file);
  const whole = await readFile(file);
  const ends = [...whole.entries()].flatMap(([at, byte]) => (byte === 10 ? [at] : []));
  const cuts = ends.slice(0, -1).flatMap((end) => [end, end + 1, end + 2, end + 30]);
  for (const cut of cuts) {
    await writeFile(file, whole.subarray(0, cut));
    const entries = ends.filter((end) => end <= cut).length;
    const incomplete = { code: 'DUMP_INCOMPLETE', parameters: { entries } };
    await expect(restoreData(target, file)).rejects.toMatchObject(incomplete);
    expect(await storedNames()).toHaveLength(entries);
  }
});

it('a line that can not be read is named, and all before it is stored', async () => {
  await exportTo(file);
  const lines = (await readFile(file, 'utf8')).split('\n');
  await writeFile(file, [...lines.slice(0, 2), '', '{"nianbao":1,', ...lines.slice(2)].join('\n'));
  const invalid = { code: 'DUMP_INVALID', line: 4, parameters: { stored: 2 } };
  const refusal = await restoreData(target, file).catch((error: unknown) => error as Error);
  expect(refusal).toMatchObject(invalid);
  expect((refusal as Error).message).toContain('it is not JSON. 2 entries');
  expect(await storedNames()).toHaveLength(2);
  await writeFile(file, [lines[0], '{"nianbao":3,"kind":"parcel"}', ...lines.slice(1)].join('\n'));
  await expect(restoreData(target, file)).rejects.toMatchObject({ code: 'DUMP_NEWER', line: 2 });
});

it('an older export stays as it is until the new one takes its place', async () => {
  const older = join(folder, 'older.ndjson');
  await writeFile(file, 'older');
  await link(file, older);
  await exportTo(file);
  expect(await readFile(older, 'utf8')).toBe('older');
  expect(await readFile(file, 'utf8')).toContain('"kind":"end","entries":4}');
});

it('a link stays one, and a device is not replaced', async () => {
  const name = join(folder, 'link');
  await writeFile(file, 'older');
  await symlink(file, name);
  await exportTo(name);
  expect(await readFile(file, 'utf8')).toContain('"kind":"end"');
  const device = join(folder, 'device');
  await symlink('/dev/full', device);
  await expect(exportTo(device)).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
  expect((await lstat('/dev/full')).isCharacterDevice()).toBe(true);
  expect((await readdir(folder)).sort()).toEqual(['all.ndjson', 'device', 'link', 'source', 'target']);
});
