import { NianbaoError } from '#errors/nianbao-error.ts';
import type { PluginVersion } from '../registry/plugin-version.ts';
import type { Registry } from '../registry/registry.ts';
import { lastOf, runChain, type ChainOrder, type RendererChain } from '../running/renderer-chain.ts';

/** What is rendered, and with what. */
type ProbeOrder = Pick<ChainOrder, 'subject' | 'print' | 'log'>;

function needsBrowser(chain: RendererChain): boolean {
  return chain.some(({ renderer }) => renderer.manifest.needs.length > 0);
}

/** Others wait while a plugin is tried, so that a renderer's own limit may be too long for that. */
const PROBE_MILLISECONDS = 10_000;

/**
 * Has every renderer of a version do the golden subject with the defaults of its options, under its limits and within
 * 10 s for all of them. One that
 * needs the browser is not asked: the gateway must start without one.
 */
export async function probe(version: PluginVersion, registry: Registry, order: ProbeOrder): Promise<void> {
  if (version.state === 'loading') version.become('probing');
  const signal = AbortSignal.timeout(PROBE_MILLISECONDS);
  for (const { manifest } of version.renderers) {
    const chain = registry.chain(manifest.id);
    if (needsBrowser(chain)) continue;
    const options = lastOf(chain).renderer.completeOptions({});
    await runChain(chain, { ...order, options, signal, progress: () => undefined }).catch((cause: unknown) => {
      throw signal.aborted ? tooSlow(version, manifest.id, cause) : cause;
    });
  }
}

function tooSlow({ manifest: { version } }: PluginVersion, renderer: string, cause: unknown): NianbaoError {
  const seconds = PROBE_MILLISECONDS / 1000;
  return new NianbaoError('RENDERING_TIMEOUT', { renderer, version, seconds, phase: 'render' }, { cause });
}
