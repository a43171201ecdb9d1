import type { ReportDraft } from '#reports/report.ts';
import { checkSize } from './document-size.ts';
import { fillForm } from './fill-form.ts';
import { fillFreeText } from './fill-free-text.ts';
import type { Overrides } from './overrides.ts';
import { readSource } from './read/index.ts';
import { recognizeForm } from './recognize-form.ts';
import type { Source } from './source.ts';

export { MAX_DOCUMENT_BYTES } from './document-size.ts';

/**
 * Reads a document of any kind that is known into a form. Every failure is an error of the catalogue, with the line
 * where there is one.
 */
export async function readDocument(document: string | Uint8Array, overrides: Overrides = {}): Promise<ReportDraft> {
  checkSize(document);
  const source = await readSource(document);
  try {
    return fillSource(source, overrides);
  } catch (refusal) {
    if (!source.otherwise) throw refusal;
    return fillOtherwise(source.otherwise, overrides, refusal);
  }
}

function fillSource(source: Source, overrides: Overrides): ReportDraft {
  return fillFreeText(source, overrides) ?? fillForm(recognizeForm(source), source, overrides);
}

/** A second reading counts when it succeeds; else the first one's refusal does. */
function fillOtherwise(read: () => Source, overrides: Overrides, refusal: unknown): ReportDraft {
  try {
    return fillSource(read(), overrides);
  } catch {
    throw refusal;
  }
}
