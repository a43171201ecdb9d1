import { realpath, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Phrase } from '#errors/locale.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { PluginManifest, RendererManifest } from '#plugin-api/manifest.ts';
import { readManifest } from './check-manifest.ts';
import type { BreakerSettings } from '../running/circuit-breaker.ts';
import { RendererBreaker } from '../running/renderer-breaker.ts';
import type { FoundPlugin } from '../finding/find-plugins.ts';
import { createInProcessRunner } from '../running/in-process-runner.ts';
import { createIsolatedRunner } from '../isolation/isolated-runner.ts';
import { compileOptions } from './options.ts';
import { makeCopyFolder } from './copy-folders.ts';
import { copyPlugin, digestOf } from './plugin-files.ts';
import type { PluginRunner } from '../running/plugin-runner.ts';
import { reasonOf } from '../plugin-reasons.ts';
import { NotStarted, RendererFault } from '../running/renderer-fault.ts';
import { withoutPaths } from './without-paths.ts';
import { PluginVersion, type LoadedRenderer } from '../registry/plugin-version.ts';

/** How a version is loaded. */
export interface LoadSettings {
  readonly startMilliseconds: number;
  /** Ends the start before its time. */
  readonly signal: AbortSignal;
  readonly breaker: BreakerSettings;
  /** Code that the gateway came with and that nobody has changed since. */
  readonly inProcess: boolean;
  /** Something went wrong that no request is told of. */
  readonly onFault: (fault: unknown) => void;
}

/** The message of a system error has paths of this machine. */
function whyInvalid(cause: unknown): Phrase {
  return cause instanceof NotStarted ? cause.reason : reasonOf('FILES_UNREADABLE');
}

function invalid(plugin: string, cause: unknown): NianbaoError {
  if (cause instanceof NianbaoError) return cause;
  return new NianbaoError('PLUGIN_INVALID', { plugin, reason: whyInvalid(cause) }, { cause });
}

function loadRenderer(
  { name: plugin, version }: PluginManifest,
  manifest: RendererManifest,
  breaker: BreakerSettings,
): LoadedRenderer {
  try {
    const completeOptions = compileOptions({ renderer: manifest.id, version }, manifest.options);
    return { manifest, completeOptions, breaker: new RendererBreaker(breaker) };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    const reason = reasonOf('SCHEMA_WRONG', { renderer: manifest.id, fault });
    throw new NianbaoError('PLUGIN_INVALID', { plugin, reason }, { cause: error });
  }
}

async function runIsolated(
  folder: string,
  { manifest, original }: { manifest: PluginManifest; original: string },
  { startMilliseconds, signal, onFault }: LoadSettings,
): Promise<PluginRunner> {
  return createIsolatedRunner({ folder, original, manifest, startMilliseconds, signal, onFault }).catch(
    (fault: unknown) => {
      if (!(fault instanceof RendererFault) || fault instanceof NotStarted) throw fault;
      const message = withoutPaths(fault.message, folder, original);
      throw new NotStarted(reasonOf('PROCESS_ENDED', { message }), fault);
    },
  );
}

async function loadCopy(path: string, settings: LoadSettings): Promise<PluginVersion> {
  const home = await makeCopyFolder();
  const cleanUp = () => rm(home, { recursive: true, force: true });
  try {
    const original = await realpath(path);
    const folder = join(home, basename(path));
    await copyPlugin(original, folder);
    const manifest = await readManifest(folder);
    const renderers = manifest.renderers.map((one) => loadRenderer(manifest, one, settings.breaker));
    const runner = await runIsolated(folder, { manifest, original }, settings);
    return new PluginVersion({ manifest, digest: await digestOf(folder), runner, renderers, cleanUp });
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

async function loadHere(path: string, { breaker }: LoadSettings): Promise<PluginVersion> {
  const manifest = await readManifest(path);
  const renderers = manifest.renderers.map((one) => loadRenderer(manifest, one, breaker));
  const runner = await createInProcessRunner(path, manifest);
  return new PluginVersion({
    manifest,
    digest: await digestOf(path),
    runner,
    renderers,
    cleanUp: async () => undefined,
  });
}

/** Loads what is in a plugin's folder now; manifest, options schemas and entry fit together. PLUGIN_INVALID if not. */
export async function loadVersion({ name, path }: FoundPlugin, settings: LoadSettings): Promise<PluginVersion> {
  try {
    return await (settings.inProcess ? loadHere(path, settings) : loadCopy(path, settings));
  } catch (error) {
    throw invalid(name, error);
  }
}
