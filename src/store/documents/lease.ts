import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { localClock, type Clock } from './clock.ts';
import type { Collection } from './collection.ts';
import type { Exclusion, StillAlone } from './exclusion.ts';
import { createMutex } from './mutex.ts';
import { unavailable } from './store-errors.ts';

/** Who may do what the id names, and until when. */
export interface LeaseDocument {
  readonly _id: string;
  readonly holder: string;
  readonly until: Date;
}

/** How long a lease lasts without being renewed, and how long one waits for another's, in milliseconds. */
export interface LeaseTimes {
  readonly lease: number;
  readonly patience: number;
}

/** Times, and whose clock they are measured by; this machine's unless told. */
export interface LeaseSettings extends LeaseTimes {
  readonly clock?: Clock;
}

/** Times for changes of the tree of organizations. */
export const defaultTimes: LeaseTimes = { lease: 30_000, patience: 45_000 };

/** An exclusion between processes: a lease in the database, which ends by itself when its holder dies. */
export function createLease(
  collection: Collection<LeaseDocument>,
  name: string,
  { clock = localClock, ...times }: LeaseSettings = defaultTimes,
): Exclusion {
  const oneByOne = createMutex();
  const end = () => new Date(clock().getTime() + times.lease);

  async function take(holder: string): Promise<boolean> {
    const until = end();
    const free = { _id: name, until: { $lte: clock() } };
    if (await collection.change(free, { $set: { holder, until } })) return true;
    return collection.insert({ _id: name, holder, until });
  }

  async function waitFor(holder: string): Promise<void> {
    const patience = Date.now() + times.patience;
    for (let wait = 10; !(await take(holder)); wait = Math.min(2 * wait, 500)) {
      if (Date.now() > patience) throw unavailable(new Error(`another process holds the lease ${name}`));
      await pause(wait);
    }
  }

  async function runAlone<Result>(task: (stillAlone: StillAlone) => Promise<Result>): Promise<Result> {
    const holder = randomUUID();
    const held = { _id: name, holder };
    await waitFor(holder);
    try {
      return await task(async () => {
        if (await collection.change(held, { $set: { until: end() } })) return;
        throw unavailable(new Error(`the lease ${name} was lost to another process`));
      });
    } finally {
      // Who cannot give it back leaves it to run out.
      await collection.change(held, { $set: { until: new Date(0) } }).catch(() => undefined);
    }
  }

  return (task) => oneByOne(() => runAlone(task));
}
