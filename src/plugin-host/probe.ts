import type { PluginVersion } from './plugin-version.ts';
import type { Registry } from './registry.ts';
import { lastOf, runChain, type ChainOrder, type RendererChain } from './renderer-chain.ts';

/** What is rendered, and with what. */
type ProbeOrder = Pick<ChainOrder, 'subject' | 'print' | 'log'>;

function needsBrowser(chain: RendererChain): boolean {
  return chain.some(({ renderer }) => renderer.manifest.needs.length > 0);
}

/**
 * Has every renderer of a version do the golden subject with the defaults of its options, under its limits. One that
 * needs the browser is not asked: the gateway must start without one.
 */
export async function probe(version: PluginVersion, registry: Registry, order: ProbeOrder): Promise<void> {
  if (version.state === 'loading') version.become('probing');
  for (const { manifest } of version.renderers) {
    const chain = registry.chain(manifest.id);
    if (needsBrowser(chain)) continue;
    await runChain(chain, {
      ...order,
      options: lastOf(chain).renderer.completeOptions({}),
      signal: new AbortController().signal,
      progress: () => undefined,
    });
  }
}
