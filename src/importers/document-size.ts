import { NianbaoError } from '#errors/nianbao-error.ts';

/** No report is larger; the city reports that were seen have less than 200 kB of text. */
export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024;

/** DOCUMENT_TOO_LARGE or EMPTY_DOCUMENT when a document can not be read for its size alone. */
export function checkSize(document: string | Uint8Array): void {
  const size = typeof document === 'string' ? Buffer.byteLength(document) : document.byteLength;
  if (size > MAX_DOCUMENT_BYTES) throw new NianbaoError('DOCUMENT_TOO_LARGE', { limit: MAX_DOCUMENT_BYTES });
  if (size === 0) throw new NianbaoError('EMPTY_DOCUMENT', {}, { line: 1 });
}
