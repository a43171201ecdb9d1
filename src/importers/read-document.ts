import type { ReportDraft } from '#reports/report.ts';
import { checkSize } from './document-size.ts';
import { fillForm } from './fill-form.ts';
import type { Overrides } from './overrides.ts';
import { readSource } from './read/index.ts';
import { recognizeForm } from './recognize-form.ts';

export { MAX_DOCUMENT_BYTES } from './document-size.ts';

/**
 * Reads a document of any kind that is known into a form. Every failure is an error of the catalogue, with the line
 * where there is one.
 */
export async function readDocument(document: string | Uint8Array, overrides: Overrides = {}): Promise<ReportDraft> {
  checkSize(document);
  const source = await readSource(document);
  return fillForm(recognizeForm(source), source, overrides);
}
