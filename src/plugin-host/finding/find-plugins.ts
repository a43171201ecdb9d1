import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A folder that holds plugins, one in each folder below it. */
export interface PluginFolder {
  readonly path: string;
  readonly builtIn: boolean;
  /** Names of the plugins that are looked at; all when there is none. */
  readonly only?: readonly string[];
}

/** Where a plugin may be. */
export interface FoundPlugin {
  /** What it is registered by: the folder's name, or the whole name of an npm package. */
  readonly name: string;
  readonly path: string;
  readonly builtIn: boolean;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function mayBePlugin(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

async function namesIn({ path, only }: PluginFolder): Promise<string[]> {
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => mayBePlugin(name) && (only?.includes(name) ?? true)).sort();
}

/** Folders that may be plugins, by name; hidden ones, `node_modules` and files are passed over. A folder that is not there is empty. */
export async function findPlugins(folder: PluginFolder): Promise<FoundPlugin[]> {
  const { builtIn } = folder;
  const found = (await namesIn(folder)).map((name) => ({ name, path: join(folder.path, name), builtIn }));
  const folders = await Promise.all(found.map(({ path }) => isFolder(path)));
  return found.filter((_, index) => folders[index]);
}

/** A folder's name as the manifest has it, or an npm package's name; nothing that could lead elsewhere. */
const registrable = /^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/u;

/** Whether a name can be one of a plugin. */
export function isPluginName(name: string): boolean {
  return name.length <= 214 && registrable.test(name) && !name.includes('..');
}

/** Where the gateway's own packages may be: `node_modules` beside this file and above. */
function ownPackages(folder = dirname(fileURLToPath(import.meta.url))): string[] {
  const parent = dirname(folder);
  return parent === folder ? [] : [join(folder, 'node_modules'), ...ownPackages(parent)];
}

/**
 * The installed npm package of the name, in the `node_modules` of a folder of plugins or where the gateway's own
 * packages are; undefined without one.
 */
export async function findPackage(name: string, folders: readonly PluginFolder[]): Promise<FoundPlugin | undefined> {
  if (!isPluginName(name)) return undefined;
  const places = [...folders.map(({ path }) => join(path, 'node_modules')), ...ownPackages()];
  for (const place of places) {
    const path = join(place, name);
    if (await isFolder(path)) return { name, path: await realpath(path), builtIn: false };
  }
  return undefined;
}
