import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

const childFolder = fileURLToPath(new URL('../child', import.meta.url));
const pluginApiFolder = fileURLToPath(new URL('../../plugin-api', import.meta.url));

/** The gateway answers first: a child that computes for seconds waits for it, not the other way round. */
const NICENESS = 15;

/** Which plugin a process is for, and how much memory it may take. */
export interface LaunchSettings {
  /** The copy that runs; its working folder. */
  readonly folder: string;
  /** Where it was copied from. */
  readonly original: string;
  readonly memoryMegabytes: number;
  /** Somebody waits for the plugin: it is loaded at full speed, and gives precedence only then. */
  readonly urgent: boolean;
}

/** A started process of a plugin and the channel to it. */
export interface LaunchedChild {
  readonly process: ChildProcess & { readonly pid: number };
  readonly channel: Socket;
}

/** The `node_modules` folders that an import from the folder may reach. */
function packageFolders(folder: string): string[] {
  const parent = dirname(folder);
  const above = parent === folder ? [] : packageFolders(parent);
  const own = join(folder, 'node_modules');
  return existsSync(own) ? [own, ...above] : above;
}

/** Node's own permissions: the plugin reads its folder and its packages, writes nothing and starts nothing. */
function permissions({ folder, original }: LaunchSettings): string[] {
  const readable = [folder, childFolder, pluginApiFolder, ...packageFolders(original)];
  const flag = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission';
  return [flag, '--allow-worker', ...readable.map((path) => `--allow-fs-read=${path}/*`)];
}

/** A kernel that is out of memory should take the child first. Only Linux has this. */
function offerToKernel(pid: number): void {
  writeFile(`/proc/${pid}/oom_score_adj`, '1000').catch(() => undefined);
}

/**
 * Makes a child wait for the gateway. Linux weighs sessions against each other first (autogroup) and looks at the
 * priorities of processes only within one; each child is a session of its own.
 */
export function givePrecedence(pid: number): void {
  try {
    setPriority(pid, NICENESS);
    writeFileSync(`/proc/${pid}/autogroup`, String(NICENESS));
  } catch {
    // It may have ended already, which is told elsewhere; or this is not Linux.
  }
}

/** Node opens its inspector, to which all of this machine can connect, for anybody who sends this signal. */
function refuseInspection(): void {
  if (process.listenerCount('SIGUSR1') === 0) process.on('SIGUSR1', () => undefined);
}

/**
 * Starts a process for a plugin: empty environment, its own folder and process group, bounded heap. Descriptor 3 is
 * the channel, 4 is closed by the gateway's death.
 */
export function launchChild(settings: LaunchSettings): LaunchedChild {
  refuseInspection();
  const { folder, memoryMegabytes, urgent } = settings;
  const args = ['--no-warnings', `--max-old-space-size=${memoryMegabytes}`, ...permissions(settings)];
  const child = spawn(process.execPath, [...args, join(childFolder, 'start.mjs')], {
    cwd: folder,
    env: {},
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid !== undefined) {
    if (!urgent) givePrecedence(pid);
    offerToKernel(pid);
  }
  for (const stream of child.stdio) stream?.on('error', () => undefined);
  return { process: child as LaunchedChild['process'], channel: child.stdio[3] as Socket };
}

/** Ends a child and whatever it has started. */
export function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone.
  }
}
