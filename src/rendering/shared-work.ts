import type { RenderControl } from './renderer-catalogue.ts';

interface Work<Result> {
  readonly result: Promise<Result>;
  readonly followers: Set<RenderControl>;
  readonly abandoned: AbortController;
  progress: number;
}

/** Rejects when the signal aborts; `settled` takes the listener away. */
function departure({ signal }: RenderControl, settled: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const leave = () => reject(signal.reason as Error);
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true, signal: settled });
  });
}

/**
 * Work that is done once for all who want the same at the same time. Who leaves leaves the others their work; when the
 * last one has left it is aborted.
 */
export class SharedWork<Result> {
  readonly #underWay = new Map<string, Work<Result>>();

  /** Joins the work under that key, or begins it. Rejects with the caller's own reason when its signal aborts. */
  async join(key: string, caller: RenderControl, begin: (control: RenderControl) => Promise<Result>): Promise<Result> {
    caller.signal.throwIfAborted();
    const work = this.#underWay.get(key) ?? this.#begin(key, begin);
    work.followers.add(caller);
    caller.progress(work.progress);
    const settled = new AbortController();
    try {
      return await Promise.race([work.result, departure(caller, settled.signal)]);
    } finally {
      settled.abort();
      work.followers.delete(caller);
      if (work.followers.size === 0) this.#end(key, work, caller.signal.reason);
    }
  }

  #begin(key: string, begin: (control: RenderControl) => Promise<Result>): Work<Result> {
    const followers = new Set<RenderControl>();
    const abandoned = new AbortController();
    const progress = (fraction: number) => {
      work.progress = fraction;
      for (const follower of followers) follower.progress(fraction);
    };
    const result = Promise.resolve().then(() => begin({ signal: abandoned.signal, progress }));
    const work: Work<Result> = { result, followers, abandoned, progress: 0 };
    // Nobody may be left to hear that it was aborted.
    result.catch(() => undefined).finally(() => this.#forget(key, work));
    this.#underWay.set(key, work);
    return work;
  }

  /** Who comes after the last one has left begins anew. */
  #end(key: string, work: Work<Result>, reason: unknown): void {
    this.#forget(key, work);
    work.abandoned.abort(reason);
  }

  #forget(key: string, work: Work<Result>): void {
    if (this.#underWay.get(key) === work) this.#underWay.delete(key);
  }
}
