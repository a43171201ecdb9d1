import { NianbaoError } from '#errors/nianbao-error.ts';
import type { PageLayout } from '#plugin-api/renderer.ts';
import type { FrameHeader } from '../child/frames.mjs';
import type { RenderOrder } from '../running/plugin-runner.ts';
import { createParts } from './parts.ts';
import type { PluginChild } from './plugin-child.ts';

/** Largest page of HTML that a renderer may have printed. */
const PRINT_BYTES = 32 * 1024 ** 2;

/** Answers a child that asks for the gateway's browser, where its manifest says that it may. */
export class ChildPrinting {
  readonly #child: PluginChild;
  readonly #order: RenderOrder;
  readonly #html = createParts(PRINT_BYTES);
  readonly #finished = new AbortController();
  #error: NianbaoError | undefined;

  constructor(child: PluginChild, order: RenderOrder) {
    this.#child = child;
    this.#order = order;
  }

  /** What the browser rejected with, when the renderer failed for that reason. */
  errorOf(code: unknown): NianbaoError | undefined {
    return this.#error?.code === code ? this.#error : undefined;
  }

  /** False when the page is too large. */
  add(part: Buffer): boolean {
    return this.#html.add(part);
  }

  async print({ id, layout }: FrameHeader): Promise<void> {
    const request = { html: this.#html.take().toString(), layout: layout as PageLayout };
    try {
      const bytes = await this.#ask(request);
      this.#child.send({ type: 'printed', id }, bytes);
    } catch (error) {
      const code = this.#remember(error);
      this.#child.send({ type: 'unprinted', id, message: 'The page can not be printed.', ...code });
    }
  }

  /** Ends what is still being printed. */
  finish(): void {
    this.#finished.abort(new Error('The rendering is over.'));
  }

  async #ask(request: { readonly html: string; readonly layout: PageLayout }): Promise<Uint8Array> {
    const { manifest, print, signal } = this.#order;
    if (!manifest.needs.includes('print')) throw new Error(`“${manifest.id}” does not say that it needs “print”.`);
    return print(request, { signal: AbortSignal.any([signal, this.#finished.signal]) });
  }

  #remember(error: unknown): { readonly hostCode?: string } {
    if (!(error instanceof NianbaoError)) return {};
    this.#error = error;
    return { hostCode: error.code };
  }
}
