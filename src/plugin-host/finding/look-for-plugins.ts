import { findPackage, findPlugins, type FoundPlugin, type PluginFolder } from './find-plugins.ts';
import type { PluginRegistration } from './registrations.ts';

/** Which plugins there should be at a moment. */
export interface Outlook {
  readonly found: readonly FoundPlugin[];
  /** Names that are registered and whose code is not here. */
  readonly missing: readonly string[];
  readonly disabled: ReadonlySet<string>;
}

function firstOfEachName(found: readonly FoundPlugin[]): FoundPlugin[] {
  const names = new Set<string>();
  return found.filter(({ name }) => !names.has(name) && names.add(name));
}

/** Looks into the folders, and for the npm packages that are registered by name. An earlier folder goes first. */
export async function lookForPlugins(
  folders: readonly PluginFolder[],
  registrations: readonly PluginRegistration[],
): Promise<Outlook> {
  const inFolders = firstOfEachName((await Promise.all(folders.map(findPlugins))).flat());
  const known = new Set(inFolders.map(({ name }) => name));
  const elsewhere = registrations.filter(({ name }) => !known.has(name));
  const packages = (await Promise.all(elsewhere.map(({ name }) => findPackage(name, folders)))).flatMap(
    (one) => one ?? [],
  );
  const installed = new Set(packages.map(({ name }) => name));
  return {
    found: [...inFolders, ...packages],
    missing: elsewhere.filter(({ name, registered }) => registered && !installed.has(name)).map(({ name }) => name),
    disabled: new Set(registrations.filter(({ registered }) => !registered).map(({ name }) => name)),
  };
}
