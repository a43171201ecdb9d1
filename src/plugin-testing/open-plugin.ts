import { basename, resolve } from 'node:path';
import type { Phrase } from '#errors/locale.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { PluginManifest } from '#plugin-api/manifest.ts';
import { defaultBreaker } from '#plugin-host/running/circuit-breaker.ts';
import { findDependencies } from '#plugin-host/finding/find-dependencies.ts';
import type { FoundPlugin, PluginFolder } from '#plugin-host/finding/find-plugins.ts';
import { loadVersion } from '#plugin-host/loading/load-version.ts';
import { lookForPlugins } from '#plugin-host/finding/look-for-plugins.ts';
import { reasonOf } from '#plugin-host/plugin-reasons.ts';
import type { Print } from '#plugin-host/running/plugin-runner.ts';
import type { PluginVersion } from '#plugin-host/registry/plugin-version.ts';
import { Registry } from '#plugin-host/registry/registry.ts';
import { resolveChains } from '#plugin-host/choosing/resolve-chains.ts';
import { TriedRenderer } from './tried-renderer.ts';

/** What a plugin is tried with. */
export interface OpenSettings {
  /** Where the plugins are whose output it may take. */
  readonly companions: readonly PluginFolder[];
  readonly print: Print;
  /** What the plugin logs or writes to its standard output. */
  readonly log: (message: string) => void;
  readonly startMilliseconds?: number;
}

/** A plugin that runs as in a gateway: a copy of it, in processes of its own. */
export interface OpenedPlugin {
  readonly renderers: readonly TriedRenderer[];
  /** Ends its processes; a second call is harmless. */
  readonly close: () => Promise<void>;
}

function load(found: FoundPlugin, { startMilliseconds = 10_000 }: OpenSettings): Promise<PluginVersion> {
  // Each failure is to be told by its own reason: nothing is suspended.
  const breaker = { ...defaultBreaker, failures: Infinity };
  const { signal } = new AbortController();
  return loadVersion(found, { startMilliseconds, breaker, signal, onFault: () => undefined, inProcess: found.builtIn });
}

function upstreamOf({ renderers }: PluginManifest): string[] {
  return renderers.flatMap(({ takes }) => (typeof takes === 'object' ? [takes.renderer] : []));
}

function refuse(plugin: string, reason: Phrase | undefined): void {
  if (reason !== undefined) throw new NianbaoError('PLUGIN_INVALID', { plugin, reason });
}

async function refuseTakenIds({ name, renderers }: PluginManifest, others: readonly FoundPlugin[]): Promise<void> {
  const ids = renderers.map(({ id }) => id);
  const builtIn = others.filter((one) => one.builtIn);
  for (const renderer of ids) {
    const [owner] = await findDependencies([renderer], builtIn);
    if (owner) refuse(name, reasonOf('RENDERER_TAKEN', { renderer, owner: owner.name }));
  }
}

async function loadUpstream(manifest: PluginManifest, others: readonly FoundPlugin[], settings: OpenSettings) {
  const own = new Set(manifest.renderers.map(({ id }) => id));
  const wanted = upstreamOf(manifest).filter((id) => !own.has(id));
  const found = await findDependencies(wanted, others);
  return Promise.all(found.map((one) => load(one, settings)));
}

function membersOf(versions: readonly PluginVersion[]) {
  return versions.map(({ manifest: { name, renderers } }) => ({ name, renderers }));
}

/** Loads the plugin in a folder, and what its renderers take. PLUGIN_INVALID with the reason when that can not be. */
export async function openPlugin(folder: string, settings: OpenSettings): Promise<OpenedPlugin> {
  const path = resolve(folder);
  const name = basename(path);
  const versions = [await load({ name, path, builtIn: false }, settings)];
  const close = async () => void (await Promise.all(versions.map((version) => version.close())));
  try {
    const { manifest } = versions[0]!;
    const others = (await lookForPlugins(settings.companions, [])).found.filter((one) => one.name !== name);
    await refuseTakenIds(manifest, others);
    versions.unshift(...(await loadUpstream(manifest, others, settings)));
    refuse(name, resolveChains(membersOf(versions)).get(name));
    const registry = new Registry(versions);
    const host = { print: settings.print, log: (_renderer: string, message: string) => settings.log(message) };
    return { renderers: manifest.renderers.map(({ id }) => new TriedRenderer(registry.chain(id), host)), close };
  } catch (error) {
    await close();
    throw error;
  }
}
