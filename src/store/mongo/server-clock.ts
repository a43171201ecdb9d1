import type { Clock } from '../documents/clock.ts';
import type { StoreLog } from '../documents/store-log.ts';
import { operationLimit, type MongoConnection } from './mongo-connection.ts';

/** A difference that an operator should know of, in milliseconds. */
const NOTABLE = 2000;

/** The database's clock, by which the leases of all processes run. */
export interface ServerClock {
  readonly now: Clock;
  /** Compares it with this machine's again. */
  refresh(): Promise<void>;
}

/** A clock that is this machine's until it is compared. */
export function createServerClock({ database, run }: MongoConnection, log: StoreLog): ServerClock {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    refresh: async () => {
      const asked = Date.now();
      const { localTime } = await run(() => database.command({ hello: 1, maxTimeMS: operationLimit }));
      if (!(localTime instanceof Date)) return;
      ahead = Math.round(localTime.getTime() - (asked + Date.now()) / 2);
      if (Math.abs(ahead) < NOTABLE) return;
      log({ level: 'warn', message: 'this machine’s clock is not the database’s', seconds: -ahead / 1000 });
    },
  };
}
