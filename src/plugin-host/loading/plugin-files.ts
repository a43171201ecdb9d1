import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, realpath, stat, symlink } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { reasonOf } from '../plugin-reasons.ts';
import { packagesBesideOwn } from './installed-packages.ts';
import { NotStarted } from '../running/renderer-fault.ts';

/** A plugin of more files has something in its folder that does not belong there. */
const MOST_FILES = 5000;

/** Packages are taken as they are installed; a core dump is not a part of the plugin. */
function belongs(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules' && !/^core(?:\.\d+)?$/u.test(name);
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => belongs(name))
      .map(async (entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? filesOf(path) : [path];
      }),
  );
  const files = found.flat();
  if (files.length > MOST_FILES) throw new NotStarted(reasonOf('FILES_TOO_MANY', { most: MOST_FILES }));
  return files.sort();
}

async function sum(folder: string, describe: (file: string) => Promise<string | Buffer>): Promise<string> {
  const files = await filesOf(folder);
  const parts = await Promise.all(files.map(describe));
  const hash = createHash('sha256');
  for (const [index, file] of files.entries())
    hash
      .update(`${relative(folder, file)}\0`)
      .update(parts[index]!)
      .update('\0');
  return hash.digest('hex');
}

async function describeFile(file: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(file);
  return `${size} ${mtimeMs} ${ino}`;
}

/** Changes with every change of a file, without reading them. `gone` while the folder can not be read. */
export async function stampOf(folder: string): Promise<string> {
  return sum(folder, describeFile).catch(() => 'gone');
}

/** Hex SHA-256 of what the files say: the same plugin has the same on every gateway. */
export async function digestOf(folder: string): Promise<string> {
  return sum(folder, (file) => readFile(file));
}

/** A link in a plugin's folder is followed by the copy, and what it leads to could be read by the plugin. */
async function refuseFile(folder: string, path: string): Promise<void> {
  const file = relative(folder, path);
  const real = await realpath(path).catch((cause: unknown) => {
    throw new NotStarted(reasonOf('LINK_BROKEN', { file }), cause);
  });
  const target = relative(folder, real);
  if (target.startsWith('..') || isAbsolute(target)) throw new NotStarted(reasonOf('LINK_OUT', { file }));
  if (!(await stat(real)).isFile()) throw new NotStarted(reasonOf('FILE_NOT_PLAIN', { file }));
}

async function refuseOddFiles(folder: string): Promise<void> {
  for (const file of await filesOf(folder)) await refuseFile(folder, file);
}

/** Copies a plugin, without symbolic links in its path, so that what runs stays as it was checked while its folder changes or goes. */
export async function copyPlugin(folder: string, target: string): Promise<void> {
  const filter = (source: string) =>
    source === folder ||
    relative(folder, source)
      .split(/[\\/]/u)
      .every((name) => belongs(name));
  await refuseOddFiles(folder);
  await cp(folder, target, { recursive: true, dereference: true, filter });
  const packages = join(folder, 'node_modules');
  // `require` knows nothing of where the plugin was copied from.
  const present = await stat(packages).catch(() => undefined);
  if (present) await linkPackages(packages, join(target, 'node_modules'));
}

async function linkPackages(packages: string, target: string): Promise<void> {
  const names = packagesBesideOwn(packages);
  if (!names) return symlink(packages, target, 'dir');
  await mkdir(target);
  for (const name of names) await symlink(join(packages, name), join(target, name));
}
