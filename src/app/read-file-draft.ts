import { readFile, stat } from 'node:fs/promises';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { MAX_DOCUMENT_BYTES, readDocument } from '#importers/read-document.ts';
import type { ReportDraft } from '#reports/report.ts';

function explain(file: string, cause: NodeJS.ErrnoException): unknown {
  if (cause.code === 'ENOENT') return new NianbaoError('NOT_FOUND', { id: file }, { cause });
  if (cause.code === 'EISDIR' || cause.code === 'EACCES')
    return new NianbaoError('FILE_UNREADABLE', { file }, { cause });
  return cause;
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > MAX_DOCUMENT_BYTES) throw new NianbaoError('DOCUMENT_TOO_LARGE', { limit: MAX_DOCUMENT_BYTES });
    return await readFile(file);
  } catch (cause) {
    throw explain(file, cause as NodeJS.ErrnoException);
  }
}

/** Reads a document from a file. NOT_FOUND or FILE_UNREADABLE when that can not be; else the importer's errors. */
export async function readFileDraft(file: string): Promise<ReportDraft> {
  return readDocument(await readBytes(file));
}
