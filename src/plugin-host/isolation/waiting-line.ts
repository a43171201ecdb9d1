interface Waiting<Thing> {
  readonly resolve: (thing: Thing) => void;
  readonly reject: (reason: unknown) => void;
}

/** Those who wait for something, served in the order in which they came. */
export class WaitingLine<Thing> {
  readonly #waiting: Waiting<Thing>[] = [];

  get length(): number {
    return this.#waiting.length;
  }

  /** Resolves when it is one's turn; rejects with the signal's reason, or with what the line is dissolved for. */
  join(signal: AbortSignal): Promise<Thing> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(signal.reason as Error);
      };
      const stay = () => signal.removeEventListener('abort', leave);
      const waiting: Waiting<Thing> = {
        resolve: (thing) => [stay(), resolve(thing)],
        reject: (reason) => [stay(), reject(reason)],
      };
      this.#waiting.push(waiting);
      signal.addEventListener('abort', leave, { once: true });
      if (signal.aborted) leave();
    });
  }

  /** Gives something to the first in line. */
  serve(thing: Thing): void {
    this.#waiting.shift()?.resolve(thing);
  }

  /** Sends the first in line away. */
  refuse(reason: unknown): void {
    this.#waiting.shift()?.reject(reason);
  }

  /** Sends everybody away. */
  dissolve(reason: unknown): void {
    for (const waiting of this.#waiting.splice(0)) waiting.reject(reason);
  }
}
