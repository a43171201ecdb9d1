import { NianbaoError } from '#errors/nianbao-error.ts';
import type { ReportDraft } from '#reports/report.ts';
import { decodeText } from './decode-text.ts';
import { fillForm } from './fill-form.ts';
import type { Overrides } from './overrides.ts';
import { readText } from './read/text.ts';
import { recognizeForm } from './recognize-form.ts';

/** No report is larger; the city reports that were seen have less than 200 kB of text. */
export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024;

/** Reads a document into a form. Every failure is an error of the catalogue, with the line where there is one. */
export function readDocument(document: string | Uint8Array, overrides: Overrides = {}): ReportDraft {
  const size = typeof document === 'string' ? Buffer.byteLength(document) : document.byteLength;
  if (size > MAX_DOCUMENT_BYTES) throw new NianbaoError('DOCUMENT_TOO_LARGE', { limit: MAX_DOCUMENT_BYTES });
  if (size === 0) throw new NianbaoError('EMPTY_DOCUMENT', {}, { line: 1 });
  const source = readText(typeof document === 'string' ? document : decodeText(document));
  return fillForm(recognizeForm(source), source, overrides);
}
