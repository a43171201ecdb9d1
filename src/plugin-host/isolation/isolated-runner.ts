import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import PQueue from 'p-queue';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { PluginManifest } from '#plugin-api/manifest.ts';
import type { Rendered } from '#plugin-api/renderer.ts';
import type { PluginRunner, RenderOrder } from '../running/plugin-runner.ts';
import { RendererFault } from '../running/renderer-fault.ts';
import { ChildPool } from './child-pool.ts';
import { renderIn } from './child-rendering.ts';
import type { PluginChild } from './plugin-child.ts';
import { startChild, type ChildSettings } from './start-child.ts';
import { typescriptSources } from './typescript-sources.ts';

/** Memory of a renderer whose manifest does not say. */
const DEFAULT_MEGABYTES = 256;
/** Spares of all plugins start one after the other: starting is the most costly thing that a child ever does. */
const spares = new PQueue({ concurrency: Math.max(1, availableParallelism() - 1) });
/** Renderings that may wait for one plugin. */
const QUEUE_LIMIT = 200;

/** What a plugin is run with. */
export interface IsolatedRunnerSettings {
  /** The copy that runs, without symbolic links. */
  readonly folder: string;
  /** Where it was copied from: packages are found from there. */
  readonly original: string;
  readonly manifest: PluginManifest;
  /** How long the plugin's entry may take to load. */
  readonly startMilliseconds: number;
  /** Ends the start before its time. */
  readonly signal: AbortSignal;
  readonly onFault: (fault: unknown) => void;
}

/** A plugin that takes its time must not keep the spares of others waiting. */
const LONGEST_TURN = 1000;

async function startSpare(settings: ChildSettings, signal: AbortSignal): Promise<PluginChild> {
  const { starting } = await spares.add(async () => {
    signal.throwIfAborted();
    const begun = { starting: startChild(settings) };
    await Promise.race([begun.starting.catch(() => undefined), pause(LONGEST_TURN, undefined, { ref: false })]);
    return begun;
  });
  return starting;
}

function memoryOf({ renderers }: PluginManifest): number {
  return Math.max(...renderers.map(({ limits }) => limits.memoryMegabytes ?? DEFAULT_MEGABYTES));
}

async function createPool(settings: IsolatedRunnerSettings): Promise<ChildPool> {
  const { folder, original, manifest, startMilliseconds, onFault } = settings;
  const sources = await typescriptSources(folder);
  const renderers = manifest.renderers.map(({ id }) => id);
  const memoryMegabytes = memoryOf(manifest);
  const { entry } = manifest;
  const child = { folder, original, entry, renderers, memoryMegabytes, startMilliseconds, sources };
  return new ChildPool({
    start: ({ urgent, signal }) => (urgent ? startChild(child, signal) : startSpare(child, signal)),
    size: Math.min(4, Math.max(2, availableParallelism())),
    onFault,
  });
}

/** A quick renderer's line may be long all the same. */
const QUEUE_MILLISECONDS = 10_000;

/** A child within the time that the renderer itself has, or some seconds. */
async function waitInLine(pool: ChildPool, { manifest, signal }: RenderOrder): Promise<PluginChild> {
  if (pool.waiting >= QUEUE_LIMIT) throw new NianbaoError('QUEUE_FULL', { retryAfterSeconds: 1 });
  const deadline = AbortSignal.timeout(Math.max(QUEUE_MILLISECONDS, manifest.limits.milliseconds));
  try {
    return await pool.acquire(AbortSignal.any([signal, deadline]));
  } catch (error) {
    if (deadline.aborted && !signal.aborted) throw new RendererFault('TIMEOUT', 'queue', 'No child was free.');
    throw error;
  }
}

/** Children that have answered: how they end may be the doing of what they rendered before. */
const answered = new WeakSet<PluginChild>();

function renderBy(child: PluginChild, pool: ChildPool, order: RenderOrder): Promise<Rendered> {
  const onFree = () => {
    answered.add(child);
    pool.release(child);
  };
  return renderIn(child, order, { onFree, isUsed: answered.has(child) });
}

/** Whether a fault is, or may be, of something that an earlier rendering left behind. */
function isLeftover(fault: unknown, hadAnswered: boolean): boolean {
  if (!(fault instanceof RendererFault)) return false;
  return fault.fault === 'LEFTOVER' || (fault.fault === 'EXITED' && hadAnswered);
}

/** What an earlier rendering left behind in the child is not this one's fault: another child does it. */
async function renderAgain(pool: ChildPool, order: RenderOrder): Promise<Rendered> {
  const child = await waitInLine(pool, order);
  const hadAnswered = answered.has(child);
  return renderBy(child, pool, order).catch(async (fault: unknown) => {
    if (!isLeftover(fault, hadAnswered)) throw fault;
    return renderBy(await waitInLine(pool, order), pool, order);
  });
}

/** Runs a plugin in processes of its own. Rejects with a RendererFault when its entry can not be loaded. */
export async function createIsolatedRunner(settings: IsolatedRunnerSettings): Promise<PluginRunner> {
  const pool = await createPool(settings);
  const { signal } = settings;
  const stop = () => void pool.close();
  signal.addEventListener('abort', stop, { once: true });
  await pool.warm().catch(async (fault: unknown) => {
    await pool.close();
    throw fault;
  });
  signal.removeEventListener('abort', stop);
  return {
    render: (order) => renderAgain(pool, order),
    close: () => pool.close(),
  };
}
