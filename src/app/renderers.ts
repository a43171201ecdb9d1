import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { createBrowserHost, type BrowserHost } from '#browser-host/browser-host.ts';
import { findDependencies } from '#plugin-host/finding/find-dependencies.ts';
import type { PluginFolder } from '#plugin-host/finding/find-plugins.ts';
import { goldenDocument } from '#plugin-host/choosing/golden-document.ts';
import { lookForPlugins } from '#plugin-host/finding/look-for-plugins.ts';
import { PluginHost } from '#plugin-host/plugin-host.ts';
import { goldenValues } from '#rendering/golden-values.ts';
import type { PluginRegistrationStore } from '#store/plugin-registration-store.ts';
import type { Config } from './config.ts';
import { logOf } from './create-log.ts';

/** The plugins that come with the gateway. */
export const builtInPlugins = fileURLToPath(new URL('../../plugins', import.meta.url));

/** The registered renderers, and the browser that some of them print with. */
export interface Renderers {
  readonly plugins: PluginHost;
  readonly browser: BrowserHost;
  /** Resolves when every plugin that was found has been loaded and tried. */
  readonly settled: Promise<void>;
  /** Ends the processes of both; a second call is harmless. */
  readonly close: () => Promise<void>;
}

/** Where plugins are looked for; an earlier folder goes first. */
export function pluginFolders(config: Config): PluginFolder[] {
  const others = config.pluginFolders.map((path) => ({ path, builtIn: false }));
  return [{ path: builtInPlugins, builtIn: true }, ...others];
}

/** The browser that renderers print with; it is started by the first rendering that needs it. */
export function openBrowser(config: Config, log: Logger): BrowserHost {
  const logBrowser = logOf(log, 'browser');
  return createBrowserHost({
    executablePath: config.browserPath,
    searchPath: config.searchPath,
    fonts: config.fonts,
    log: (message, cause) => logBrowser({ level: cause === undefined ? 'info' : 'warn', message, cause }),
  });
}

/** Which plugins are registered. */
export interface RendererChoice {
  /** As the store has it; everything that is found without one. */
  readonly registrations?: PluginRegistrationStore;
  /** Names of the plugins that are looked at; all when it is left out. */
  readonly only?: readonly string[];
  /** Wait for the built-in plugins only. */
  readonly atOnce?: boolean;
}

/** Registers the plugins that are found. */
export async function openRenderers(
  config: Config,
  log: Logger,
  { registrations, only, atOnce = false }: RendererChoice = {},
): Promise<Renderers> {
  const browser = openBrowser(config, log);
  const plugins = new PluginHost({
    folders: pluginFolders(config).map((folder) => (only ? { ...folder, only } : folder)),
    print: (request, { signal }) => browser.print(request, { signal }),
    golden: { document: goldenDocument, values: goldenValues() },
    log: logOf(log, 'plugins'),
    ...(registrations ? { registrations } : {}),
  });
  const { rest: settled } = await plugins.begin();
  if (!atOnce) await settled;
  const close = async () => {
    await Promise.all([plugins.close(), browser.close()]);
  };
  return { plugins, browser, settled, close };
}

/** Registers only what a renderer needs, where that is found and works; else everything, to say what there is. */
export async function openRenderersFor(renderer: string, config: Config, log: Logger): Promise<Renderers> {
  const { found } = await lookForPlugins(pluginFolders(config), []);
  const only = (await findDependencies([renderer], found)).map(({ name }) => name);
  const few = await openRenderers(config, log, { only });
  if (few.plugins.list().some(({ id }) => id === renderer)) return few;
  await few.close();
  return openRenderers(config, log);
}
