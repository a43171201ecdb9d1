import { readFile, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { StoreLog } from '../documents/store-log.ts';
import { isRunning, thisNamespace, thisProcess } from './process-identity.ts';

const holderShape = z.object({
  pid: z.number().int().positive(),
  started: z.string().nullable(),
  namespace: z.string(),
});
type Holder = z.infer<typeof holderShape>;

/** Who is told, and how often a holder shows that it lives, in milliseconds. */
export interface LockSettings {
  readonly log: StoreLog;
  /** Called once when another process has taken the lock: nothing may be written any more. */
  readonly onLost: () => void;
  readonly beat?: number;
}

/** So many beats may fail to come before a holder elsewhere counts as dead. */
const MISSED_BEATS = 4;

/**
 * Takes the folder for this process; the answer gives it back. STORE_IN_USE with the folder and the pid when another
 * process that still runs has it. A holder of another machine or container, of which the system says nothing, is
 * watched for a while: it lives when its lock is touched.
 */
export async function lockFolder(folder: string, settings: LockSettings): Promise<() => Promise<void>> {
  const { log, beat = 5000 } = settings;
  const file = join(folder, 'lock');
  const own = JSON.stringify({ ...(await thisProcess()), token: randomUUID() });
  const holder = await acquire(file, own, { log, beat });
  if (holder) throw inUse(folder, holder);
  const stop = keepBeating(file, own, { ...settings, beat });
  return async () => {
    stop();
    if ((await readHolder(file)) === own) await unlink(file);
  };
}

type Watching = Required<Omit<LockSettings, 'onLost'>>;

/** Who has the lock, if it is another that lives. */
async function acquire(file: string, own: string, watching: Watching): Promise<Holder | undefined> {
  while (!(await create(file, own))) {
    const text = await readHolder(file);
    if (text === undefined) continue;
    const holder = parseHolder(text);
    if (holder && (await isHeld(file, holder, watching))) return holder;
    await remove(file, text, own, watching);
  }
  return undefined;
}

async function isHeld(file: string, holder: Holder, { log, beat }: Watching): Promise<boolean> {
  if (holder.namespace === (await thisNamespace())) return isRunning(holder);
  const seconds = (MISSED_BEATS * beat) / 1000;
  log({ level: 'info', message: 'watching whether the holder of the lock, which is elsewhere, lives', file, seconds });
  return isBeating(file, beat);
}

/** Compares times of the file with each other only: clocks of two machines may differ. */
async function isBeating(file: string, beat: number): Promise<boolean> {
  const touched = async () => (await stat(file).catch(absent))?.mtimeMs;
  const first = await touched();
  for (let waited = 0; waited < MISSED_BEATS * beat; waited += beat / 2) {
    await pause(beat / 2);
    if ((await touched()) !== first) return true;
  }
  return false;
}

function keepBeating(file: string, own: string, { beat, log, onLost }: Required<LockSettings>): () => void {
  async function touch(): Promise<void> {
    if ((await readHolder(file)) === own) {
      const now = new Date();
      await utimes(file, now, now);
      return;
    }
    clearInterval(timer);
    log({ level: 'warn', message: 'another process took the lock of the folder; nothing is written any more', file });
    onLost();
  }

  const timer = setInterval(() => {
    touch().catch((cause: unknown) => log({ level: 'warn', message: 'can not touch the lock of the folder', cause }));
  }, beat).unref();
  return () => clearInterval(timer);
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

/**
 * Removes a dead process's lock if it is still there. Many may find it, and one that is late must not remove the lock
 * of the next: who removes it has a lock for that, named after what the dead one says.
 */
async function remove(file: string, text: string, own: string, watching: Watching): Promise<void> {
  const guard = `${file}.${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  if (await acquire(guard, own, watching)) {
    await pause(5);
    return;
  }
  try {
    if ((await readHolder(file)) !== text) return;
    await unlink(file);
    watching.log({ level: 'warn', message: 'took over the lock of a process that ended', file });
  } finally {
    await unlink(guard);
  }
}

function absent(error: unknown): undefined {
  if (!hasErrno(error, 'ENOENT')) throw error;
}

function hasErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
