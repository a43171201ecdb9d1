import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from 'mongodb';
import type { StoreLog } from '../documents/store-log.ts';
import { hasNoChangeStreams } from './mongo-failures.ts';
import { collectionNames } from './mongo-indexes.ts';
import type { Wakers } from './wakers.ts';

/** Who is told that a job changed, or that any of them may have. */
export type Woken = Pick<Wakers, 'wake' | 'wakeAll'>;

/** Begins to tell; the answer says whether changes are told at the moment. */
export type ChangeFollower = (woken: Woken) => () => boolean;

/** How long one waits before one listens again, in milliseconds. */
const PAUSE = 1000;

/** Listens to the server's change stream of render jobs, where it has one, until `closing` aborts. */
export function followJobChanges(database: Db, log: StoreLog, closing: AbortSignal): ChangeFollower {
  return (woken) => {
    let isOpen = false;

    async function listen(): Promise<void> {
      const stream = database.collection<{ _id: string }>(collectionNames.renderJobs).watch([], { batchSize: 100 });
      const close = () => void stream.close().catch(() => undefined);
      closing.addEventListener('abort', close, { once: true });
      try {
        // Opens it. What changed before is found by who is woken now.
        let change = await stream.tryNext();
        isOpen = true;
        woken.wakeAll();
        for (;;) {
          if (change && 'documentKey' in change) {
            const { _id: id } = change.documentKey;
            woken.wake(id);
          }
          change = await stream.next();
        }
      } finally {
        isOpen = false;
        closing.removeEventListener('abort', close);
        close();
      }
    }

    async function keepListening(): Promise<void> {
      let isTold = false;
      while (!closing.aborted) {
        const failure = await listen().catch((error: unknown) => error);
        if (hasNoChangeStreams(failure)) {
          log({ level: 'info', message: 'the database has no change streams; watched jobs are looked at instead' });
          return;
        }
        if (!isTold && !closing.aborted)
          log({ level: 'warn', message: 'can not listen to changes of jobs', cause: failure });
        isTold = true;
        await pause(PAUSE, undefined, { signal: closing }).catch(() => undefined);
      }
    }

    void keepListening();
    return () => isOpen;
  };
}
