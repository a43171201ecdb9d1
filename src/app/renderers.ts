import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { createBrowserHost, type BrowserHost } from '#browser-host/browser-host.ts';
import type { PluginFolder } from '#plugin-host/find-plugins.ts';
import { goldenDocument } from '#plugin-host/golden-document.ts';
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
    log: (message, cause) => logBrowser({ level: cause === undefined ? 'info' : 'warn', message, cause }),
  });
}

/** Registers all plugins that are found, as the store has it where there is one. */
export async function openRenderers(
  config: Config,
  log: Logger,
  registrations?: PluginRegistrationStore,
): Promise<Renderers> {
  const browser = openBrowser(config, log);
  const plugins = new PluginHost({
    folders: pluginFolders(config),
    print: (request, { signal }) => browser.print(request, { signal }),
    golden: { document: goldenDocument, values: goldenValues() },
    log: logOf(log, 'plugins'),
    ...(registrations ? { registrations } : {}),
  });
  await plugins.registerAll();
  const close = async () => {
    await Promise.all([plugins.close(), browser.close()]);
  };
  return { plugins, browser, close };
}
