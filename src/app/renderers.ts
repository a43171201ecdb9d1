import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { createBrowserHost, type BrowserHost } from '#browser-host/browser-host.ts';
import { PluginHost } from '#plugin-host/plugin-host.ts';
import type { PluginRegistrationStore } from '#store/plugin-registration-store.ts';
import type { Config } from './config.ts';
import { logOf } from './create-log.ts';

/** The plugins that come with the gateway. */
const builtInPlugins = fileURLToPath(new URL('../../plugins', import.meta.url));

/** The registered renderers, and the browser that some of them print with. */
export interface Renderers {
  readonly plugins: PluginHost;
  readonly browser: BrowserHost;
  /** Ends the processes of both; a second call is harmless. */
  readonly close: () => Promise<void>;
}

/** Registers all plugins that are found, as the store has it where there is one. The browser is started by the first rendering that needs it. */
export async function openRenderers(
  config: Config,
  log: Logger,
  registrations?: PluginRegistrationStore,
): Promise<Renderers> {
  const logBrowser = logOf(log, 'browser');
  const browser = createBrowserHost({
    executablePath: config.browserPath,
    searchPath: config.searchPath,
    log: (message, cause) => logBrowser({ level: cause === undefined ? 'info' : 'warn', message, cause }),
  });
  const plugins = new PluginHost({
    folders: [
      { path: builtInPlugins, builtIn: true },
      ...config.pluginFolders.map((path) => ({ path, builtIn: false })),
    ],
    print: (request, { signal }) => browser.print(request, { signal }),
    log: logOf(log, 'plugins'),
    ...(registrations ? { registrations } : {}),
  });
  await plugins.registerAll();
  const close = async () => {
    await Promise.all([plugins.close(), browser.close()]);
  };
  return { plugins, browser, close };
}
