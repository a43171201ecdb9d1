import type { ArtifactStore, ByteRange, RenderingRecord } from '../artifact-store.ts';
import { isSha256, newestFirst, requireMatch, type ArtifactDocument } from './artifact-document.ts';
import type { Collection } from './collection.ts';
import type { Condition } from './condition.ts';
import { notFound } from './store-errors.ts';

/** Where an adapter keeps bytes. Addresses are valid ones. */
export interface ArtifactBytes {
  /** Whether all the bytes of the record are there. */
  holds(record: RenderingRecord): Promise<boolean>;
  /** Keeps the bytes: all of them or, when something breaks, nothing. */
  write(sha256: string, bytes: Uint8Array): Promise<void>;
  /** NOT_FOUND when they are not there; a range is cut to what there is. */
  read(sha256: string, range: ByteRange | undefined): AsyncIterable<Uint8Array>;
}

/** Artifacts of which the records are in a collection. */
export function createArtifacts(records: Collection<ArtifactDocument>, bytesStore: ArtifactBytes): ArtifactStore {
  async function newest(condition: Condition): Promise<RenderingRecord | null> {
    const [found] = await records.find(condition, { sort: newestFirst, limit: 1 });
    return found && (await bytesStore.holds(found.record)) ? found.record : null;
  }

  return {
    save: async (key, record, bytes) => {
      requireMatch(record, bytes);
      if (!(await bytesStore.holds(record))) await bytesStore.write(record.sha256, bytes);
      await records.put({ _id: key, record, savedAt: new Date() });
    },
    find: (key) => newest({ _id: key }),
    findBySha256: (sha256) => newest({ 'record.sha256': sha256 }),
    read: (sha256, range) => read(bytesStore, sha256, range),
  };
}

async function* read(bytesStore: ArtifactBytes, sha256: string, range: ByteRange | undefined) {
  if (!isSha256(sha256)) throw notFound('artifact', sha256);
  yield* bytesStore.read(sha256, range);
}
