import { PDFArray, PDFDict, PDFRef, PDFStream, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

/** Removes the objects that nothing refers to any more. */
export function dropUnreachable(pdf: PDFDocument): void {
  const { Root, Info } = pdf.context.trailerInfo;
  const reached = new Set<PDFRef>();
  const waiting = [Root, Info];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next instanceof PDFRef) {
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(pdf.context.lookup(next));
    } else {
      waiting.push(...partsOf(next));
    }
  }
  for (const [ref] of pdf.context.enumerateIndirectObjects()) if (!reached.has(ref)) pdf.context.delete(ref);
}

function partsOf(object: PDFObject): readonly PDFObject[] {
  if (object instanceof PDFArray) return object.asArray();
  if (object instanceof PDFDict) return object.values();
  return object instanceof PDFStream ? object.dict.values() : [];
}
