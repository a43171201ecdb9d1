import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createThrottle } from '#rendering/throttle.ts';

it('runs at once, once more for all calls meanwhile, and never twice at a time', async () => {
  let [runs, atATime, most] = [0, 0, 0];
  const call = createThrottle(async () => {
    runs += 1;
    atATime += 1;
    most = Math.max(most, atATime);
    await pause(20);
    atATime -= 1;
  }, 20);
  for (let index = 0; index < 1000; index += 1) call();
  expect(runs).toBe(1);
  await expect.poll(() => runs).toBe(2);
  await pause(200);
  expect({ runs, most }).toEqual({ runs: 2, most: 1 });
  call();
  expect(runs).toBe(3);
});
