import { randomUUID } from 'node:crypto';
import type { RenderJob } from '#store/render-job-store.ts';
import type { Store } from '#store/store.ts';
import type { ReportRenderer } from './report-renderer.ts';
import { runJob } from './run-job.ts';
import { createThrottle } from './throttle.ts';

export interface WorkerSettings {
  readonly store: Store;
  readonly renderer: ReportRenderer;
  /** Jobs at the same time; 2 unless told. */
  readonly concurrency?: number;
  /** After so long without a sign of life a worker's jobs are taken over; 10 s unless told. */
  readonly leaseMilliseconds?: number;
  /** The progress of a job is noted so often at most; 300 ms unless told. */
  readonly progressMilliseconds?: number;
  /** Pause between two looks into the queue while it is empty; a wake-up ends it. 1 s unless told. */
  readonly idleMilliseconds?: number;
  readonly log: (event: {
    readonly level: 'info' | 'warn' | 'error';
    readonly message: string;
    readonly job?: string;
    readonly cause?: unknown;
  }) => void;
}

/** Takes jobs out of the queue and does them, until it is stopped. */
export class RenderWorker {
  readonly #id = randomUUID();
  readonly #settings: Required<WorkerSettings>;
  readonly #stopping = new AbortController();
  #wakeUps = new Set<() => void>();
  #loops: Promise<void>[] = [];

  constructor(settings: WorkerSettings) {
    this.#settings = {
      concurrency: 2,
      leaseMilliseconds: 10_000,
      idleMilliseconds: 1000,
      progressMilliseconds: 300,
      ...settings,
    };
  }

  start(): void {
    this.#loops = Array.from({ length: this.#settings.concurrency }, () => this.#loop());
  }

  /** Looks into the queue at once. */
  readonly wake = (): void => {
    for (const wakeUp of this.#wakeUps) wakeUp();
  };

  /** Stops taking jobs; those under way are given up, to be taken over when their lease runs out. Twice is harmless. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('The worker stops.'));
    this.wake();
    await Promise.all(this.#loops);
  }

  async #loop(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const job = await this.#claim();
      if (job) await this.#work(job).catch((cause: unknown) => this.#warn('A job was lost sight of.', cause, job.id));
      else await this.#pause();
    }
  }

  async #claim(): Promise<RenderJob | null> {
    try {
      return await this.#settings.store.renderJobs.claim(this.#id, this.#settings.leaseMilliseconds);
    } catch (cause) {
      this.#warn('The queue can not be read.', cause);
      return null;
    }
  }

  async #pause(): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#wakeUps.delete(done);
        resolve();
      };
      const timer = setTimeout(done, this.#settings.idleMilliseconds);
      this.#wakeUps.add(done);
    });
  }

  async #work(job: RenderJob): Promise<void> {
    const { store, renderer, leaseMilliseconds, progressMilliseconds } = this.#settings;
    const lost = new AbortController();
    let progress = 0;
    const renew = async () => {
      const held = await store.renderJobs.renew(job.id, this.#id, leaseMilliseconds, progress).catch(() => true);
      if (!held) lost.abort(new Error('The job was cancelled or taken over.'));
    };
    const renewSoon = createThrottle(renew, progressMilliseconds);
    const heartbeat = setInterval(renewSoon, leaseMilliseconds / 3);
    const control = {
      signal: AbortSignal.any([lost.signal, this.#stopping.signal]),
      progress: (fraction: number) => {
        progress = fraction;
        renewSoon();
      },
    };
    try {
      const outcome = await runJob(job, {
        store,
        renderer,
        control,
        onError: (cause) => this.#warn('A rendering failed.', cause, job.id),
      });
      if (!control.signal.aborted) await store.renderJobs.settle(job.id, this.#id, outcome);
    } finally {
      clearInterval(heartbeat);
    }
  }

  #warn(message: string, cause: unknown, job?: string): void {
    this.#settings.log({ level: 'warn', message, cause, ...(job === undefined ? {} : { job }) });
  }
}
