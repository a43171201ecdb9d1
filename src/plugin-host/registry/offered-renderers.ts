import type { DocumentOptions } from '#plugin-api/document-options.ts';
import type { RendererManifest } from '#plugin-api/manifest.ts';
import type { PluginState } from './plugin-slot.ts';
import {
  beginningOf,
  documentOptionsOf,
  fingerprintOf,
  lastOf,
  printsIn,
  runChain,
} from '../running/renderer-chain.ts';
import type { ChainHost, Control, RendererChain, RenderSubject } from '../running/renderer-chain.ts';
import type { Roster } from './roster.ts';

type Options = Readonly<Record<string, unknown>>;

/** A renderer that is offered. */
export interface OfferedRenderer extends Omit<RendererManifest, 'takes' | 'needs' | 'limits'> {
  readonly plugin: PluginState;
  /** Versions and contents of the renderer and of all that it takes its input from. */
  readonly fingerprint: string;
  /** Whether one of them prints with the gateway's browser. */
  readonly prints: boolean;
  /** In which form it, or the first of those that it takes its input from, is handed the report. */
  readonly begins: keyof RenderSubject;
}

/** The renderers that a roster offers at the moment: described, asked for their options, run. */
export class OfferedRenderers {
  readonly #roster: Roster;
  readonly #host: ChainHost;
  /** Options that were completed are rendered by the version that completed them. */
  readonly #chains = new WeakMap<Options, RendererChain>();

  constructor(roster: Roster, host: ChainHost) {
    this.#roster = roster;
    this.#host = host;
  }

  /** In alphabetical order. */
  list(): readonly OfferedRenderer[] {
    return this.#roster.registry.ids.map((id) => this.get(id));
  }

  /** UNKNOWN_RENDERER with the ids that there are. */
  get(id: string): OfferedRenderer {
    const chain = this.#roster.registry.chain(id);
    const { version, renderer } = lastOf(chain);
    const { takes: _takes, needs: _needs, limits: _limits, ...manifest } = renderer.manifest;
    const plugin = this.#roster.stateOfVersion(version);
    return {
      ...manifest,
      plugin,
      deterministic: chain.every((step) => step.renderer.manifest.deterministic),
      fingerprint: fingerprintOf(chain),
      prints: printsIn(chain),
      begins: beginningOf(chain),
    };
  }

  /** Options with the schema's defaults, or RENDERER_OPTIONS_INVALID. */
  completeOptions(id: string, options: Options): Options {
    const chain = this.#roster.registry.chain(id);
    const complete = lastOf(chain).renderer.completeOptions(options);
    this.#chains.set(complete, chain);
    return complete;
  }

  /** How the document has to be made, by complete options. */
  documentOptions(id: string, options: Options): Partial<DocumentOptions> {
    return documentOptionsOf(this.#chainFor(id, options), options);
  }

  /** Runs a renderer, after those that it takes its input from, all in the versions that completed the options. */
  async run(id: string, options: Options, subject: RenderSubject, control: Control): Promise<Uint8Array> {
    const rendered = await runChain(this.#chainFor(id, options), { ...control, ...this.#host, subject, options });
    return typeof rendered === 'string' ? new TextEncoder().encode(rendered) : rendered;
  }

  /** A version may have ended while a job waited; the present one has the last word on the options then. */
  #chainFor(id: string, options: Options): RendererChain {
    const chain = this.#chains.get(options);
    const alive =
      chain && lastOf(chain).renderer.manifest.id === id && chain.every(({ version }) => version.state !== 'closed');
    return alive ? chain : this.#roster.registry.chain(id);
  }
}
