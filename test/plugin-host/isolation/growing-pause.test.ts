import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { GrowingPause } from '#plugin-host/isolation/growing-pause.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Milliseconds that a pause lasts. */
async function lengthOf(pause: GrowingPause): Promise<number> {
  const begin = Date.now();
  pause.begin(() => undefined);
  await vi.advanceTimersToNextTimerAsync();
  return Date.now() - begin;
}

it('is twice as long each time, up to half a minute, and short again when told', async () => {
  const pause = new GrowingPause();
  const lengths: number[] = [];
  for (let turn = 0; turn < 10; turn++) lengths.push(await lengthOf(pause));
  expect(lengths).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 12_800, 25_600, 30_000]);
  pause.shorten();
  expect(await lengthOf(pause)).toBe(100);
});

it('is one at a time, and tells nobody when it is cancelled', async () => {
  const pause = new GrowingPause();
  const told: string[] = [];
  pause.begin(() => told.push('first'));
  pause.begin(() => told.push('second'));
  expect(pause.lasts).toBe(true);
  await vi.runAllTimersAsync();
  expect([told, pause.lasts]).toEqual([['first'], false]);
  pause.begin(() => told.push('third'));
  pause.cancel();
  await vi.runAllTimersAsync();
  expect(told).toEqual(['first']);
});
