import { createHash } from 'node:crypto';
import type { RenderingRecord, Shown } from '../artifact-store.ts';
import { schemas } from './schema.ts';
import type { Sort } from './condition.ts';

/** Which bytes are the result of a rendering, as both databases keep it. */
export interface ArtifactDocument {
  /** The digest of all that the bytes depend on. */
  readonly _id: string;
  readonly schema: number;
  readonly record: RenderingRecord;
  readonly savedAt: Date;
  /** What it shows, as far as that was noted. */
  readonly shows?: readonly Shown[];
  /** When somebody last saved or asked for it, to the hour. */
  readonly usedAt: Date;
}

/** The index of the dates of use. */
export const usesIndex = 'uses';

/** Newest record first. */
export const newestFirst: Sort = { savedAt: -1, _id: 1 };

/** The record of bytes that are saved now. */
export function toArtifactDocument(key: string, record: RenderingRecord): ArtifactDocument {
  const now = new Date();
  return { _id: key, schema: schemas.artifacts, record, savedAt: now, usedAt: now };
}

/** A record that may be from before uses were noted: it was used when it was saved. */
export function toArtifactOfUse(
  document: Omit<ArtifactDocument, 'usedAt'> & { readonly usedAt?: Date },
): ArtifactDocument {
  const { savedAt, usedAt = savedAt } = document;
  return { ...document, usedAt, schema: schemas.artifacts };
}

/** Whether a text is an address of bytes. */
export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** Whether bytes are what their record says. */
export function matches({ sha256, byteLength }: RenderingRecord, bytes: Uint8Array): boolean {
  return bytes.byteLength === byteLength && createHash('sha256').update(bytes).digest('hex') === sha256;
}

/** Refuses bytes that are not what their record says, because nobody could find them again. */
export function requireMatch(record: RenderingRecord, bytes: Uint8Array): void {
  if (matches(record, bytes)) return;
  throw new RangeError(`The bytes do not have the address that their record says, ${record.sha256}.`);
}
