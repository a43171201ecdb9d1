import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** How often the memory of a working child is read; it can take some 100 MB more until it is noticed. */
const WATCH_MILLISECONDS = 50;
const PAGE_BYTES = 4096;

/** Pages are larger on some machines; reading them as 4096 bytes would allow more, so the process itself is asked there. */
const pagesAreKnown = process.platform === 'linux' && process.arch === 'x64';

const run = promisify(execFile);

async function residentBytes(pid: number): Promise<number> {
  if (pagesAreKnown) return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE_BYTES;
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) * 1024;
}

/** Calls `onExcess` once when a process holds more memory than the limit, Buffers included. Returns how to stop. */
export function watchMemory(pid: number, limitBytes: number, onExcess: (bytes: number) => void): () => void {
  const look = async () => {
    // A process that has ended holds nothing.
    const bytes = await residentBytes(pid).catch(() => 0);
    if (bytes > 0 && bytes <= limitBytes) return;
    clearInterval(timer);
    if (bytes > 0) onExcess(bytes);
  };
  const timer = setInterval(() => void look(), WATCH_MILLISECONDS * (pagesAreKnown ? 1 : 10));
  timer.unref();
  return () => clearInterval(timer);
}
