import { readdirSync, readFileSync } from 'node:fs';

/** A live process as Linux shows it. */
export interface LiveProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function read(pid: number): LiveProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return undefined;
    return { pid, parent: Number(parent), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
  } catch {
    return undefined;
  }
}

/** Whether a process is there and not only waiting to be reaped. */
export function isAlive(pid: number): boolean {
  return read(pid) !== undefined;
}

function descendants(ancestor: number): LiveProcess[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => read(Number(name)))
    .filter((found) => found !== undefined);
  const below = (parent: number): LiveProcess[] =>
    all.flatMap((one) => (one.parent === parent ? [one, ...below(one.pid)] : []));
  return below(ancestor);
}

/** The Chromium processes below one; by default below the test's own process. */
export function chromiumProcesses(ancestor = process.pid): LiveProcess[] {
  return descendants(ancestor).filter(({ command }) => command.includes('nianbao-browser-') || /--type=/.test(command));
}
