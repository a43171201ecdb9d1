import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder that one browser keeps its state in for as long as it runs. */
export interface Profile {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

const PREFIX = 'nianbao-browser-';

/** Makes a profile in a private folder. It is also removed when this process exits, or else by the next one's sweep. */
export async function createProfile(parent: string): Promise<Profile> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await sweep(parent);
  const folder = await mkdtemp(join(parent, `${PREFIX}${process.pid}-`));
  const removeNow = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', removeNow);
  const remove = async () => {
    process.removeListener('exit', removeNow);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);
  };
  return { folder, remove };
}

// A process that a signal ended could not tidy up after itself.
async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner)))
      await rm(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
