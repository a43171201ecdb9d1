import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import type { AccessiblePdf } from './index.ts';

/** As many as Chromium prints at once, but a core for itself. */
const MOST_THREADS = Math.max(1, Math.min(4, availableParallelism() - 1));
const IDLE_MILLISECONDS = 60_000;

let pool: Tinypool | undefined;

/**
 * Threads that do `makeAccessible`: some milliseconds for a report, but seconds for a very long document, in which the
 * gateway would answer nobody. The first starts with this call. The signal ends a thread in the middle of its work.
 */
export function accessibleThreads(): (printed: Uint8Array, signal: AbortSignal) => Promise<AccessiblePdf> {
  const threads = (pool ??= new Tinypool({
    filename: fileURLToPath(new URL('./worker.mjs', import.meta.url)),
    runtime: 'worker_threads',
    minThreads: 1,
    maxThreads: MOST_THREADS,
    idleTimeout: IDLE_MILLISECONDS,
  }));
  return async (printed, signal) => {
    // A copy is handed over: what is moved to a thread is lost for everybody else who holds it.
    const own = new Uint8Array(printed);
    return (await threads.run(own, { signal, transferList: [own.buffer] })) as AccessiblePdf;
  };
}
