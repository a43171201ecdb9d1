import type { ReportDraft } from '#reports/report.ts';
import { decodeText } from './decode-text.ts';
import { checkSize } from './document-size.ts';
import { fillForm } from './fill-form.ts';
import type { Overrides } from './overrides.ts';
import { readText } from './read/text.ts';
import { recognizeForm } from './recognize-form.ts';

/** Reads the text of a page, as it comes out of a PDF or an editor, into a form; whatever else it may look like. */
export function readTextDocument(document: string | Uint8Array, overrides: Overrides = {}): ReportDraft {
  checkSize(document);
  const source = readText(typeof document === 'string' ? document : decodeText(document));
  return fillForm(recognizeForm(source), source, overrides);
}
