import { encodeGlobalID } from '@pothos/plugin-relay';
import { importReport } from '#importers/import-report.ts';
import type { Config } from './config.ts';
import { createLog } from './create-log.ts';
import { openStore } from './open-store.ts';
import { readFileDraft } from './read-file-draft.ts';

/** The id that GraphQL knows a report by, and whether the file made it. */
export interface ImportedFile {
  readonly id: string;
  readonly created: boolean;
}

/** Imports files into an open store, one by one. */
export interface FileImporter {
  readonly importFile: (file: string) => Promise<ImportedFile>;
  readonly close: () => Promise<void>;
}

/** Opens the configured store for importing. */
export async function openFileImporter(config: Config): Promise<FileImporter> {
  const store = await openStore(config, createLog(config.logLevel));
  return {
    importFile: async (file) => {
      const { id, created } = await importReport(store, await readFileDraft(file));
      return { id: encodeGlobalID('Report', id), created };
    },
    close: () => store.close(),
  };
}
