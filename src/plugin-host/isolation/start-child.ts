import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withoutPaths } from '../loading/without-paths.ts';
import { reasonOf } from '../plugin-reasons.ts';
import { NotStarted } from '../running/renderer-fault.ts';
import { launchChild, type LaunchSettings } from './launch-child.ts';
import { PluginChild } from './plugin-child.ts';
import { givePrecedence } from './precedence.ts';
import type { Sources } from './typescript-sources.ts';

/** What a child is started with. */
export interface ChildSettings extends LaunchSettings {
  readonly entry: string;
  /** Ids that the entry must have. */
  readonly renderers: readonly string[];
  readonly startMilliseconds: number;
  readonly sources: Sources;
}

const pluginApi = new URL('../../plugin-api/index.ts', import.meta.url).href;

function faultOfRefusal(header: Readonly<Record<string, unknown>>, { folder, original }: ChildSettings): NotStarted {
  const { missing, stack } = header;
  if (typeof missing === 'string') return new NotStarted(reasonOf('RENDERER_MISSING', { renderer: missing }), stack);
  const message = withoutPaths(String(header['message']), folder, original);
  return new NotStarted(reasonOf('ENTRY_BROKEN', { message }), stack);
}

function urlOf(folder: string): string {
  return `${pathToFileURL(folder).href}/`;
}

function loadOrder({ folder, original, entry, renderers, sources }: ChildSettings) {
  const hooks = { pluginApi, folder: urlOf(folder), original: urlOf(original), sources };
  return { type: 'load', entry: pathToFileURL(join(folder, entry)).href, renderers, hooks };
}

function loaded(child: PluginChild, settings: ChildSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    const onFrame = (header: Readonly<Record<string, unknown>>) => {
      if (header['type'] === 'started') child.send(loadOrder(settings));
      if (header['type'] === 'loaded') resolve();
      if (header['type'] === 'refused') reject(faultOfRefusal(header, settings));
    };
    child.listen({ onFrame, onEnd: reject });
  });
}

/**
 * A child with the plugin's entry loaded, ready to render. Rejects with a RendererFault, also when `signal` aborts
 * before, and no process is left.
 */
export async function startChild(settings: ChildSettings, signal?: AbortSignal): Promise<PluginChild> {
  const { startMilliseconds, memoryMegabytes } = settings;
  const child = new PluginChild(await launchChild(settings), memoryMegabytes);
  let late: NotStarted | undefined;
  const timer = setTimeout(() => {
    late = new NotStarted(reasonOf('ENTRY_LATE', { seconds: startMilliseconds / 1000 }));
    child.end('NOT_STARTED', late.message, 'queue');
  }, startMilliseconds);
  const stop = () => child.end('NOT_STARTED', 'It is not wanted any more.', 'queue');
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  try {
    await loaded(child, settings);
    child.listen(undefined);
    givePrecedence(child.pid);
    return child;
  } catch (fault) {
    child.end('NOT_STARTED', 'It was not loaded.', 'queue');
    await child.ended;
    throw late ?? fault;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
