import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder that holds plugins, one in each folder below it. */
export interface PluginFolder {
  readonly path: string;
  readonly builtIn: boolean;
}

/** Folders that may be plugins, by name; hidden ones and files are passed over. A folder that is not there is empty. */
export async function findPlugins(folder: PluginFolder): Promise<string[]> {
  const entries = await readdir(folder.path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(folder.path, entry.name))
    .sort();
}
