import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isSha256, newestFirst, requireMatch, type ArtifactDocument } from '../documents/artifact-document.ts';
import { notFound } from '../documents/store-errors.ts';
import type { ArtifactStore, ByteRange, RenderingRecord } from '../artifact-store.ts';
import type { Collection } from './collection.ts';
import { artifactPath, saveBytes } from './artifact-files.ts';

/** Indexes of the artifacts' data file. */
export const artifactIndexes = [{ fieldName: 'record.sha256' }];

/** Bytes as files below a folder, their records in a collection. */
export function createArtifacts(folder: string, records: Collection<ArtifactDocument>): ArtifactStore {
  async function newest(condition: Record<string, string>): Promise<RenderingRecord | null> {
    const [found] = await records.find(condition, { sort: newestFirst, limit: 1 });
    return found && (await holds(folder, found.record)) ? found.record : null;
  }

  return {
    save: async (key, record, bytes) => {
      requireMatch(record, bytes);
      if (!(await holds(folder, record))) await saveBytes(folder, record.sha256, bytes);
      await records.put({ _id: key, record, savedAt: new Date() });
    },
    find: (key) => newest({ _id: key }),
    findBySha256: (sha256) => newest({ 'record.sha256': sha256 }),
    read: (sha256, range) => read(folder, sha256, range),
  };
}

async function holds(folder: string, { sha256, byteLength }: RenderingRecord): Promise<boolean> {
  const found = await stat(artifactPath(folder, sha256)).catch(() => undefined);
  return found?.size === byteLength;
}

async function* read(folder: string, sha256: string, range: ByteRange | undefined): AsyncGenerator<Uint8Array, void> {
  if (!isSha256(sha256)) throw notFound('artifact', sha256);
  try {
    yield* createReadStream(artifactPath(folder, sha256), range) as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw notFound('artifact', sha256);
    throw error;
  }
}
