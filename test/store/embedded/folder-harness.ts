import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '#store/embedded/open-embedded-store.ts';
import type { StoreHarness } from '../../contracts/store/harness.ts';

/** A new folder in the system's place for such. */
export function createFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'nianbao-store-'));
}

/** A harness on a folder of its own. */
export async function createFolderHarness(): Promise<StoreHarness> {
  const folder = await createFolder();
  return {
    open: (options) => openEmbeddedStore({ ...options, folder, log: () => undefined }),
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}
