import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { hasCode } from '#errors/nianbao-error.ts';
import { importReport } from '#importers/import-report.ts';
import { readDocument } from '#importers/read-document.ts';
import type { Retention } from '#store/retention.ts';
import type { Store } from '#store/store.ts';
import type { Config } from './config.ts';
import { logOf } from './create-log.ts';

const sample = new URL('sample/beiguan-gongxinju-2024.txt', import.meta.url);

/**
 * Opens the store that the configuration names; the driver of the other one is not loaded. Only with a retention is
 * anything removed from it: a command that passes by shall not.
 */
export async function openStore(
  { mongodbUri, dataFolder }: Config,
  log: Logger,
  retention?: Retention,
): Promise<Store> {
  const logStore = logOf(log, 'store');
  if (mongodbUri === undefined) {
    const { openEmbeddedStore } = await import('#store/embedded/open-embedded-store.ts');
    return openEmbeddedStore({ folder: dataFolder, log: logStore, retention });
  }
  const { openMongoStore } = await import('#store/mongo/open-mongo-store.ts');
  return openMongoStore({ uri: mongodbUri, log: logStore, retention });
}

/** Longest pause between two attempts to reach the database, in milliseconds. */
const LONGEST_PAUSE = 5000;

/** Opens the store; a database that is away is waited for, and the log says so, until `signal` aborts. */
export async function waitForStore(config: Config, log: Logger, signal: AbortSignal): Promise<Store> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await openStore(config, log, config.retention);
    } catch (cause) {
      if (config.mongodbUri === undefined || !hasCode(cause, 'STORE_UNAVAILABLE')) throw cause;
      logOf(
        log,
        'store',
      )({ level: 'warn', message: 'the database can not be reached; waiting for it', attempt, cause });
      await pause(Math.min(LONGEST_PAUSE, 500 * attempt), undefined, { signal });
    }
  }
}

/** Puts the bundled report, which its body has published, into an empty store. */
export async function storeSample(store: Store): Promise<void> {
  if ((await store.reports.seenBy('everything').count({})) > 0) return;
  await importReport(store, await readDocument(await readFile(sample)), { status: 'PUBLISHED' });
}
