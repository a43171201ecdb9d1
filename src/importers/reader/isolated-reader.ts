import { availableParallelism } from 'node:os';
import PQueue from 'p-queue';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { ReportDraft } from '#reports/report.ts';
import { checkSize } from '../document-size.ts';
import { checkOverrides } from '../overrides.ts';
import type { DocumentReader } from './document-reader.ts';
import type { ReadOrder } from './messages.ts';
import { startReadingProcess, type ReadingLimits, type ReadingProcess } from './reading-process.ts';

/** What one document may cost; the largest reports that were seen take less than a second and 200 MB. */
const defaults: ReadingLimits = { milliseconds: 30_000, heapMegabytes: 512, residentMegabytes: 400 };
/** Documents that may wait. */
const QUEUE_LIMIT = 200;

/**
 * Reads documents in processes of their own, so that one that is made to hang or to eat memory costs itself and
 * nothing else. They start with the first document and are used again.
 */
export function createIsolatedReader(limits: Partial<ReadingLimits> = {}): DocumentReader {
  const width = Math.max(1, Math.min(4, availableParallelism()));
  const queue = new PQueue({ concurrency: width });
  const bounds = { ...defaults, ...limits };
  const idle: ReadingProcess[] = [];
  const all = new Set<ReadingProcess>();
  const closing = new AbortController();

  async function take(): Promise<ReadingProcess> {
    for (let kept = idle.pop(); kept; kept = idle.pop()) if (kept.fit()) return kept;
    const started = await startReadingProcess(bounds);
    all.add(started);
    if (closing.signal.aborted) started.kill();
    return started;
  }

  function giveBack(reading: ReadingProcess): void {
    if (reading.fit() && !closing.signal.aborted) return void idle.push(reading);
    reading.kill();
    all.delete(reading);
  }

  async function readOne(order: ReadOrder, signal: AbortSignal): Promise<ReportDraft> {
    signal.throwIfAborted();
    const reading = await take();
    try {
      return await reading.read(order, signal);
    } finally {
      giveBack(reading);
    }
  }

  return {
    width,
    read: async (document, overrides = {}, signal) => {
      checkSize(document);
      const order = { document, overrides: checkOverrides(overrides) };
      if (queue.size >= QUEUE_LIMIT) throw new NianbaoError('READERS_BUSY', { retryAfterSeconds: 5 });
      const ends = AbortSignal.any([closing.signal, ...(signal ? [signal] : [])]);
      return queue.add(() => readOne(order, ends));
    },
    close: async () => {
      closing.abort(new Error('The reader was closed.'));
      for (const reading of all) reading.kill();
      await queue.onIdle();
    },
  };
}
