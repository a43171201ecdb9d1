import type { StoreLog } from './store-log.ts';

/** How often stores look after themselves, in milliseconds. */
export const upkeepInterval = 3_600_000;

/** Something that a store does by itself every so often, named by what it is doing. */
export interface UpkeepTask {
  readonly doing: string;
  readonly run: () => Promise<unknown>;
}

/** How often in milliseconds, and who hears of failures. */
export interface UpkeepOptions {
  readonly every: number;
  readonly log: StoreLog;
}

/** Runs the tasks one after the other, now and every so often; the answer stops it and waits for the task that runs. */
export function startUpkeep(tasks: readonly UpkeepTask[], { every, log }: UpkeepOptions): () => Promise<void> {
  let stopped = false;

  async function attempt({ doing, run }: UpkeepTask): Promise<void> {
    if (stopped) return;
    try {
      await run();
    } catch (cause) {
      if (!stopped) log({ level: 'warn', message: `failed at ${doing}; it will be tried again`, cause });
    }
  }

  async function round(): Promise<void> {
    for (const task of tasks) await attempt(task);
  }

  let running = round();
  const timer = setInterval(() => {
    running = running.then(round);
  }, every).unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}
