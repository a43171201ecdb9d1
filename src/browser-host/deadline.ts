/** What a promise is rejected with when its time is over. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    super(`not done within ${milliseconds} ms`);
    this.milliseconds = milliseconds;
  }
}

/**
 * The promise, or a rejection once the time is over or the signal aborts (with the signal's reason). Puppeteer's own
 * promises may never settle when a renderer dies, so none is awaited without this.
 */
export async function within<T>(milliseconds: number, promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  let stop: (() => void) | undefined;
  const end = new Promise<never>((_, reject) => {
    const abort = () => reject(signal?.reason);
    const expire = () => reject(new DeadlineError(milliseconds));
    const timer = setTimeout(expire, milliseconds);
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted) abort();
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
  });
  return Promise.race([promise, end]).finally(() => stop?.());
}
