import { zipSync, type Zippable } from 'fflate';
import type { BatchItem } from '#importers/batch/batch-item.ts';

/** An archive of files by their paths. */
export function zip(files: Zippable): Uint8Array {
  return zipSync(files, { mtime: new Date('2025-01-20T00:00:00') });
}

/** Bytes as an item of a batch. */
export function itemOf(name: string, bytes: Uint8Array): BatchItem {
  return { name, read: () => Promise.resolve(bytes) };
}

/** The archive with one text in the place of another of the same length, everywhere in it. */
export function patch(archive: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
  const patched = Buffer.from(archive);
  for (let at = patched.indexOf(from); at !== -1; at = patched.indexOf(from, at + to.length)) patched.set(to, at);
  return patched;
}
