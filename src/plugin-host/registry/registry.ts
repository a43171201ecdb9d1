import { NianbaoError } from '#errors/nianbao-error.ts';
import type { PluginVersion } from './plugin-version.ts';
import type { ChainStep, RendererChain } from '../running/renderer-chain.ts';

/** The renderers that are offered at one moment; it does not change, another takes its place. */
export class Registry {
  readonly #steps: ReadonlyMap<string, ChainStep>;

  /** Versions whose chains are resolved. */
  constructor(versions: readonly PluginVersion[]) {
    this.#steps = new Map(
      versions.flatMap((version) =>
        version.renderers.map((renderer) => [renderer.manifest.id, { version, renderer }] as const),
      ),
    );
  }

  /** In alphabetical order. */
  get ids(): readonly string[] {
    return [...this.#steps.keys()].sort();
  }

  /** UNKNOWN_RENDERER with the ids that there are. */
  chain(id: string): RendererChain {
    const step = this.#steps.get(id);
    if (!step) throw new NianbaoError('UNKNOWN_RENDERER', { renderer: id, available: this.ids });
    const { takes } = step.renderer.manifest;
    return typeof takes === 'object' ? [...this.chain(takes.renderer), step] : [step];
  }
}
