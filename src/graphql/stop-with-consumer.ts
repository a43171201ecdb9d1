/**
 * Iterates over a source that stops by a signal, and stops it when the consumer does: a generator that waits for its
 * next value would not hear of its consumer's `return`.
 */
export function stopWithConsumer<Value>(
  outer: AbortSignal,
  open: (signal: AbortSignal) => AsyncIterable<Value>,
): AsyncIterableIterator<Value> {
  const own = new AbortController();
  const source = open(AbortSignal.any([outer, own.signal]))[Symbol.asyncIterator]();
  return {
    next: () => source.next(),
    return: async () => {
      own.abort();
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
