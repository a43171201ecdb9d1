import { encodeGlobalID } from '@pothos/plugin-relay';
import { importReport } from '#importers/import-report.ts';
import type { Config } from './config.ts';
import { createLog } from './create-log.ts';
import { isExport, restoreData, type RestoreCount } from './data-files.ts';
import { openStore } from './open-store.ts';
import { readFileDraft } from './read-file-draft.ts';

/** The id that GraphQL knows a report by, and whether the file made it. */
export interface ImportedFile {
  readonly id: string;
  readonly created: boolean;
}

/** What an export of `nianbao export` brought. */
export interface RestoredFile {
  readonly restored: RestoreCount;
}

/** Imports files into an open store, one by one. */
export interface FileImporter {
  readonly importFile: (file: string) => Promise<ImportedFile | RestoredFile>;
  readonly close: () => Promise<void>;
}

/** A file that can not be read is told of by the reader of documents. */
async function startsLikeExport(file: string): Promise<boolean> {
  return isExport(file).catch(() => false);
}

/** Opens the configured store for importing. */
export async function openFileImporter(config: Config): Promise<FileImporter> {
  const store = await openStore(config, createLog(config.logLevel));
  return {
    importFile: async (file) => {
      if (await startsLikeExport(file)) return { restored: await restoreData(store, file) };
      const { id, created } = await importReport(store, await readFileDraft(file));
      return { id: encodeGlobalID('Report', id), created };
    },
    close: () => store.close(),
  };
}
