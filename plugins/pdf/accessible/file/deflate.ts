import { deflateSync } from 'node:zlib';

/** Packs bytes, or characters that stand for one byte each. */
export function deflate(content: Uint8Array | string): Buffer {
  return deflateSync(typeof content === 'string' ? Buffer.from(content, 'latin1') : content, { level: 6 });
}
