import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { NianbaoError } from '#errors/nianbao-error.ts';

/** The name that a plugin is registered by: a path stands for that of its last folder. NOT_FOUND when that is not there. */
export async function nameOf(plugin: string): Promise<string> {
  if (!/^\.{0,2}\/|^\.{1,2}$|^[^@].*\//u.test(plugin)) return plugin;
  const found = await stat(plugin).catch(() => undefined);
  if (found?.isDirectory()) return basename(resolve(plugin));
  throw new NianbaoError('NOT_FOUND', { id: plugin });
}
