import { readdir, readFile } from 'node:fs/promises';

/**
 * Bytes of memory (PSS) of the processes of a group, which Chromium's all are in; undefined where the system does not
 * tell, which only Linux does.
 */
export async function groupMemory(leader: number): Promise<number | undefined> {
  const names = await readdir('/proc').catch(() => []);
  const sizes = await Promise.all(names.filter((name) => /^\d+$/u.test(name)).map((pid) => memoryIn(pid, leader)));
  const known = sizes.filter((size) => size !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, size) => sum + size, 0);
}

// A process may end while it is looked at.
async function memoryIn(pid: string, leader: number): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (Number(group) !== leader) return undefined;
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const kilobytes = /^Pss:\s+(\d+) kB/mu.exec(rollup)?.[1];
  return kilobytes === undefined ? undefined : 1024 * Number(kilobytes);
}
