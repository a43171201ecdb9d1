import type { Readable } from 'node:stream';

/** More than this on standard output and standard error in one rendering is no log any more. */
const FLOOD_BYTES = 1024 * 1024;
/** Of which so much is kept for the log. */
const KEPT_BYTES = 16 * 1024;

/** What a child wrote to its standard output and standard error. */
export interface ChildWords {
  /** What was written since the last call, cut to a limit; empty when there was nothing. */
  readonly take: () => string;
  /** The end of what was written, for the reason of a crash. */
  readonly tail: () => string;
}

/** Reads a child's standard output and standard error, so that neither blocks nor fills the gateway. */
export function readWords(streams: readonly (Readable | null | undefined)[], onFlood: () => void): ChildWords {
  let kept = '';
  let tail = '';
  let written = 0;
  const read = (chunk: Buffer) => {
    written += chunk.byteLength;
    if (kept.length < KEPT_BYTES) kept += chunk.subarray(0, KEPT_BYTES).toString();
    tail = (tail + chunk.subarray(-KEPT_BYTES).toString()).slice(-KEPT_BYTES);
    if (written > FLOOD_BYTES) onFlood();
  };
  for (const stream of streams) stream?.on('data', read);
  return {
    take: () => {
      const words = kept.slice(0, KEPT_BYTES);
      kept = '';
      written = 0;
      return words;
    },
    tail: () => tail,
  };
}
