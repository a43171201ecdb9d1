/** Those who wait to be told that something of an id may have changed. */
export interface Wakers {
  /** Resolves when somebody wakes the id, or the signal aborts. */
  wait(id: string, signal: AbortSignal): Promise<void>;
  wake(id: string): void;
  wakeAll(): void;
  /** The ids that are waited for. */
  ids(): string[];
}

/** Nobody who waits, to begin with. */
export function createWakers(): Wakers {
  const waiting = new Map<string, Set<() => void>>();

  function wake(id: string): void {
    const woken = waiting.get(id) ?? [];
    waiting.delete(id);
    for (const resolve of woken) resolve();
  }

  function leave(id: string, resolve: () => void): void {
    const others = waiting.get(id);
    others?.delete(resolve);
    if (others?.size === 0) waiting.delete(id);
  }

  function wait(id: string, signal: AbortSignal): Promise<void> {
    return new Promise((settle) => {
      if (signal.aborted) {
        settle();
        return;
      }
      const resolve = () => {
        signal.removeEventListener('abort', resolve);
        leave(id, resolve);
        settle();
      };
      signal.addEventListener('abort', resolve);
      waiting.set(id, (waiting.get(id) ?? new Set()).add(resolve));
    });
  }

  return {
    wait,
    wake,
    wakeAll: () => {
      for (const id of waiting.keys()) wake(id);
    },
    ids: () => [...waiting.keys()],
  };
}
