import { NianbaoError } from '#errors/nianbao-error.ts';
import type { PluginVersion } from '../registry/plugin-version.ts';
import type { Registry } from '../registry/registry.ts';
import { documentOptionsOf, lastOf, runChain, type ChainOrder, type RendererChain } from '../running/renderer-chain.ts';

/** What is rendered, and with what. */
type ProbeOrder = Pick<ChainOrder, 'subject' | 'print' | 'log'>;

function needsBrowser(chain: RendererChain): boolean {
  return chain.some(({ renderer }) => renderer.manifest.needs.length > 0);
}

/** Others wait while a plugin is tried, so that a renderer's own limit may be too long for that. */
const PROBE_MILLISECONDS = 10_000;

/**
 * Has every renderer of a version do the golden subject with the defaults of its options, under its limits and within
 * 10 s for all of them. Of one
 * that needs the browser only the defaults are looked at: the gateway must start without one.
 */
export async function probe(version: PluginVersion, registry: Registry, order: ProbeOrder): Promise<void> {
  if (version.state === 'loading') version.become('probing');
  const signal = AbortSignal.timeout(PROBE_MILLISECONDS);
  for (const { manifest } of version.renderers) {
    const chain = registry.chain(manifest.id);
    const options = lastOf(chain).renderer.completeOptions({});
    // What it hands on to those that it takes its input from has to fit them, too.
    documentOptionsOf(chain, options);
    if (needsBrowser(chain)) continue;
    await runChain(chain, { ...order, options, signal, progress: () => undefined }).catch((cause: unknown) => {
      throw signal.aborted ? tooSlow(version, manifest.id, cause) : cause;
    });
  }
}

function tooSlow({ manifest: { version } }: PluginVersion, renderer: string, cause: unknown): NianbaoError {
  const seconds = PROBE_MILLISECONDS / 1000;
  return new NianbaoError('RENDERING_TIMEOUT', { renderer, version, seconds, phase: 'render' }, { cause });
}
