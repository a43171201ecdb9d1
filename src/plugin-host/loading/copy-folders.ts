import { lstat, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

// Processes of containers that share a folder for temporary files do not know each other's ids, but have host names.
const PREFIX = `nianbao-plugin-${hostname().replace(/[^\w.]/gu, '_')}-`;

/** A new private folder for a copy of a plugin, without symbolic links in its path. */
export async function makeCopyFolder(): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`)));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function isAbandoned(name: string): boolean {
  const owner = name.startsWith(PREFIX) ? /^(\d+)-/u.exec(name.slice(PREFIX.length))?.[1] : undefined;
  return owner !== undefined && !isRunning(Number(owner));
}

/** A folder that somebody else has made is none of ours, whatever it is called. */
async function isOwn(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isDirectory() && found.uid === process.getuid?.(),
    () => false,
  );
}

/** Removes the copies of processes that were killed and could not tidy up after themselves. Never rejects. */
export async function sweepCopyFolders(): Promise<void> {
  const parent = tmpdir();
  const names = await readdir(parent).catch(() => []);
  for (const path of names.filter(isAbandoned).map((name) => join(parent, name)))
    if (await isOwn(path)) await rm(path, { recursive: true, force: true }).catch(() => undefined);
}
