import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** A process; `started` tells it from a later one of the same pid, and is null where the system does not say. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string | null;
  /** The machine and its processes that can be told apart by pid; a container has its own. */
  readonly namespace: string;
}

/** This process. */
export async function thisProcess(): Promise<ProcessIdentity> {
  return { pid: process.pid, started: await startOf(process.pid), namespace: await thisNamespace() };
}

/** The machine's name and, where the system says, its boot and the namespace of its pids: machines share names. */
export async function thisNamespace(): Promise<string> {
  const pids = await readlink('/proc/self/ns/pid').catch(() => '');
  return `${hostname()}/${await thisBoot().catch(() => '')}/${pids}`;
}

async function thisBoot(): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
}

/** Whether that very process still runs, in this namespace. */
export async function isRunning({ pid, started }: Omit<ProcessIdentity, 'namespace'>): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const current = await startOf(pid);
  return started === null || current === null || started === current;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, but another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The boot and the tick at which a process started, where /proc exists. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const boot = await thisBoot();
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; the start time is the 20th field behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended, though its pid is still taken.
    return fields[0] === 'Z' ? 'ended' : `${boot}/${fields[19]}`;
  } catch {
    return null;
  }
}
