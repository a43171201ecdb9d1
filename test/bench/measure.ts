/** How often a task runs before it is the next one's turn, and how many of these runs do not count. */
const BLOCK = 12;
const WARM_UP = 2;

/**
 * Median milliseconds of each task. They run in turns, so that what else happens on the machine meets all of them
 * alike, and a few times in a row, so that each pays for its own garbage.
 */
export async function interleave<Name extends string>(
  tasks: Readonly<Record<Name, () => Promise<unknown>>>,
  rounds: number,
) {
  const names = Object.keys(tasks) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const taken = await runBlock(tasks[name]);
      // The first round warms up.
      if (round > 0) times[name].push(...taken.slice(WARM_UP));
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>;
}

async function runBlock(task: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < BLOCK; run += 1) {
    const began = performance.now();
    await task();
    times.push(performance.now() - began);
  }
  return times;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which that part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
