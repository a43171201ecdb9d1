/** A finished document: what it is and the address of its bytes. */
export interface RenderingRecord {
  readonly renderer: string;
  /** With charset where it is text. */
  readonly mediaType: string;
  readonly byteLength: number;
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string;
  readonly filename: string;
}

/** A run of bytes; `end` is the last one, included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A state of a report; of a report what only those may see who see its working edition (revision null). */
export interface ShownState {
  readonly report: string;
  readonly revision: number | null;
}

/** What a document shows, which says who may read it: a state of a report; states of several, all of them; or what everybody may see. */
export type Shown = ShownState | { readonly all: readonly ShownState[] } | 'everybody';

/** Bytes of finished documents, addressed by their SHA-256, and which rendering they are the result of. */
export interface ArtifactStore {
  /** Keeps the bytes, then the record under `key` (a digest of all that the bytes depend on). Keeping twice is harmless. */
  save(key: string, record: RenderingRecord, bytes: Uint8Array): Promise<void>;
  /** The record kept under a key, if its bytes are still there. Who finds it, by key or address, has asked for it. */
  find(key: string): Promise<RenderingRecord | null>;
  /** A record of those bytes, newest first. */
  findBySha256(sha256: string): Promise<RenderingRecord | null>;
  /** Notes what the document under a key shows; harmless when that is noted already, or the document gone. */
  noteShown(key: string, shown: Shown): Promise<void>;
  /** All that is noted of documents with those bytes. */
  shownBy(sha256: string): Promise<readonly Shown[]>;
  /** The bytes, or a run of them, in pieces; NOT_FOUND when they are not there. */
  read(sha256: string, range?: ByteRange): AsyncIterable<Uint8Array>;
  /**
   * Removes the records that nobody saved or asked for since, and bytes without a record; how many records. That
   * somebody asked is noted once an hour at most, so that days are what to count in.
   */
  expire(unusedSince: Date): Promise<number>;
}
