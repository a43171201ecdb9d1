import type { PluginLog } from '../plugin-log.ts';
import type { PluginVersion } from './plugin-version.ts';

/** Versions that are not offered any more and still have requests to finish. */
export class RetiredVersions {
  readonly #log: PluginLog;
  readonly #versions = new Set<PluginVersion>();

  constructor(log: PluginLog) {
    this.#log = log;
  }

  /** Those that requests are still being finished with. */
  get draining(): readonly PluginVersion[] {
    return [...this.#versions].filter(({ isDraining }) => isDraining);
  }

  /** Ends a version once the requests that began with it are done. */
  async drain(version: PluginVersion): Promise<void> {
    this.#versions.add(version);
    const { name: plugin, version: number } = version.manifest;
    await version.drain().catch((cause: unknown) => {
      this.#log({ level: 'warn', message: `${number} could not be ended`, plugin, cause });
    });
    this.#versions.delete(version);
  }

  /** Ends them all at once. */
  async close(): Promise<void> {
    await Promise.all([...this.#versions].map((version) => version.close()));
  }
}
