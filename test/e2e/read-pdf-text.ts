import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What pdf.js finds in a PDF. */
export interface PdfText {
  readonly pages: number;
  readonly tagged: boolean;
  /** All text, without the ends of lines. */
  readonly text: string;
}

/** Reads a PDF's text as a reader that does not honour ActualText would. */
export async function readPdfText(data: Uint8Array): Promise<PdfText> {
  const task = getDocument({ data, verbosity: 0 });
  const document = await task.promise;
  try {
    const texts: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const content = await (await document.getPage(number)).getTextContent();
      texts.push(content.items.map((item) => ('str' in item ? item.str : '')).join(''));
    }
    const marks = await document.getMarkInfo();
    return { pages: document.numPages, tagged: marks?.['Marked'] === true, text: texts.join('') };
  } finally {
    await task.destroy();
  }
}
