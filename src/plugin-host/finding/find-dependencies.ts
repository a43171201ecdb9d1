import type { PluginManifest } from '#plugin-api/manifest.ts';
import { readManifest } from '../loading/check-manifest.ts';
import type { FoundPlugin } from './find-plugins.ts';

interface Described extends FoundPlugin {
  readonly manifest: PluginManifest;
}

async function describe(found: FoundPlugin): Promise<Described[]> {
  return readManifest(found.path).then(
    (manifest) => [{ ...found, manifest }],
    () => [],
  );
}

function owner(renderer: string, plugins: readonly Described[]): Described | undefined {
  return plugins.find(({ manifest }) => manifest.renderers.some(({ id }) => id === renderer));
}

function upstreamOf({ renderers }: PluginManifest): string[] {
  return renderers.flatMap(({ takes }) => (typeof takes === 'object' ? [takes.renderer] : []));
}

/**
 * Of the plugins that were found, those that some renderers need: their own and those whose output is taken on the
 * way. Goes by the manifests, no code runs; what is not there is left out. Earlier plugins go first.
 */
export async function findDependencies(
  renderers: readonly string[],
  found: readonly FoundPlugin[],
): Promise<readonly FoundPlugin[]> {
  if (renderers.length === 0) return [];
  const plugins = (await Promise.all(found.map(describe))).flat();
  const needed = new Set<Described>();
  const add = (renderer: string): void => {
    const plugin = owner(renderer, plugins);
    if (!plugin || needed.has(plugin)) return;
    needed.add(plugin);
    upstreamOf(plugin.manifest).forEach(add);
  };
  renderers.forEach(add);
  const names = new Set([...needed].map(({ name }) => name));
  return found.filter(({ name }) => names.has(name));
}
