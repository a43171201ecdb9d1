import type { RegisteredPlugin } from './renderer-catalogue.ts';

/** Plugins that come and go while the gateway runs, on every gateway of the same store. */
export interface PluginRegistry {
  /** Those that were found, with those that can not be offered and why. */
  plugins(): readonly RegisteredPlugin[];
  /** Resolves when the plugin's renderers can be chosen. PLUGIN_INVALID, and nothing changes, when they can not. */
  register(name: string): Promise<RegisteredPlugin>;
  /** False when there is no plugin of the name. Renderings under way are finished. */
  unregister(name: string): Promise<boolean>;
}
