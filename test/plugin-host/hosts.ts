import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goldenDocument } from '#plugin-host/choosing/golden-document.ts';
import { PluginHost, type PluginHostSettings } from '#plugin-host/plugin-host.ts';
import type { PluginState } from '#plugin-host/registry/plugin-slot.ts';
import { goldenValues } from '#rendering/golden-values.ts';

/** Where the plugins are that tests use. */
const fixtures = fileURLToPath(new URL('../fixtures/plugins', import.meta.url));

/** What plugins are asked to render. */
export const golden = { document: goldenDocument, values: goldenValues() };

/** What the host has logged. */
export type Logged = Parameters<PluginHostSettings['log']>[0];

/** A host with a plugins directory of its own. */
export interface TestHost {
  readonly host: PluginHost;
  readonly folder: string;
  readonly log: readonly Logged[];
  /** Copies a plugin of the fixtures into the directory. */
  readonly drop: (...names: readonly string[]) => Promise<void>;
  readonly render: (id: string, options?: Record<string, unknown>, signal?: AbortSignal) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** A plugin and how it stands, with its error as the English sentence. */
export interface PlainState extends Omit<PluginState, 'error'> {
  readonly error: string | null;
}

/** How the plugins of a host stand. */
export function plainStates(host: PluginHost): PlainState[] {
  return host.plugins().map((state) => ({ ...state, error: state.error?.say('en') ?? null }));
}

/** Copies a plugin of the fixtures. */
export function copyFixture(name: string, folder: string): Promise<void> {
  return cp(join(fixtures, name), join(folder, name), { recursive: true });
}

/** Replaces words in a file of a plugin. */
export async function rewrite(file: string, ...[from, to]: readonly [string | RegExp, string]): Promise<void> {
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll(from, to));
}

interface Running {
  readonly id: number;
  readonly parent: number;
  readonly command: string;
}

async function runningProcesses(): Promise<Running[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  return Promise.all(
    ids.map(async (id) => {
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
      const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
      return { id: Number(id), parent: Number(/^PPid:\s+(\d+)/mu.exec(status)?.[1]), command };
    }),
  );
}

/** The process that starts plugins for this one. */
export async function launcherOfPlugins(): Promise<number | undefined> {
  const running = await runningProcesses();
  return running.find(({ parent, command }) => parent === process.pid && command.includes('child/launcher.mjs'))?.id;
}

/** Ids of the processes that were started for this one and that run a plugin. */
export async function childrenOfPlugins(): Promise<number[]> {
  const launcher = await launcherOfPlugins();
  const running = await runningProcesses();
  return running
    .filter(({ parent, command }) => parent === launcher && command.includes('child/start.mjs'))
    .map(({ id }) => id);
}

/** Opens a host on plugins of the fixtures. */
export async function openHost(
  names: readonly string[],
  settings: Partial<PluginHostSettings> = {},
): Promise<TestHost> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-plugins-'));
  const log: Logged[] = [];
  const drop: TestHost['drop'] = async (...dropped) => {
    for (const name of dropped) await copyFixture(name, folder);
  };
  await drop(...names);
  const host = new PluginHost({
    folders: [{ path: folder, builtIn: false }],
    print: () => Promise.reject(new Error('no browser')),
    golden,
    log: (event) => log.push(event),
    ...settings,
  });
  await host.registerAll();
  return {
    host,
    folder,
    log,
    drop,
    render: async (id, options = {}, signal = new AbortController().signal) => {
      const control = { signal, progress: () => undefined };
      const bytes = await host.run(id, host.completeOptions(id, options), golden, control);
      return Buffer.from(bytes).toString();
    },
    close: async () => {
      await host.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Ends hosts; fails when they leave a process. */
export async function closeHosts(...hosts: readonly TestHost[]): Promise<void> {
  for (const { close } of hosts) await close();
  const left = await childrenOfPlugins();
  if (left.length > 0) throw new Error(`processes are left: ${left.join(', ')}`);
}
