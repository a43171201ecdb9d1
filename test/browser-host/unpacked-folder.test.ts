import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProfile } from '#browser-host/profile.ts';
import { privateFolder, unpackedFolder, type FolderRecipe } from '#browser-host/unpacked-folder.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'nianbao-unpack-'));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

function recipe(): FolderRecipe & { fills: number } {
  return {
    name: 'program-1.0.0',
    files: ['one', 'two'],
    fills: 0,
    async fill(folder) {
      this.fills += 1;
      await Promise.all(this.files.map((file) => writeFile(join(folder, file), `${file} is whole`)));
    },
  };
}

describe('an unpacked folder', () => {
  it('is filled once', async () => {
    const once = recipe();
    const folder = await unpackedFolder(parent, once);
    expect(await unpackedFolder(parent, once)).toBe(folder);
    expect(once.fills).toBe(1);
  });

  it('is whole for everybody who fills it at the same time, and no draft stays', async () => {
    const folders = await Promise.all(Array.from({ length: 8 }, () => unpackedFolder(parent, recipe())));
    expect(new Set(folders).size).toBe(1);
    expect(await readFile(join(parent, 'program-1.0.0', 'two'), 'utf8')).toBe('two is whole');
    expect(await readdir(parent)).toEqual(['program-1.0.0']);
  });

  it('is filled again when a cleaner of the disk has taken some of its files', async () => {
    const folder = await unpackedFolder(parent, recipe());
    await rm(join(folder, 'one'));
    await unpackedFolder(parent, recipe());
    expect((await readdir(folder)).sort()).toEqual(['one', 'two']);
    expect(await readdir(parent)).toEqual(['program-1.0.0']);
  });

  it('leaves nothing behind when filling fails', async () => {
    const failing = { ...recipe(), fill: () => Promise.reject(new Error('disk full')) };
    await expect(unpackedFolder(parent, failing)).rejects.toThrow('disk full');
    expect(await readdir(parent)).toEqual([]);
  });
});

describe('the private folder', () => {
  const name = `nianbao-${process.getuid?.() ?? 'user'}`;

  it('is the same one every time, for this user only', async () => {
    const folder = await privateFolder(parent);
    expect(await privateFolder(parent)).toBe(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it.each([
    ['others can write to it', (folder: string) => mkdir(folder).then(() => chmod(folder, 0o777))],
    ['it is a link', (folder: string) => symlink(tmpdir(), folder)],
  ])('is another one when %s', async (_, make) => {
    await make(join(parent, name));
    const folder = await privateFolder(parent);
    expect(folder).not.toBe(join(parent, name));
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });
});

describe('a profile', () => {
  it('is removed, and so are those of processes that could not do it', async () => {
    const { pid: ended } = spawnSync(process.execPath, ['--version']);
    const left = join(parent, `nianbao-browser-${ended}-left`);
    const others = join(parent, `nianbao-browser-${process.ppid}-running`);
    await Promise.all([mkdir(left), mkdir(others)]);
    const profile = await createProfile(parent);
    expect((await readdir(parent)).sort()).toEqual(
      [profile.folder, others].map((path) => path.slice(parent.length + 1)).sort(),
    );
    await profile.remove();
    expect(await readdir(parent)).toEqual([others.slice(parent.length + 1)]);
  });
});
