import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PluginManifest, RendererManifest } from '#plugin-api/manifest.ts';
import type { RenderContext, Rendered, Renderer } from '#plugin-api/renderer.ts';
import type { PluginRunner, RenderOrder } from './plugin-runner.ts';
import { withoutPaths } from '../loading/without-paths.ts';
import { reasonOf } from '../plugin-reasons.ts';
import { NotStarted, RendererFault } from './renderer-fault.ts';

type Render = Renderer<unknown, unknown>['render'];

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function importEntry(folder: string, entry: string): Promise<unknown> {
  try {
    const module = (await import(pathToFileURL(join(folder, entry)).href)) as { default?: unknown };
    return module.default;
  } catch (error) {
    throw new NotStarted(reasonOf('ENTRY_BROKEN', { message: withoutPaths(messageOf(error), folder) }), error);
  }
}

function renderFunction(plugin: unknown, { id }: RendererManifest): Render {
  const renderers = (plugin as { renderers?: Record<string, { render?: unknown } | undefined> } | undefined)?.renderers;
  const render = renderers !== undefined && Object.hasOwn(renderers, id) ? renderers[id]?.render : undefined;
  if (typeof render === 'function') return render as Render;
  throw new NotStarted(reasonOf('RENDERER_MISSING', { renderer: id }));
}

function contextOf({ manifest, log, progress, print }: RenderOrder, signal: AbortSignal): RenderContext {
  return {
    signal,
    log,
    progress: (fraction) => progress(Math.min(1, Math.max(0, fraction))),
    print: async (request) => {
      if (manifest.needs.includes('print')) return print(request, { signal });
      throw new Error(`The manifest of “${manifest.id}” does not say that it needs “print”.`);
    },
  };
}

function checkOutput(output: unknown, limit: number): Rendered {
  if (typeof output !== 'string' && !(output instanceof Uint8Array))
    throw new RendererFault('WRONG_TYPE', 'output', `It returned ${typeof output}.`);
  const size = typeof output === 'string' ? Buffer.byteLength(output) : output.byteLength;
  if (size <= limit) return output;
  throw new RendererFault('OUTPUT_TOO_LARGE', 'output', `It returned ${size} bytes; its limit is ${limit}.`);
}

/** Rejects when the signal aborts, also when the work does not listen to it; `settled` takes the listener away. */
function abortion(signal: AbortSignal, settled: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true, signal: settled });
  });
}

async function renderHere(render: Render, order: RenderOrder): Promise<Rendered> {
  const { milliseconds, outputBytes } = order.manifest.limits;
  const deadline = new AbortController();
  const settled = new AbortController();
  const timer = setTimeout(() => deadline.abort(), milliseconds);
  const signal = AbortSignal.any([order.signal, deadline.signal]);
  try {
    const work = (async () => render(order.input, order.options, contextOf(order, signal)))();
    return checkOutput(await Promise.race([work, abortion(signal, settled.signal)]), outputBytes);
  } catch (error) {
    if (deadline.signal.aborted && !order.signal.aborted)
      throw new RendererFault('TIMEOUT', 'render', `It was not done within ${milliseconds} ms.`, error);
    throw error;
  } finally {
    // Until a timer ends it holds all that waits for it: here the input and the output.
    clearTimeout(timer);
    settled.abort();
  }
}

/** Runs a plugin of ours in the gateway's own process. Rejects with a RendererFault when its entry does not fit. */
export async function createInProcessRunner(folder: string, manifest: PluginManifest): Promise<PluginRunner> {
  const plugin = await importEntry(folder, manifest.entry);
  const renders = new Map(manifest.renderers.map((renderer) => [renderer.id, renderFunction(plugin, renderer)]));
  return {
    render: async (order) => renderHere(renders.get(order.manifest.id)!, order),
    close: async () => undefined,
  };
}
