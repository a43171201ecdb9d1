import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagesBesideOwn } from '../loading/installed-packages.ts';
import { RendererFault } from '../running/renderer-fault.ts';
import { openLauncher, type LaunchedChild } from './launcher.ts';

const childFolder = fileURLToPath(new URL('../child', import.meta.url));
const pluginApiFolder = fileURLToPath(new URL('../../plugin-api', import.meta.url));

/** Which plugin a process is for, and how much memory it may take. */
export interface LaunchSettings {
  /** The copy that runs; its working folder. */
  readonly folder: string;
  /** Where it was copied from. */
  readonly original: string;
  readonly memoryMegabytes: number;
}

/** The `node_modules` folders that an import from the folder may reach, or the packages in them. */
function packageFolders(folder: string): string[] {
  const parent = dirname(folder);
  const above = parent === folder ? [] : packageFolders(parent);
  const own = join(folder, 'node_modules');
  if (!existsSync(own)) return above;
  return [...(packagesBesideOwn(own)?.map((name) => join(own, name)) ?? [own]), ...above];
}

/** Node's own permissions: the plugin reads its folder and its packages, writes nothing and starts nothing. */
function permissions({ folder, original }: LaunchSettings): string[] {
  const readable = [folder, childFolder, pluginApiFolder, ...packageFolders(original)];
  const flag = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission';
  return [flag, '--allow-worker', ...readable.map((path) => `--allow-fs-read=${path}/*`)];
}

/** Node opens its inspector, to which all of this machine can connect, for anybody who sends this signal. */
function refuseInspection(): void {
  if (process.listenerCount('SIGUSR1') === 0) process.on('SIGUSR1', () => undefined);
}

/**
 * Starts a process for a plugin: empty environment, its own folder and process group, bounded heap. Descriptor 3 is
 * the channel, 4 is closed by the gateway's death. Rejects with a RendererFault.
 */
export async function launchChild(settings: LaunchSettings): Promise<LaunchedChild> {
  refuseInspection();
  const { folder, memoryMegabytes } = settings;
  const memory = `--max-old-space-size=${memoryMegabytes}`;
  const args = ['--no-warnings', memory, ...permissions(settings), join(childFolder, 'start.mjs')];
  try {
    return await (await openLauncher()).launch({ args, folder });
  } catch (cause) {
    throw new RendererFault('NOT_STARTED', 'queue', `It can not be started: ${String(cause)}`, cause);
  }
}

/** Ends a child and whatever it has started. */
export function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone.
  }
}
