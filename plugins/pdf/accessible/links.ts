import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib';

const Contents = PDFName.of('Contents');

/** Says of every link where it leads (ISO 14289-1, 7.18.5). */
export function describeLinks(pdf: PDFDocument): void {
  for (const { node } of pdf.getPages()) {
    const annotations = node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? [];
    for (const one of annotations) describe(pdf.context.lookup(one, PDFDict));
  }
}

function describe(annotation: PDFDict): void {
  if (annotation.lookup(PDFName.of('Subtype')) !== PDFName.of('Link') || annotation.has(Contents)) return;
  const address = annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'));
  const target = address instanceof PDFString || address instanceof PDFHexString ? address.decodeText() : '本文件内';
  annotation.set(Contents, PDFHexString.fromText(target));
}
