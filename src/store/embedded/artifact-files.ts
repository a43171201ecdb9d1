import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ByteRange } from '../artifact-store.ts';
import type { ArtifactBytes, IsNeeded } from '../documents/artifacts.ts';
import { createMutex } from '../documents/mutex.ts';
import { notFound, unavailable } from '../documents/store-errors.ts';

/** Bytes as files `<first two digits>/<address>` below a folder. The date of a file is when it was last touched. */
export function createArtifactFiles(folder: string): ArtifactBytes {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  // A file is not touched between the look at its date and its removal.
  const oneByOne = createMutex();
  return {
    holds: async ({ sha256, byteLength }) => (await stat(pathOf(sha256)).catch(() => undefined))?.size === byteLength,
    touch: (record) => oneByOne(() => touch(pathOf(record.sha256), record.byteLength)),
    write: async (sha256, bytes) => {
      await save(pathOf(sha256), bytes).catch((error: unknown) => {
        throw unavailable(error);
      });
    },
    read: (sha256, range) => read(pathOf(sha256), sha256, range),
    sweep: async (before, isNeeded) => {
      for (const path of await filesBelow(folder)) await oneByOne(() => removeUnneeded(path, before, isNeeded));
    },
  };
}

async function touch(path: string, byteLength: number): Promise<boolean> {
  const now = new Date();
  const isTouched = await utimes(path, now, now).then(
    () => true,
    () => false,
  );
  return isTouched && (await stat(path).catch(() => undefined))?.size === byteLength;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

/** Also what was never finished: it has no address for a name. */
async function removeUnneeded(path: string, before: Date, isNeeded: IsNeeded): Promise<void> {
  const file = await stat(path).catch(() => undefined);
  if (!file || file.mtime >= before || (await isNeeded(basename(path)))) return;
  await rm(path, { force: true });
}

async function save(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.unfinished`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(unfinished, bytes, { flush: true });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
  await flushFolder(dirname(path));
}

/** Makes the names in a folder outlive a power loss, where the system lets a folder be flushed. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function* read(path: string, sha256: string, range: ByteRange | undefined): AsyncGenerator<Uint8Array, void> {
  try {
    yield* createReadStream(path, range) as AsyncIterable<Uint8Array>;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw isMissing ? notFound('artifact', sha256) : unavailable(error);
  }
}
