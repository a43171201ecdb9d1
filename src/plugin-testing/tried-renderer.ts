import type { RendererManifest } from '#plugin-api/manifest.ts';
import type { Rendered } from '#plugin-api/renderer.ts';
import {
  inputOf,
  lastOf,
  runChain,
  type ChainHost,
  type ChainOrder,
  type RendererChain,
} from '#plugin-host/running/renderer-chain.ts';
import type { RendererFault } from '#plugin-host/running/renderer-fault.ts';
import type { Sample } from './samples.ts';

type Options = Readonly<Record<string, unknown>>;

/** What a renderer made of a sample, and when; milliseconds. */
export interface Made {
  readonly output: Rendered;
  readonly at: number;
}

/** A renderer that is tried: after those that it takes its input from, under the limits of its manifest. */
export class TriedRenderer {
  readonly #chain: RendererChain;
  readonly #host: ChainHost;
  readonly #made = new Map<string, Promise<Made>>();

  constructor(chain: RendererChain, host: ChainHost) {
    this.#chain = chain;
    this.#host = host;
  }

  get manifest(): RendererManifest {
    return lastOf(this.#chain).renderer.manifest;
  }

  /** RENDERER_OPTIONS_INVALID with the path of each fault. */
  completeOptions(options: Options): Options {
    return lastOf(this.#chain).renderer.completeOptions(options);
  }

  /** Renders a sample anew. */
  async render(sample: Sample, options: Options = {}): Promise<Rendered> {
    return runChain(this.#chain, this.#order(sample, options, new AbortController().signal));
  }

  /** What the renderer made of the sample with its defaults when it was first asked. */
  first(sample: Sample): Promise<Made> {
    const made = this.#made.get(sample.id) ?? this.render(sample).then((output) => ({ output, at: performance.now() }));
    this.#made.set(sample.id, made);
    return made;
  }

  /** Begins a rendering and leaves. What became of the process: a fault when it had to be ended after `grace` milliseconds. */
  async abandon(sample: Sample, grace: number): Promise<RendererFault | undefined> {
    const left = new AbortController();
    const order = this.#order(sample, {}, left.signal);
    const input = await inputOf(this.#chain, order);
    const { version, renderer } = lastOf(this.#chain);
    const { manifest } = renderer;
    const onBegin = () => void setImmediate(() => left.abort(new Error('The caller has left.')));
    return new Promise((resolve, reject) => {
      const witness = { grace, onBegin, onEnd: resolve };
      version.runner
        .render({ ...order, log: () => undefined, manifest, input, witness })
        .catch((error: unknown) => (left.signal.aborted ? undefined : reject(error as Error)));
    });
  }

  #order({ document, values }: Sample, options: Options, signal: AbortSignal): ChainOrder {
    const complete = this.completeOptions(options);
    return { ...this.#host, subject: { document, values }, options: complete, signal, progress: () => undefined };
  }
}
