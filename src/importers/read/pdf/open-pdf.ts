import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { NianbaoError } from '#errors/nianbao-error.ts';

/** Reports of provinces have some 40 pages. */
const MOST_PAGES = 300;

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Nothing is fetched, drawn or run: fonts and pictures are not decoded, character maps come from the package. */
const harmless = {
  verbosity: 0,
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  enableXfa: false,
  maxImageSize: 1,
  cMapUrl: join(folder, 'cmaps/'),
  cMapPacked: true,
  standardFontDataUrl: join(folder, 'standard_fonts/'),
};

function refusalOf(cause: unknown): unknown {
  if (cause instanceof NianbaoError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'PasswordException') return new NianbaoError('DOCUMENT_ENCRYPTED', {}, { cause });
  return new NianbaoError('DOCUMENT_DAMAGED', { kind: 'PDF' }, { cause });
}

/** Opens a PDF for one use and closes it again. DOCUMENT_ENCRYPTED, DOCUMENT_DAMAGED or DOCUMENT_UNSAFE when it can not be read. */
export async function withPdf<Result>(
  bytes: Uint8Array,
  use: (pdf: PDFDocumentProxy) => Promise<Result>,
): Promise<Result> {
  // The library takes the bytes for its own.
  const task = getDocument({ ...harmless, data: Uint8Array.from(bytes) });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MOST_PAGES) throw new NianbaoError('DOCUMENT_UNSAFE', { reason: `PDF > ${MOST_PAGES}` });
    return await use(pdf);
  } catch (cause) {
    throw refusalOf(cause);
  } finally {
    await task.destroy();
  }
}
