import { randomUUID } from 'node:crypto';
import { access, lstat, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a folder is called, what it must hold to count as whole, and how it is filled. */
export interface FolderRecipe {
  /** Changes whenever the contents do, so that an old version is never taken for a new one. */
  readonly name: string;
  readonly files: readonly string[];
  readonly fill: (folder: string) => Promise<void>;
}

/**
 * A folder that only this user can write to, shared by all of this user's processes. A folder of that name which is
 * not safe (on a shared /tmp anybody could have made it) is left alone and a fresh private one is made.
 */
export async function privateFolder(parent = tmpdir()): Promise<string> {
  const folder = join(parent, `nianbao-${process.getuid?.() ?? 'user'}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return (await isPrivate(folder)) ? folder : mkdtemp(`${folder}-`);
}

/** The filled folder inside `parent`. Processes that fill it at the same time do not disturb each other. */
export async function unpackedFolder(parent: string, recipe: FolderRecipe): Promise<string> {
  const folder = join(parent, recipe.name);
  if (await isWhole(folder, recipe.files)) return folder;
  const draft = `${folder}.${randomUUID()}`;
  try {
    await mkdir(draft, { recursive: true, mode: 0o700 });
    await recipe.fill(draft);
    await putInPlace(draft, folder, recipe.files);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

async function putInPlace(draft: string, folder: string, files: readonly string[]): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (error) {
    if (await isWhole(folder, files)) return;
    // A cleaner of /tmp has taken some of its files: move the remains aside, or the rename would be refused.
    const remains = `${folder}.${randomUUID()}`;
    await rename(folder, remains).catch(() => {
      throw error;
    });
    await rename(draft, folder);
    await rm(remains, { recursive: true, force: true });
  }
}

async function isWhole(folder: string, files: readonly string[]): Promise<boolean> {
  const missing = await Promise.all(
    files.map((file) =>
      access(join(folder, file)).then(
        () => false,
        () => true,
      ),
    ),
  );
  return !missing.includes(true);
}

async function isPrivate(folder: string): Promise<boolean> {
  if (process.getuid === undefined) return true;
  const { mode, uid } = await lstat(folder);
  return uid === process.getuid() && (mode & 0o170022) === 0o040000;
}
