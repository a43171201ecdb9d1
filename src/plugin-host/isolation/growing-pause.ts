const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 30_000;

/** A pause that is twice as long each time, until it is told that things go well. Milliseconds: 100 to 30,000. */
export class GrowingPause {
  #timer: NodeJS.Timeout | undefined;
  #misses = 0;

  /** Whether a pause is under way. */
  get lasts(): boolean {
    return this.#timer !== undefined;
  }

  /** Begins a pause, unless one is under way; `onOver` is called at its end. */
  begin(onOver: () => void): void {
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#misses++);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      onOver();
    }, pause);
  }

  /** The next pause is a short one again. */
  shorten(): void {
    this.#misses = 0;
  }

  /** Ends it without a word. */
  cancel(): void {
    clearTimeout(this.#timer);
  }
}
