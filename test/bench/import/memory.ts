import { readdirSync, readFileSync } from 'node:fs';

function parentOf(pid: string): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return undefined;
  }
}

function kilobytesOf(pid: string): number {
  try {
    return Number(/^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function treeOf(root: string): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  const below = (pid: string): string[] => [pid, ...pids.filter((one) => parentOf(one) === pid).flatMap(below)];
  return below(root);
}

/** Memory of this process and of all below it, as Linux shares it out among them (PSS). */
export function megabytesOfTree(): number {
  return treeOf(String(process.pid)).reduce((sum, pid) => sum + kilobytesOf(pid), 0) / 1024;
}
