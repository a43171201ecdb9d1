import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '#store/embedded/open-embedded-store.ts';
import type { RawDocument, StoreHarness } from '../../contracts/store/harness.ts';

/** A new folder in the system's place for such. */
export function createFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'nianbao-store-'));
}

/** As NeDB writes dates. */
function reviveDate(_key: string, value: unknown): unknown {
  const isDate = typeof value === 'object' && value !== null && '$$date' in value;
  return isDate ? new Date(Number(value.$$date)) : value;
}

function writeDate(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const given = this[key];
  return given instanceof Date ? { $$date: given.getTime() } : value;
}

/** A harness on a folder of its own. */
export async function createFolderHarness(): Promise<StoreHarness> {
  const folder = await createFolder();
  return {
    open: (options) => openEmbeddedStore({ log: () => undefined, ...options, folder }),
    rewrite: async (collection, change) => {
      const file = join(folder, `${collection}.ndjson`);
      const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.includes('"_id"'));
      const documents = lines.map((line) => JSON.parse(line, reviveDate) as RawDocument);
      await writeFile(file, documents.map((document) => `${JSON.stringify(change(document), writeDate)}\n`).join(''));
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}
