import { encodeGlobalID } from '@pothos/plugin-relay';
import { toNianbaoError, type NianbaoError } from '#errors/nianbao-error.ts';
import { importBatch, type ItemOutcome } from '#importers/batch/import-batch.ts';
import type { OnExisting } from '#importers/import-report.ts';
import { createIsolatedReader } from '#importers/reader/isolated-reader.ts';
import type { Store } from '#store/store.ts';
import type { Config } from './config.ts';
import { createLog } from './create-log.ts';
import { isExport, restoreData, type RestoreCount } from './data-files.ts';
import { fileItems } from './file-items.ts';
import { openStore } from './open-store.ts';

/** What became of one document: the id that GraphQL knows its report by, what an export brought, or why nothing. */
export type FileOutcome = { readonly file: string } & (
  | { readonly id: string; readonly created: boolean; readonly outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED' }
  | { readonly restored: RestoreCount }
  | { readonly error: NianbaoError }
);

/** How files are imported. */
export interface FileImportOptions {
  readonly onExisting: OnExisting;
  /** Told before the first document how many there are. */
  readonly onTotal?: (total: number) => void;
}

/** Imports into an open store. */
export interface FileImporter {
  /** Files, folders and ZIP archives; exports first. Rejects when the store is away. */
  readonly importAll: (paths: readonly string[], options: FileImportOptions) => AsyncIterable<FileOutcome>;
  readonly close: () => Promise<void>;
}

/** A file that can not be read is told of by the reader of documents. */
async function startsLikeExport(file: string): Promise<boolean> {
  return isExport(file).catch(() => false);
}

async function restoreFile(store: Store, file: string): Promise<FileOutcome> {
  try {
    return { file, restored: await restoreData(store, file) };
  } catch (cause) {
    return { file, error: toNianbaoError(cause) };
  }
}

function fileOutcome(item: ItemOutcome): FileOutcome {
  if (item.outcome === 'REFUSED') return { file: item.name, error: item.error };
  const { name: file, outcome, report } = item;
  return { file, id: encodeGlobalID('Report', report), created: outcome === 'CREATED', outcome };
}

/** Opens the configured store for importing. */
export async function openFileImporter(config: Config): Promise<FileImporter> {
  const store = await openStore(config, createLog(config.logLevel));
  const reader = createIsolatedReader();

  async function* importAll(paths: readonly string[], options: FileImportOptions): AsyncGenerator<FileOutcome> {
    const documents: string[] = [];
    const exported: string[] = [];
    for (const path of paths) ((await startsLikeExport(path)) ? exported : documents).push(path);
    const { total, items } = await fileItems(documents);
    options.onTotal?.(total + exported.length);
    for (const file of exported) yield restoreFile(store, file);
    for await (const item of importBatch(items, { store, reader, onExisting: options.onExisting }))
      yield fileOutcome(item);
  }

  return {
    importAll,
    close: async () => {
      await reader.close();
      await store.close();
    },
  };
}
