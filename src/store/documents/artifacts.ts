import type { ArtifactStore, ByteRange, RenderingRecord } from '../artifact-store.ts';
import {
  isSha256,
  newestFirst,
  requireMatch,
  toArtifactDocument,
  usesIndex,
  type ArtifactDocument,
} from './artifact-document.ts';
import type { Collection } from './collection.ts';
import type { Condition } from './condition.ts';
import { expire } from './expire.ts';
import { notFound } from './store-errors.ts';

/** Whether bytes are still needed, asked in the moment before they are removed. */
export type IsNeeded = (sha256: string) => Promise<boolean>;

/** Where an adapter keeps bytes. Addresses are valid ones. */
export interface ArtifactBytes {
  /** Whether all the bytes of the record are there. */
  holds(record: RenderingRecord): Promise<boolean>;
  /** Whether all the bytes of the record are there; if so, a sweep leaves them alone for a time. */
  touch(record: RenderingRecord): Promise<boolean>;
  /** Keeps the bytes: all of them or, when something breaks, nothing. */
  write(sha256: string, bytes: Uint8Array): Promise<void>;
  /** NOT_FOUND when they are not there; a range is cut to what there is. */
  read(sha256: string, range: ByteRange | undefined): AsyncIterable<Uint8Array>;
  /** Removes bytes that were last written or touched before and that are not needed, and what broke off before. */
  sweep(before: Date, isNeeded: IsNeeded): Promise<void>;
}

/** How often it is noted that somebody asked, in milliseconds. */
const noteInterval = 3_600_000;

/** Artifacts of which the records are in a collection. */
export function createArtifacts(
  records: Collection<ArtifactDocument>,
  bytesStore: ArtifactBytes,
  interval = noteInterval,
): ArtifactStore {
  async function newest(condition: Condition): Promise<RenderingRecord | null> {
    const [found] = await records.find(condition, { sort: newestFirst, limit: 1 });
    if (!found) return null;
    const isThere = isNoted(found) ? await bytesStore.holds(found.record) : await note(found);
    return isThere ? found.record : null;
  }

  function isNoted({ usedAt }: ArtifactDocument): boolean {
    return Date.now() - usedAt.getTime() < interval;
  }

  /** False when the artifact went in that moment. */
  async function note({ _id, record }: ArtifactDocument): Promise<boolean> {
    const isThere = await bytesStore.touch(record);
    return isThere && (await records.change({ _id }, { $set: { usedAt: new Date() } })) !== null;
  }

  async function isNeeded(sha256: string): Promise<boolean> {
    const found = await records.find({ 'record.sha256': sha256 }, { limit: 1, paths: ['_id'] });
    return found.length > 0;
  }

  return {
    save: async (key, record, bytes) => {
      requireMatch(record, bytes);
      if (!(await bytesStore.touch(record))) await bytesStore.write(record.sha256, bytes);
      const { _id, ...fields } = toArtifactDocument(key, record);
      // What was noted of it stays.
      if ((await records.change({ _id }, { $set: fields })) === null) await records.put({ _id, ...fields });
    },
    find: (key) => newest({ _id: key }),
    findBySha256: (sha256) => newest({ 'record.sha256': sha256 }),
    noteShown: async (key, shown) => {
      await records.change({ _id: key }, { $addToSet: { shows: shown } });
    },
    shownBy: async (sha256) => {
      const found = await records.find({ 'record.sha256': sha256 }, { paths: ['shows'] });
      return found.flatMap(({ shows = [] }) => shows);
    },
    read: (sha256, range) => read(bytesStore, sha256, range),
    expire: async (before) => {
      const removed = await expire(records, { path: 'usedAt', before, index: usesIndex });
      await bytesStore.sweep(before, isNeeded);
      return removed;
    },
  };
}

async function* read(bytesStore: ArtifactBytes, sha256: string, range: ByteRange | undefined) {
  if (!isSha256(sha256)) throw notFound('artifact', sha256);
  yield* bytesStore.read(sha256, range);
}
