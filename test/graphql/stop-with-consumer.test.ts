import { describe, expect, it } from 'vitest';
import { stopWithConsumer } from '#graphql/stop-with-consumer.ts';

/** A source that yields once and then waits for its signal. */
async function* waiting(signal: AbortSignal, ended: () => void): AsyncGenerator<number> {
  try {
    yield 1;
    await new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  } finally {
    ended();
  }
}

describe('a subscription whose consumer goes while nothing comes', () => {
  it('ends its source', async () => {
    let ended = false;
    const values = stopWithConsumer(new AbortController().signal, (signal) => waiting(signal, () => (ended = true)));
    expect(await values.next()).toEqual({ done: false, value: 1 });
    const pending = values.next();
    await values.return?.();
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(ended).toBe(true);
  });
});
