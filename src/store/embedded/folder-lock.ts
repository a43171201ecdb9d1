import { readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { StoreLog } from '../documents/store-log.ts';
import { isRunning, thisProcess } from './process-identity.ts';

const holderShape = z.object({ pid: z.number().int().positive(), started: z.string().nullable() });
type Holder = z.infer<typeof holderShape>;

/**
 * Takes the folder for this process; the answer gives it back. STORE_IN_USE with the folder and the pid when another
 * process that still runs has it.
 */
export async function lockFolder(folder: string, log: StoreLog): Promise<() => Promise<void>> {
  const file = join(folder, 'lock');
  const own = JSON.stringify({ ...(await thisProcess()), token: randomUUID() });
  while (!(await create(file, own))) {
    const text = await readHolder(file);
    if (text === undefined) continue;
    const holder = parseHolder(text);
    if (holder && (await isRunning(holder))) throw inUse(folder, holder);
    if (await remove(file, text)) log({ level: 'warn', message: 'took over the lock of a process that ended', folder });
  }
  return async () => {
    if ((await readHolder(file)) === own) await unlink(file);
  };
}

function inUse(folder: string, { pid }: Holder): NianbaoError {
  return new NianbaoError('STORE_IN_USE', { folder, pid });
}

async function create(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx', flush: true });
    return true;
  } catch (error) {
    if (hasErrno(error, 'EEXIST')) return false;
    throw error;
  }
}

/** What the lock says; waits a moment for a process that has just made it and not written it yet. */
async function readHolder(file: string): Promise<string | undefined> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const text = await readFile(file, 'utf8').catch(absent);
    if (text !== '') return text;
    await pause(25);
  }
  return '';
}

function parseHolder(text: string): Holder | undefined {
  try {
    return holderShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Removes the lock if it still says `text`: two processes may find the same dead one's lock. */
async function remove(file: string, text: string): Promise<boolean> {
  const aside = `${file}.${randomUUID()}`;
  const moved = await rename(file, aside).then(() => true, absent);
  if (moved !== true) return false;
  const taken = await readFile(aside, 'utf8');
  if (taken !== text) await create(file, taken);
  await unlink(aside);
  return taken === text;
}

function absent(error: unknown): undefined {
  if (!hasErrno(error, 'ENOENT')) throw error;
}

function hasErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
