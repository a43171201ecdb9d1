import { readFile, stat } from 'node:fs/promises';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { MAX_DOCUMENT_BYTES, readDocument } from '#importers/read-document.ts';
import type { ReportDraft } from '#reports/report.ts';

/** Reads a document from a file. Rejects with the importer's errors, and with the file system's. */
export async function readFileDraft(file: string): Promise<ReportDraft> {
  const { size } = await stat(file);
  if (size > MAX_DOCUMENT_BYTES) throw new NianbaoError('DOCUMENT_TOO_LARGE', { limit: MAX_DOCUMENT_BYTES });
  return readDocument(await readFile(file));
}
