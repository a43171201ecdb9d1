import type { IncomingMessage } from 'node:http';
import { NianbaoError } from '#errors/nianbao-error.ts';

/** Documents in one request: 100 MiB, and what stands between them. */
const LONGEST_UPLOAD = 101 * 2 ** 20;
/** A document of a million characters, each of which JSON may write with six bytes. */
const LONGEST_QUERY = 8 * 2 ** 20;

function limitOf({ headers }: IncomingMessage): number {
  return headers['content-type']?.startsWith('multipart/form-data') === true ? LONGEST_UPLOAD : LONGEST_QUERY;
}

/**
 * Holds a request to the length that its kind may have. REQUEST_TOO_LARGE at once where the head says how long it is;
 * `refuse` is told when what arrives without a length is longer, and nothing more of it is kept.
 */
export function limitBody(request: IncomingMessage, refuse: (error: NianbaoError) => void): void {
  const limit = limitOf(request);
  const error = () => new NianbaoError('REQUEST_TOO_LARGE', { limit });
  if (Number(request.headers['content-length'] ?? 0) > limit) throw error();
  let length = 0;
  const push = request.push.bind(request);
  // Listening for the data would take it from who reads it.
  request.push = (chunk: Uint8Array | null, encoding?: BufferEncoding) => {
    const before = length;
    length += chunk?.length ?? 0;
    if (length <= limit) return push(chunk, encoding);
    if (before <= limit) refuse(error());
    return true;
  };
}
