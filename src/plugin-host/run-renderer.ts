import { NianbaoError } from '#errors/nianbao-error.ts';
import type { PrintRequest, RenderContext, Rendered } from '#plugin-api/renderer.ts';
import type { LoadedRenderer } from './load-plugin.ts';

/** Prints HTML as PDF; what the gateway's browser does. */
export type Print = (request: PrintRequest, control: { readonly signal: AbortSignal }) => Promise<Uint8Array>;

/** What one run of a renderer is given. */
export interface Run {
  readonly input: unknown;
  readonly options: unknown;
  readonly signal: AbortSignal;
  readonly progress: (fraction: number) => void;
  readonly log: (message: string) => void;
  readonly print: Print;
}

function contextOf({ manifest }: LoadedRenderer, run: Run, signal: AbortSignal): RenderContext {
  return {
    signal,
    log: run.log,
    progress: (fraction) => run.progress(Math.min(1, Math.max(0, fraction))),
    print: async (request) => {
      if (manifest.needs.includes('print')) return run.print(request, { signal });
      throw new Error(`The manifest of “${manifest.id}” does not say that it needs “print”.`);
    },
  };
}

function checkOutput({ manifest }: LoadedRenderer, output: unknown): Rendered {
  const fault = outputFault(output, manifest.limits.outputBytes);
  if (fault === undefined) return output as Rendered;
  throw new NianbaoError('RENDERING_FAILED', { renderer: manifest.id, phase: 'output' }, { cause: new Error(fault) });
}

function outputFault(output: unknown, limit: number): string | undefined {
  if (typeof output !== 'string' && !(output instanceof Uint8Array)) return `It returned ${typeof output}.`;
  const size = typeof output === 'string' ? Buffer.byteLength(output) : output.byteLength;
  return size > limit ? `It returned ${size} bytes; its limit is ${limit}.` : undefined;
}

/** Rejects when the signal aborts, also when the work does not listen to it. */
function abortion(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

function explain({ manifest }: LoadedRenderer, error: unknown, deadline: AbortSignal, caller: AbortSignal): unknown {
  const { id: renderer, limits } = manifest;
  if (caller.aborted) return caller.reason;
  if (deadline.aborted) {
    const seconds = limits.milliseconds / 1000;
    return new NianbaoError('RENDERING_TIMEOUT', { renderer, seconds, phase: 'render' }, { cause: error });
  }
  // A host function's own error, such as BROWSER_UNAVAILABLE, says more than that the renderer failed.
  if (error instanceof NianbaoError) return error;
  return new NianbaoError('RENDERING_FAILED', { renderer, phase: 'render' }, { cause: error });
}

/** Runs a renderer within its limits. RENDERING_TIMEOUT, RENDERING_FAILED, or the caller's own reason to abort. */
export async function runRenderer(renderer: LoadedRenderer, run: Run): Promise<Rendered> {
  const deadline = AbortSignal.timeout(renderer.manifest.limits.milliseconds);
  const signal = AbortSignal.any([run.signal, deadline]);
  try {
    const work = (async () => renderer.render(run.input, run.options, contextOf(renderer, run, signal)))();
    return checkOutput(renderer, await Promise.race([work, abortion(signal)]));
  } catch (error) {
    throw explain(renderer, error, deadline, run.signal);
  }
}
