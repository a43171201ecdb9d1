import { GrowingPause } from './growing-pause.ts';
import type { PluginChild } from './plugin-child.ts';
import { WaitingLine } from './waiting-line.ts';

/** A child is replaced after so many renderings; what it has leaked goes with it. */
const RENDERINGS_A_CHILD = 200;

/** How a pool gets its children, and how many may work at a time. */
export interface ChildPoolSettings {
  /** `urgent`: somebody waits for the plugin to be loaded. The signal aborts when nobody needs the child any more. */
  readonly start: (how: { readonly urgent: boolean; readonly signal: AbortSignal }) => Promise<PluginChild>;
  readonly size: number;
  /** A spare could not be started, or has ended by itself. */
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
  readonly #ending = new Set<Promise<void>>();
  readonly #line = new WaitingLine<PluginChild>();
  readonly #pause = new GrowingPause();
  readonly #closing = new AbortController();

  constructor(settings: ChildPoolSettings) {
    this.#settings = settings;
  }

  /** Those who wait in line. */
  get waiting(): number {
    return this.#line.length;
  }

  /** Starts the first child; rejects with its fault. */
  async warm(): Promise<void> {
    this.#keep(await this.#start(true), 0);
    this.#tend();
  }

  /** A child to work with; give it back with `release`. Rejects with the signal's reason, or when none can be started. */
  acquire(signal: AbortSignal): Promise<PluginChild> {
    const turn = this.#line.join(signal);
    this.#tend();
    return turn;
  }

  /** Takes a child back; one that is of no use any more has a successor on its way. */
  release(child: PluginChild): void {
    const done = (this.#busy.get(child) ?? 0) + 1;
    this.#busy.delete(child);
    this.#pause.shorten();
    if (child.usable && done < RENDERINGS_A_CHILD && !this.#closing.signal.aborted) this.#idle.set(child, done);
    else this.#retire(child);
    this.#tend();
  }

  /** Ends all children; resolves when their processes are gone. */
  async close(): Promise<void> {
    const reason = new Error('The plugin was closed.');
    this.#closing.abort(reason);
    this.#pause.cancel();
    this.#line.dissolve(reason);
    for (const child of [...this.#busy.keys(), ...this.#idle.keys()]) this.#retire(child);
    this.#idle.clear();
    await Promise.all(this.#starting);
    await Promise.all(this.#ending);
  }

  /** Hands idle children to those who wait, and sees to it that one is idle. */
  #tend(): void {
    if (this.#closing.signal.aborted) return;
    for (const [child, done] of this.#idle) {
      if (this.#line.length === 0 || this.#busy.size >= this.#settings.size) break;
      this.#idle.delete(child);
      if (!child.usable) {
        this.#retire(child);
        continue;
      }
      this.#busy.set(child, done);
      this.#line.serve(child);
    }
    const total = this.#busy.size + this.#idle.size + this.#starting.size;
    if (this.#idle.size + this.#starting.size === 0 && total <= this.#settings.size) this.#begin();
  }

  #start(urgent: boolean): Promise<PluginChild> {
    return this.#settings.start({ urgent, signal: this.#closing.signal });
  }

  #begin(): void {
    // A plugin that can not be started is not started again and again for nothing.
    if (this.#pause.lasts) return;
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
    this.#settings.onFault(child.verdict);
    this.#wait();
    this.#tend();
  }

  #miss(fault: unknown): void {
    if (this.#closing.signal.aborted) return;
    this.#settings.onFault(fault);
    this.#line.refuse(fault);
    this.#wait();
  }

  #wait(): void {
    this.#pause.begin(() => this.#tend());
  }

  #retire(child: PluginChild): void {
    child.end('KILLED', 'It is not needed any more.');
    const ending = child.ended.finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
  }
}
