import { describe, expect, it } from 'vitest';
import { readDocument } from '#importers/read-document.ts';

/** A PDF whose pages all show the same content. */
function pdfOf(pages: number, content: string): Uint8Array {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 4} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${kids}]>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ...Array.from({ length: pages }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R>>'),
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new TextEncoder().encode(`%PDF-1.7\n${body}trailer\n<</Root 1 0 R>>\n%%EOF\n`);
}

describe('PDFs that are built to harm', () => {
  it.each([
    ['have more pages than any report', pdfOf(301, ''), 'PDF > 300'],
    ['draw more lines than any table', pdfOf(1, '0 0 m 10 0 l S\n'.repeat(60_001)), 'PDF > 60000'],
  ])('are not read when they %s', async (_, document, reason) => {
    await expect(readDocument(document)).rejects.toMatchObject({ code: 'DOCUMENT_UNSAFE', parameters: { reason } });
  });

  it('may have as many pages as a report can', async () => {
    await expect(readDocument(pdfOf(300, ''))).rejects.toMatchObject({ code: 'DOCUMENT_SCANNED' });
  });
});
