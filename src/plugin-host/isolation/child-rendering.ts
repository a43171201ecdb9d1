import type { Rendered } from '#plugin-api/renderer.ts';
import type { FrameHeader } from '../child/frames.mjs';
import type { RenderOrder } from '../running/plugin-runner.ts';
import { RendererFault, type RenderPhase } from '../running/renderer-fault.ts';
import { ChildPrinting } from './child-printing.ts';
import { createParts, type Parts } from './parts.ts';
import type { PluginChild } from './plugin-child.ts';

function encodeInput(input: unknown): { readonly form: string; readonly body: Uint8Array } {
  if (typeof input === 'string') return { form: 'text', body: Buffer.from(input) };
  if (input instanceof Uint8Array) return { form: 'bytes', body: input };
  return { form: 'data', body: Buffer.from(JSON.stringify(input)) };
}

/** A fault that the child itself tells of; its words are checked, for it may say anything. */
function toldFault({ fault, phase, message, stack }: FrameHeader): RendererFault {
  const word = (['WRONG_TYPE', 'OUTPUT_TOO_LARGE'] as const).find((known) => known === fault) ?? 'THREW';
  const where: RenderPhase = phase === 'output' ? 'output' : 'render';
  return new RendererFault(word, where, String(message), stack);
}

/** How long a renderer whose caller has gone may take to notice; then its child is ended. */
const GRACE_MILLISECONDS = 250;

/** Milliseconds within which a child that has rendered before takes up its work, unless what it did before still runs. */
const BEGIN_MILLISECONDS = 1000;

/** What a rendering is told by, and told of, its child. */
export interface ChildUse {
  /** Called when it can do another, or can do nothing any more. */
  readonly onFree: () => void;
  /** It has done others before. */
  readonly isUsed: boolean;
}

interface Outcome {
  readonly resolve: (output: Rendered) => void;
  readonly reject: (reason: unknown) => void;
}

/** One rendering by a child: sends the order, answers what the renderer asks for, gathers the output. */
class ChildRendering {
  readonly #child: PluginChild;
  readonly #order: RenderOrder;
  readonly #outcome: Outcome;
  readonly #use: ChildUse;
  readonly #output: Parts;
  readonly #printing: ChildPrinting;
  readonly #deadline: NodeJS.Timeout;
  #grace: NodeJS.Timeout | undefined;
  #toBegin: NodeJS.Timeout | undefined;

  constructor(child: PluginChild, order: RenderOrder, { outcome, use }: { outcome: Outcome; use: ChildUse }) {
    const { milliseconds, outputBytes } = order.manifest.limits;
    this.#child = child;
    this.#order = order;
    this.#outcome = outcome;
    this.#use = use;
    this.#output = createParts(outputBytes);
    this.#printing = new ChildPrinting(child, order);
    this.#deadline = setTimeout(() => {
      child.end('TIMEOUT', `It was not done within ${milliseconds} ms.`);
    }, milliseconds);
  }

  begin(): void {
    const { manifest, options, input, signal } = this.#order;
    const { form, body } = encodeInput(input);
    const { id: renderer, needs, limits } = manifest;
    this.#child.takeWords();
    this.#child.listen({
      onFrame: (header, part) => this.#hear(header, part),
      onEnd: (fault) => this.#settle(() => this.#outcome.reject(fault), fault),
    });
    this.#child.send({ type: 'render', renderer, needs, options, form, outputBytes: limits.outputBytes }, body);
    if (this.#use.isUsed)
      this.#toBegin = setTimeout(() => {
        this.#child.end('LEFTOVER', 'What an earlier rendering left behind still runs.', 'queue');
      }, BEGIN_MILLISECONDS);
    signal.addEventListener('abort', this.#abort, { once: true });
    this.#order.witness?.onBegin();
    if (signal.aborted) this.#abort();
  }

  readonly #abort = (): void => {
    const { signal, witness } = this.#order;
    this.#outcome.reject(signal.reason);
    this.#child.send({ type: 'abort' });
    const grace = witness?.grace ?? GRACE_MILLISECONDS;
    this.#grace = setTimeout(() => this.#child.end('KILLED', 'Its caller has gone.'), grace);
  };

  #hear(header: FrameHeader, part: Buffer): void {
    const { log, progress } = this.#order;
    const { type, message, fraction } = header;
    if (type === 'part') this.#keep(header, part);
    else if (type === 'begun') clearTimeout(this.#toBegin);
    else if (type === 'log') log(String(message));
    else if (type === 'progress') progress(Math.min(1, Math.max(0, Number(fraction) || 0)));
    else if (type === 'print') void this.#printing.print(header);
    else if (type === 'done') this.#finish(header);
    else if (type === 'failed') this.#fail(header);
  }

  #keep({ of }: FrameHeader, part: Buffer): void {
    const kept = of === 'print' ? this.#printing.add(part) : this.#output.add(part);
    if (!kept) this.#child.end('OUTPUT_TOO_LARGE', 'It sent more than its limit.', 'output');
  }

  #finish({ as }: FrameHeader): void {
    const bytes = this.#output.take();
    this.#settle(() => this.#outcome.resolve(as === 'text' ? bytes.toString() : bytes));
  }

  #fail(header: FrameHeader): void {
    this.#settle(() => this.#outcome.reject(this.#printing.errorOf(header['hostCode']) ?? toldFault(header)));
  }

  #settle(tell: () => void, fault?: RendererFault): void {
    clearTimeout(this.#deadline);
    clearTimeout(this.#grace);
    clearTimeout(this.#toBegin);
    this.#order.signal.removeEventListener('abort', this.#abort);
    this.#printing.finish();
    this.#child.listen(undefined);
    this.#tellWords();
    tell();
    this.#order.witness?.onEnd(fault);
    this.#use.onFree();
  }

  #tellWords(): void {
    const words = this.#child.takeWords();
    if (words !== '') this.#order.log(words);
  }
}

/** Has a child do one rendering. LEFTOVER, at once, when what it did before keeps it from it. */
export function renderIn(child: PluginChild, order: RenderOrder, use: ChildUse): Promise<Rendered> {
  return new Promise((resolve, reject) => {
    new ChildRendering(child, order, { outcome: { resolve, reject }, use }).begin();
  });
}
