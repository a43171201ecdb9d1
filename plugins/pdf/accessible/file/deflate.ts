import { deflateSync } from 'node:zlib';
import { dictOf, Stream } from './values.ts';

/** Packs bytes, or characters that stand for one byte each. */
export function deflate(content: Uint8Array | string): Buffer {
  return deflateSync(typeof content === 'string' ? Buffer.from(content, 'latin1') : content, { level: 5, memLevel: 9 });
}

/** A stream of packed content. */
export function packed(content: Uint8Array | string, entries: Readonly<Record<string, string>> = {}): Stream {
  return new Stream(dictOf({ Filter: '/FlateDecode', ...entries }), deflate(content));
}
