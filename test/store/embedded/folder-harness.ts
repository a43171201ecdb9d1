import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '#store/embedded/open-embedded-store.ts';
import type { RawDocument, StoreHarness } from '../../contracts/store/harness.ts';

/** A new folder in the system's place for such. */
export function createFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'nianbao-store-'));
}

/** A harness on a folder of its own. */
export async function createFolderHarness(): Promise<StoreHarness> {
  const folder = await createFolder();
  return {
    open: (options) => openEmbeddedStore({ log: () => undefined, ...options, folder }),
    rewrite: async (collection, change) => {
      const file = join(folder, `${collection}.ndjson`);
      const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.includes('"_id"'));
      const documents = lines.map((line) => JSON.parse(line) as RawDocument);
      await writeFile(file, documents.map((document) => `${JSON.stringify(change(document))}\n`).join(''));
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}
