import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Locale } from '#errors/locale.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Print } from '#plugin-host/running/plugin-runner.ts';
import { checkPlugin, type CheckResult } from '#plugin-testing/check-plugin.ts';
import { readConfig } from './config.ts';
import { createLog } from './create-log.ts';
import { openBrowser, pluginFolders } from './renderers.ts';

export type { CheckResult };

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new NianbaoError('NOT_FOUND', { id: folder });
}

/**
 * Holds the plugin in a folder against the renderer contract, one result after the other. It may take what the
 * built-in plugins make, those of NIANBAO_PLUGIN_DIRS, and those beside it. `log` is told what it logs and writes to
 * its standard output. NOT_FOUND without the folder.
 */
export async function* checkPluginFolder(
  folder: string,
  locale: Locale,
  log: (message: string) => void = () => undefined,
): AsyncGenerator<CheckResult> {
  const path = resolve(folder);
  await requireFolder(path);
  const config = { ...readConfig(), logLevel: 'error' };
  const browser = openBrowser(config, createLog(config.logLevel));
  const companions = [...pluginFolders(config), { path: dirname(path), builtIn: false }];
  try {
    const print: Print = (request, control) => browser.print(request, control);
    yield* checkPlugin(path, { companions, print, log, locale });
  } finally {
    await browser.close();
  }
}
