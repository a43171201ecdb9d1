import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import type { AccessiblePdf } from './index.ts';

type MakeAccessible = (printed: Uint8Array, signal: AbortSignal) => Promise<AccessiblePdf>;

/** As many as Chromium prints at once, but a core for itself. */
const MOST_THREADS = Math.max(1, Math.min(4, availableParallelism() - 1));
const IDLE_MILLISECONDS = 60_000;

let pool: Tinypool | undefined;

/**
 * Whether a thread would find what it loads TypeScript with. A copy of the plugin in a temporary folder finds packages
 * by the hooks of its process, which threads do not have; but that process keeps nobody else waiting.
 */
function threadsCanLoad(): boolean {
  try {
    return createRequire(import.meta.url).resolve('tsx/esm/api') !== '';
  } catch {
    return false;
  }
}

function startPool(): Tinypool {
  return new Tinypool({
    filename: fileURLToPath(new URL('./worker.mjs', import.meta.url)),
    runtime: 'worker_threads',
    minThreads: 1,
    maxThreads: MOST_THREADS,
    idleTimeout: IDLE_MILLISECONDS,
  });
}

const rightHere: MakeAccessible = async (printed) => {
  const { makeAccessible } = await import('./index.ts');
  return makeAccessible(printed);
};

/**
 * Threads that do `makeAccessible`: some milliseconds for a report, but seconds for a very long document, in which the
 * gateway would answer nobody. The first starts with this call. The signal ends a thread in the middle of its work.
 * Where threads can not load the plugin, the work is done in this one.
 */
export function accessibleThreads(): MakeAccessible {
  if (!threadsCanLoad()) return rightHere;
  const threads = (pool ??= startPool());
  return async (printed, signal) => {
    // A copy is handed over: what is moved to a thread is lost for everybody else who holds it.
    const own = new Uint8Array(printed);
    return (await threads.run(own, { signal, transferList: [own.buffer] })) as AccessiblePdf;
  };
}
