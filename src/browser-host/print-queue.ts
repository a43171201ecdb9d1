import PQueue from 'p-queue';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { timeout } from './print-once.ts';
import type { Deadlines, Phase } from './print-request.ts';

/** How a print waits for its turn. */
export interface Turn {
  readonly signal: AbortSignal;
  readonly deadlines: Deadlines;
  readonly renderer?: string | undefined;
}

/** Prints that wait for their turn, so many at once and so many waiting. */
export class PrintQueue {
  readonly #queue: PQueue;
  readonly #waiting: number;

  constructor(concurrency: number, waiting: number) {
    this.#queue = new PQueue({ concurrency });
    this.#waiting = waiting;
  }

  /**
   * Runs the work when its turn has come. Rejects with QUEUE_FULL at once, with RENDERING_TIMEOUT when the turn does not
   * come in time or all of it takes too long, and with the signal's reason; the work's own signal aborts with it.
   */
  async run<T>({ signal, deadlines, renderer }: Turn, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    if (this.#queue.size >= this.#waiting) throw new NianbaoError('QUEUE_FULL', { retryAfterSeconds: 2 });
    const over = new AbortController();
    const end = (phase: Phase) => () => over.abort(timeout(phase, deadlines[phase], renderer));
    const total = setTimeout(end('total'), deadlines.total);
    const queued = setTimeout(end('queue'), deadlines.queue);
    const all = AbortSignal.any([signal, over.signal]);
    try {
      return await this.#queue.add(
        () => {
          clearTimeout(queued);
          return work(all);
        },
        { signal: all },
      );
    } finally {
      clearTimeout(total);
      clearTimeout(queued);
    }
  }
}
