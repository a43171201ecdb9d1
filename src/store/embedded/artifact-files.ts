import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ByteRange } from '../artifact-store.ts';
import type { ArtifactBytes } from '../documents/artifacts.ts';
import { notFound, unavailable } from '../documents/store-errors.ts';

/** Bytes as files `<first two digits>/<address>` below a folder. */
export function createArtifactFiles(folder: string): ArtifactBytes {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    holds: async ({ sha256, byteLength }) => (await stat(pathOf(sha256)).catch(() => undefined))?.size === byteLength,
    write: async (sha256, bytes) => {
      await save(pathOf(sha256), bytes).catch((error: unknown) => {
        throw unavailable(error);
      });
    },
    read: (sha256, range) => read(pathOf(sha256), sha256, range),
  };
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
