import type { PluginChild } from './plugin-child.ts';

/** A child is replaced after so many renderings; what it has leaked goes with it. */
const RENDERINGS_A_CHILD = 200;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 30_000;

interface Waiting {
  readonly resolve: (child: PluginChild) => void;
  readonly reject: (reason: unknown) => void;
}

/** How a pool gets its children, and how many may work at a time. */
export interface ChildPoolSettings {
  /** `urgent`: somebody waits for the plugin to be loaded. The signal aborts when nobody needs the child any more. */
  readonly start: (how: { readonly urgent: boolean; readonly signal: AbortSignal }) => Promise<PluginChild>;
  readonly size: number;
  /** A spare could not be started. */
  readonly onFault: (fault: unknown) => void;
}

/**
 * Children of one plugin: some at work, and one spare that is loaded already. A child does one rendering at a time;
 * whoever asks while all are at work waits in line.
 */
export class ChildPool {
  readonly #settings: ChildPoolSettings;
  readonly #busy = new Map<PluginChild, number>();
  readonly #idle = new Map<PluginChild, number>();
  readonly #starting = new Set<Promise<void>>();
  readonly #waiting: Waiting[] = [];
  readonly #ending = new Set<Promise<void>>();
  readonly #closing = new AbortController();
  #pause: NodeJS.Timeout | undefined;
  #misses = 0;

  constructor(settings: ChildPoolSettings) {
    this.#settings = settings;
  }

  /** Those who wait in line. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Starts the first child; rejects with its fault. */
  async warm(): Promise<void> {
    this.#keep(await this.#start(true), 0);
    this.#tend();
  }

  /** A child to work with; give it back with `release`. Rejects with the signal's reason, or when none can be started. */
  acquire(signal: AbortSignal): Promise<PluginChild> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(signal.reason);
      };
      const stay = () => signal.removeEventListener('abort', leave);
      const waiting: Waiting = {
        resolve: (child) => [stay(), resolve(child)],
        reject: (reason) => [stay(), reject(reason)],
      };
      this.#waiting.push(waiting);
      signal.addEventListener('abort', leave, { once: true });
      if (signal.aborted) leave();
      else this.#tend();
    });
  }

  /** Takes a child back; one that is of no use any more has a successor on its way. */
  release(child: PluginChild): void {
    const done = (this.#busy.get(child) ?? 0) + 1;
    this.#busy.delete(child);
    this.#misses = 0;
    if (child.usable && done < RENDERINGS_A_CHILD && !this.#closing.signal.aborted) this.#idle.set(child, done);
    else this.#retire(child);
    this.#tend();
  }

  /** Ends all children; resolves when their processes are gone. */
  async close(): Promise<void> {
    this.#closing.abort(new Error('The plugin was closed.'));
    clearTimeout(this.#pause);
    for (const waiting of this.#waiting.splice(0)) waiting.reject(new Error('The plugin was closed.'));
    for (const child of [...this.#busy.keys(), ...this.#idle.keys()]) this.#retire(child);
    this.#idle.clear();
    await Promise.all(this.#starting);
    await Promise.all(this.#ending);
  }

  /** Hands idle children to those who wait, and sees to it that one is idle. */
  #tend(): void {
    if (this.#closing.signal.aborted) return;
    for (const [child, done] of this.#idle) {
      if (this.#waiting.length === 0 || this.#busy.size >= this.#settings.size) break;
      this.#idle.delete(child);
      this.#busy.set(child, done);
      this.#waiting.shift()?.resolve(child);
    }
    const total = this.#busy.size + this.#idle.size + this.#starting.size;
    if (this.#idle.size + this.#starting.size === 0 && total <= this.#settings.size) this.#begin();
  }

  #start(urgent: boolean): Promise<PluginChild> {
    return this.#settings.start({ urgent, signal: this.#closing.signal });
  }

  #begin(): void {
    // A plugin that can not be started is not started again and again for nothing.
    if (this.#pause) return;
    const starting = this.#start(false)
      .then(
        (child) => this.#keep(child, 0),
        (fault: unknown) => this.#miss(fault),
      )
      .finally(() => {
        this.#starting.delete(starting);
        this.#tend();
      });
    this.#starting.add(starting);
  }

  #keep(child: PluginChild, done: number): void {
    if (this.#closing.signal.aborted) return this.#retire(child);
    this.#idle.set(child, done);
    void child.ended.then(() => this.#forget(child));
  }

  #forget(child: PluginChild): void {
    if (!this.#idle.delete(child)) return;
    this.#wait();
    this.#tend();
  }

  #miss(fault: unknown): void {
    if (this.#closing.signal.aborted) return;
    this.#settings.onFault(fault);
    this.#waiting.shift()?.reject(fault);
    this.#wait();
  }

  #wait(): void {
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#misses++);
    this.#pause ??= setTimeout(() => {
      this.#pause = undefined;
      this.#tend();
    }, pause);
  }

  #retire(child: PluginChild): void {
    child.end('KILLED', 'It is not needed any more.');
    const ending = child.ended.finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
  }
}
