import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What `npm install` links when a plugin's tests need the gateway's checks. */
const OWN_NAME = 'nianbao';

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/**
 * What a plugin may read of a `node_modules` folder: all of it, but not through a link to the gateway's own folder, which
 * has its data. `nianbao/plugin-api` is handed to plugins without it. Undefined when that is the whole folder.
 */
export function packagesBesideOwn(packages: string): readonly string[] | undefined {
  if (!isLink(join(packages, OWN_NAME))) return undefined;
  return readdirSync(packages).filter((name) => name !== OWN_NAME);
}
