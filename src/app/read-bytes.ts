import { readFile, stat } from 'node:fs/promises';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { MAX_DOCUMENT_BYTES } from '#importers/read-document.ts';

function explain(file: string, cause: NodeJS.ErrnoException): unknown {
  if (cause.code === 'ENOENT') return new NianbaoError('NOT_FOUND', { id: file }, { cause });
  if (cause.code === 'EISDIR' || cause.code === 'EACCES')
    return new NianbaoError('FILE_UNREADABLE', { file }, { cause });
  return cause;
}

/** A document's bytes. NOT_FOUND or FILE_UNREADABLE when that can not be, DOCUMENT_TOO_LARGE before they are read. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > MAX_DOCUMENT_BYTES) throw new NianbaoError('DOCUMENT_TOO_LARGE', { limit: MAX_DOCUMENT_BYTES });
    return await readFile(file);
  } catch (cause) {
    throw explain(file, cause as NodeJS.ErrnoException);
  }
}
