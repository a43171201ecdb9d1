import { readDocument } from '#importers/read-document.ts';
import type { ReportDraft } from '#reports/report.ts';
import { readBytes } from './read-bytes.ts';

/** Reads a document from a file. NOT_FOUND or FILE_UNREADABLE when that can not be; else the importer's errors. */
export async function readFileDraft(file: string): Promise<ReportDraft> {
  return readDocument(await readBytes(file));
}
