import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Another process that has the folder open and writes to it. */
export interface WriterProcess {
  readonly pid: number;
  /** Kills it in the middle of its writing; what it had acknowledged until then, each line as words. */
  kill(): Promise<string[][]>;
}

/** Starts a writer; resolves when it has the folder open. */
export async function startWriter(folder: string): Promise<WriterProcess> {
  const script = fileURLToPath(new URL('./acknowledging-writer.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[][] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => acknowledged.push(line.split(' ')));
  const ended = once(child, 'close');
  await Promise.race([once(lines, 'line'), ended]);
  return {
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
      return acknowledged.slice(1);
    },
  };
}

/** Lets a writer write for some milliseconds. */
export const letWrite = pause;
