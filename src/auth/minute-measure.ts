/** Somebody whose events are counted together. */
export interface Counted {
  readonly key: string;
  /** So many are within the measure of a minute. */
  readonly most: number;
}

const MINUTE = 60_000;

interface Count {
  /** Within the measure. */
  taken: number;
  leftOut: number;
}

/** Counts events of a minute by who they are of, and tells when it is over how many went beyond the measure. */
export class MinuteMeasure {
  readonly #tell: (key: string, leftOut: number) => void;
  readonly #counts = new Map<string, Count>();
  #end: NodeJS.Timeout | undefined;
  #endsAt = 0;

  constructor(tell: (key: string, leftOut: number) => void) {
    this.#tell = tell;
  }

  /** Seconds until events are taken again. */
  get secondsLeft(): number {
    return Math.max(1, Math.ceil((this.#endsAt - Date.now()) / 1000));
  }

  /** Whether one more is within the measure; it is counted, or else left out. */
  take({ key, most }: Counted): boolean {
    const count = this.#countOf(key);
    const within = count.taken < most;
    if (within) count.taken += 1;
    else count.leftOut += 1;
    return within;
  }

  /** Whether the measure is full; what comes then is left out. */
  refuses({ key, most }: Counted): boolean {
    const count = this.#counts.get(key);
    if (!count || count.taken < most) return false;
    count.leftOut += 1;
    return true;
  }

  /** Ends the minute now. */
  close(): void {
    clearTimeout(this.#end);
    this.#end = undefined;
    const counts = [...this.#counts];
    this.#counts.clear();
    for (const [key, { leftOut }] of counts) if (leftOut > 0) this.#tell(key, leftOut);
  }

  #countOf(key: string): Count {
    if (this.#end === undefined) {
      this.#endsAt = Date.now() + MINUTE;
      this.#end = setTimeout(() => this.close(), MINUTE).unref();
    }
    const count = this.#counts.get(key) ?? { taken: 0, leftOut: 0 };
    this.#counts.set(key, count);
    return count;
  }
}
