import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import { importReport } from '#importers/import-report.ts';
import { readDocument } from '#importers/read-document.ts';
import { openEmbeddedStore } from '#store/embedded/open-embedded-store.ts';
import type { Store } from '#store/store.ts';
import type { Config } from './config.ts';
import { logOf } from './create-log.ts';

const sample = new URL('sample/beiguan-gongxinju-2024.txt', import.meta.url);

/** Opens the store that the configuration names. */
export async function openStore({ dataFolder }: Config, log: Logger): Promise<Store> {
  return openEmbeddedStore({ folder: dataFolder, log: logOf(log, 'store') });
}

/** Puts the bundled report, which its body has published, into an empty store. */
export async function storeSample(store: Store): Promise<void> {
  if ((await store.reports.count({})) > 0) return;
  await importReport(store, readDocument(await readFile(sample)), 'PUBLISHED');
}
