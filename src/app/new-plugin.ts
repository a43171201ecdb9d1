import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { findDependencies } from '#plugin-host/finding/find-dependencies.ts';
import { findPlugins } from '#plugin-host/finding/find-plugins.ts';
import { builtInPlugins } from './renderers.ts';

const template = fileURLToPath(new URL('plugin-template', import.meta.url));
const home = fileURLToPath(new URL('../..', import.meta.url));

/** A plugin that was begun. */
export interface NewPlugin {
  readonly name: string;
  readonly folder: string;
  readonly files: readonly string[];
}

async function refuseName(name: string): Promise<void> {
  const taken = await findDependencies([name], await findPlugins({ path: builtInPlugins, builtIn: true }));
  if (taken.length > 0) throw new NianbaoError('INPUT_INVALID', { reason: `“${name}” is a built-in renderer` });
  if (/^[a-z][a-z0-9-]{0,39}$/u.test(name)) return;
  const reason = `“${name}” can not be the name of a plugin: up to 40 of a-z, 0-9 and -, a letter first`;
  throw new NianbaoError('INPUT_INVALID', { reason });
}

async function refuseContent(folder: string): Promise<void> {
  const content = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new NianbaoError('FOLDER_NOT_EMPTY', { folder }, { cause: error });
  });
  if (content.length > 0) throw new NianbaoError('FOLDER_NOT_EMPTY', { folder });
}

function adapt(text: string, name: string, folder: string): string {
  const path = relative(folder, home).split(sep).join('/');
  return text.replaceAll('my-renderer', name).replace('file:path-to-nianbao', `file:${path === '' ? '.' : path}`);
}

/**
 * Writes a small plugin that works, with a test, named as its folder. FOLDER_NOT_EMPTY where something is already,
 * INPUT_INVALID for a name that no plugin can have.
 */
export async function newPlugin(folder: string): Promise<NewPlugin> {
  const path = resolve(folder);
  const name = basename(path);
  await refuseName(name);
  await refuseContent(path);
  await mkdir(path, { recursive: true });
  const files = (await readdir(template)).sort();
  for (const file of files)
    await writeFile(join(path, file), adapt(await readFile(join(template, file), 'utf8'), name, path));
  return { name, folder: path, files };
}
