import canonicalize from 'canonicalize';
import { LRUCache } from 'lru-cache';
import { CircuitBreaker, type Admission, type BreakerSettings } from './circuit-breaker.ts';

/** Options of which it is remembered how they fared. */
const MOST_OPTIONS = 100;

/**
 * What became of a call: a failure that cost time or a process speaks against the renderer, one that cost no more than
 * the request against these options only; undefined says nothing.
 */
export type CallOutcome = 'worked' | 'failed' | 'failed cheaply' | undefined;

/** A call that was let through. */
export interface RendererAdmission {
  readonly whole: Admission;
  readonly key: string;
  readonly own: Admission | undefined;
}

/** Keeps callers from a renderer that fails again and again: from all of it, or with options that it can not do. */
export class RendererBreaker {
  readonly #settings: BreakerSettings;
  readonly #whole: CircuitBreaker;
  readonly #byOptions = new LRUCache<string, CircuitBreaker>({ max: MOST_OPTIONS });

  constructor(settings: BreakerSettings) {
    this.#settings = settings;
    this.#whole = new CircuitBreaker(settings);
  }

  /** Lets a call through, or throws RENDERER_SUSPENDED. Each call that is let through ends with `settle`. */
  admit(renderer: string, version: string, options: Readonly<Record<string, unknown>>): RendererAdmission {
    const key = canonicalize(options) ?? '';
    const own = this.#byOptions.get(key)?.admit(renderer, version);
    try {
      return { whole: this.#whole.admit(renderer, version), key, own };
    } catch (error) {
      if (own) this.#byOptions.get(key)?.settle(undefined, own);
      throw error;
    }
  }

  settle(outcome: CallOutcome, { whole, key, own }: RendererAdmission): void {
    this.#whole.settle(outcome === 'failed cheaply' ? undefined : outcome && outcome === 'worked', whole);
    if (own) this.#byOptions.get(key)?.settle(outcome && outcome === 'worked', own);
    else if (outcome === 'failed cheaply') this.#note(key);
  }

  /** Options are remembered from their first failure on. */
  #note(key: string): void {
    const breaker = this.#byOptions.get(key) ?? new CircuitBreaker(this.#settings);
    this.#byOptions.set(key, breaker);
    breaker.settle(false, { epoch: 0, isTrial: false });
  }
}
