/** Bytes that come in parts, up to a limit. */
export interface Parts {
  /** False, and nothing is kept, when it would be more than the limit. */
  readonly add: (part: Buffer) => boolean;
  /** All that came since the last call. */
  readonly take: () => Buffer;
}

/** Gathers parts; never holds more than `limit` bytes. */
export function createParts(limit: number): Parts {
  let parts: Buffer[] = [];
  let size = 0;
  return {
    add: (part) => {
      size += part.byteLength;
      if (size <= limit) parts.push(part);
      return size <= limit;
    },
    take: () => {
      const bytes = Buffer.concat(parts);
      parts = [];
      size = 0;
      return bytes;
    },
  };
}
