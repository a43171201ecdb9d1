import { unzipSync, zipSync } from 'fflate';

// What a zip file stores is local time, so this is the same bytes in every time zone.
const earliest = new Date(1980, 0, 1);

/** The same files with one date for all, so that the archive does not tell when it was made. */
export function pack(archive: Uint8Array): Uint8Array {
  return zipSync(unzipSync(archive), { mtime: earliest, level: 6 });
}
