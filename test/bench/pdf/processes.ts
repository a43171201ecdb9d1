import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the clock that Linux counts processor time in. */
const TICKS_PER_SECOND = 100;

/** A process at the moment that it was looked at. */
export interface Process {
  readonly pid: number;
  /** Ticks of the clock from the start of the machine to its own; with the number, tells it from all others. */
  readonly started: number;
  readonly parent: number;
  /** Milliseconds of processor time, with those of children that have ended. */
  readonly busy: number;
}

function read(pid: number): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0);
    return { pid, started: Number(fields[19]), parent: Number(fields[1]), busy: (1000 * ticks) / TICKS_PER_SECOND };
  } catch {
    return undefined;
  }
}

/** A process and all below it. */
export function treeOf(root: number): readonly Process[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/u.test(name) ? (read(Number(name)) ?? []) : []));
  const below = (parent: number): Process[] =>
    all.flatMap((one) => (one.parent === parent ? [one, ...below(one.pid)] : []));
  return [...all.filter(({ pid }) => pid === root), ...below(root)];
}

/** Milliseconds of processor time that a process and all below it have used. */
export function busyTime(root: number): number {
  return treeOf(root).reduce((sum, { busy }) => sum + busy, 0);
}

/** Bytes of memory of a process and all below it, shared pages counted by part. */
export function memoryOf(root: number): number {
  return treeOf(root).reduce((sum, { pid }) => {
    try {
      return sum + 1024 * Number(/^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      return sum;
    }
  }, 0);
}

/** Whether a process is there and not only waiting to be reaped. */
export function isAlive(pid: number): boolean {
  return read(pid) !== undefined;
}

/** Ends processes that were seen before and are still there. */
export function endAll(processes: Iterable<Process>): void {
  for (const { pid, started } of processes) if (read(pid)?.started === started) process.kill(pid, 'SIGKILL');
}
