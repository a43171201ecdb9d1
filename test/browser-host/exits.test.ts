import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ways } from './hosts.ts';
import { chromiumProcesses, isAlive } from './processes.ts';

const program = fileURLToPath(new URL('print-until-killed.ts', import.meta.url));

async function startPrinting(options: object, how = 'wait') {
  const args = ['--import', 'tsx', program, JSON.stringify(options), how];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  await once(child.stdout, 'data');
  return { child, exited };
}

describe.each(ways)('when the gateway ends, so does %s', (_, options) => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)('by %s', async (signal) => {
    const { child, exited } = await startPrinting(options);
    const processes = chromiumProcesses(child.pid);
    expect(processes.length).toBeGreaterThan(0);
    child.kill(signal);
    await exited;
    await expect.poll(() => processes.filter(({ pid }) => isAlive(pid)), { timeout: 5000 }).toEqual([]);
  });

  it('by its own will', async () => {
    const { exited } = await startPrinting(options, 'exit');
    await exited;
    await expect.poll(() => chromiumProcesses(), { timeout: 5000 }).toEqual([]);
  });
});
