import type { PluginLog } from '../plugin-log.ts';
import { defaultBreaker, type BreakerSettings } from '../running/circuit-breaker.ts';
import type { FoundPlugin } from '../finding/find-plugins.ts';
import { loadVersion } from './load-version.ts';
import { digestOf } from './plugin-files.ts';
import type { PluginVersion } from '../registry/plugin-version.ts';

/** How versions are loaded. */
export interface LoaderSettings {
  /** How long the entry of a plugin may take to load; 10 s when it is left out. */
  readonly startMilliseconds?: number;
  readonly breaker?: BreakerSettings;
  readonly log: PluginLog;
}

/** Loads versions of plugins: ours into this process as long as nobody has changed them, all others into children. */
export class VersionLoader {
  readonly #settings: LoaderSettings;
  readonly #digests = new Map<string, string>();

  constructor(settings: LoaderSettings) {
    this.#settings = settings;
  }

  /** What is in the plugin's folder now. PLUGIN_INVALID when it can not be loaded. */
  async load(found: FoundPlugin, signal: AbortSignal): Promise<PluginVersion> {
    const { startMilliseconds = 10_000, breaker = defaultBreaker, log } = this.#settings;
    const onFault = (cause: unknown) =>
      log({ level: 'warn', message: 'a spare process was lost', plugin: found.name, cause });
    const inProcess = await this.#staysHere(found);
    return loadVersion(found, { startMilliseconds, breaker, signal, onFault, inProcess });
  }

  /** Node can not load a module twice: a built-in plugin that has changed since is run like any other. */
  async #staysHere({ builtIn, path }: FoundPlugin): Promise<boolean> {
    if (!builtIn) return false;
    const digest = await digestOf(path).catch(() => '');
    const first = this.#digests.get(path) ?? digest;
    this.#digests.set(path, first);
    return first === digest;
  }
}
