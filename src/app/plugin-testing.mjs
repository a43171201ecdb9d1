// What an author's own tests import. Plain JavaScript, for Node before 22.18 needs a loader to read the rest.
import { fileURLToPath } from 'node:url';

if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
const { checkPluginFolder } = await import('./check-plugin.ts');

/** Holds the plugin in a folder against the renderer contract; one result after the other, as they come. */
export function checkPlugin(folder, { language = 'en', log } = {}) {
  const path = folder instanceof URL ? fileURLToPath(folder) : folder;
  return checkPluginFolder(path, language, log);
}

export const { samples } = await import('../plugin-testing/samples.ts');
