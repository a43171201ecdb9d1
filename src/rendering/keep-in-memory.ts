import { LRUCache } from 'lru-cache';
import type { ArtifactStore, RenderingRecord } from '#store/artifact-store.ts';

/** How much is kept unless told: some five hundred PDFs. */
const MEMORY_BYTES = 64 * 2 ** 20;
const MOST_RECORDS = 10_000;
/** After so long the store is asked again, for it counts from the last time how long a document is kept. */
const RECORD_MILLISECONDS = 3_600_000;

/** One document may take so much of the memory. */
const LARGEST_PART = 1 / 8;

async function* remembering(
  pieces: AsyncIterable<Uint8Array>,
  limit: number,
  remember: (bytes: Buffer) => void,
): AsyncIterable<Uint8Array> {
  const copies: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size <= limit) copies.push(Buffer.from(piece));
    else copies.length = 0;
    yield piece;
  }
  if (size <= limit) remember(Buffer.concat(copies));
}

async function* copyOf(bytes: Buffer, start = 0, end = bytes.length - 1): AsyncIterable<Uint8Array> {
  const run = bytes.subarray(start, end + 1);
  if (run.length > 0) yield Buffer.from(run);
}

async function recordIn(
  records: LRUCache<string, RenderingRecord>,
  name: string,
  ask: (name: string) => Promise<RenderingRecord | null>,
): Promise<RenderingRecord | null> {
  const record = records.get(name) ?? (await ask(name));
  if (record) records.set(name, record, { noUpdateTTL: true });
  return record && { ...record };
}

/**
 * An artifact store that answers from memory for the documents that were asked for last, as many as fit into
 * `limitBytes`. What it says of a document may be an hour old; the bytes at an address never change.
 */
export function keepInMemory(artifacts: ArtifactStore, limitBytes = MEMORY_BYTES): ArtifactStore {
  const largest = limitBytes * LARGEST_PART;
  const bytes = new LRUCache<string, Buffer>({
    maxSize: limitBytes,
    maxEntrySize: largest,
    sizeCalculation: ({ length }) => Math.max(1, length),
  });
  const settings = { max: MOST_RECORDS, ttl: RECORD_MILLISECONDS };
  const byKey = new LRUCache<string, RenderingRecord>(settings);
  const byAddress = new LRUCache<string, RenderingRecord>(settings);

  return {
    save: async (key, record, content) => {
      const copy = content.byteLength <= largest ? Buffer.from(content) : undefined;
      await artifacts.save(key, record, content);
      byKey.set(key, { ...record });
      byAddress.set(record.sha256, { ...record });
      if (copy) bytes.set(record.sha256, copy);
    },
    find: (key) => recordIn(byKey, key, (name) => artifacts.find(name)),
    findBySha256: (sha256) => recordIn(byAddress, sha256, (name) => artifacts.findBySha256(name)),
    noteShown: (key, shown) => artifacts.noteShown(key, shown),
    shownBy: (sha256) => artifacts.shownBy(sha256),
    read: (sha256, range) => {
      const kept = bytes.get(sha256);
      if (kept) return copyOf(kept, range?.start, range?.end);
      const pieces = artifacts.read(sha256, range);
      return range ? pieces : remembering(pieces, largest, (whole) => bytes.set(sha256, whole));
    },
    expire: async (unusedSince) => {
      const removed = await artifacts.expire(unusedSince);
      for (const cache of [bytes, byKey, byAddress]) cache.clear();
      return removed;
    },
  };
}
