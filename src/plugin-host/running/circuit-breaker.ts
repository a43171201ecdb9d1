import { NianbaoError } from '#errors/nianbao-error.ts';

/** When a renderer is left alone, and for how long; times in milliseconds. */
export interface BreakerSettings {
  /** So many failures, and at least half of all calls, within the window open the circuit. */
  readonly failures: number;
  readonly window: number;
  /** How long it stays open the first time; twice as long each time after. */
  readonly rest: number;
  readonly longestRest: number;
}

/** A call that was let through. */
export interface Admission {
  readonly epoch: number;
  /** The one call after a rest that decides. */
  readonly isTrial: boolean;
}

/** For third-party code: five failures in half a minute, rests from 5 s to a minute. */
export const defaultBreaker: BreakerSettings = { failures: 5, window: 30_000, rest: 5000, longestRest: 60_000 };

/**
 * Keeps callers from a renderer that fails again and again: after a rest one call is let through, and what becomes of
 * it decides.
 */
export class CircuitBreaker {
  readonly #settings: BreakerSettings;
  #calls: { readonly at: number; readonly failed: boolean }[] = [];
  #openUntil = 0;
  #rests = 0;
  #trying = false;
  /** Grows whenever the circuit opens or shuts. */
  #epoch = 0;

  constructor(settings: BreakerSettings) {
    this.#settings = settings;
  }

  /** Lets a call through, or throws RENDERER_SUSPENDED. Each call that is let through ends with `settle`. */
  admit(renderer: string, version: string): Admission {
    if (this.#rests === 0) return { epoch: this.#epoch, isTrial: false };
    const wait = this.#openUntil - Date.now();
    if (wait > 0 || this.#trying) {
      const retryAfterSeconds = Math.max(1, Math.ceil(wait / 1000));
      throw new NianbaoError('RENDERER_SUSPENDED', { renderer, version, retryAfterSeconds });
    }
    this.#trying = true;
    return { epoch: this.#epoch, isTrial: true };
  }

  /** What became of a call; `undefined` when that says nothing of the renderer, such as a caller who left. */
  settle(worked: boolean | undefined, { epoch, isTrial }: Admission): void {
    if (isTrial) this.#trying = false;
    // A call from before the circuit opened says nothing of how the renderer is now.
    if (worked === undefined || epoch !== this.#epoch) return;
    const now = Date.now();
    const { window, failures } = this.#settings;
    if (this.#rests > 0) return worked ? this.#shut() : this.#open(now);
    this.#calls = [...this.#calls.filter(({ at }) => now - at < window), { at: now, failed: !worked }];
    const failed = this.#calls.filter((call) => call.failed).length;
    if (failed >= failures && failed * 2 >= this.#calls.length) this.#open(now);
  }

  #open(now: number): void {
    this.#epoch += 1;
    const { rest, longestRest } = this.#settings;
    this.#openUntil = now + Math.min(longestRest, rest * 2 ** this.#rests++);
  }

  #shut(): void {
    this.#epoch += 1;
    this.#calls = [];
    this.#rests = 0;
  }
}
