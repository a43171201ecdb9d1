import type { PdfFile } from './file/pdf-file.ts';
import { textOf, textString, type Dict } from './file/values.ts';

/** The annotations of all pages. */
function annotationsOf(file: PdfFile): readonly Dict[] {
  return file.pages.flatMap(({ dict }) => file.list(dict.get('Annots')).map((one) => file.dict(one)));
}

/** Says of every link where it leads (ISO 14289-1, 7.18.5). */
export function describeLinks(file: PdfFile): void {
  for (const annotation of annotationsOf(file)) {
    if (annotation.get('Subtype') !== '/Link' || annotation.has('Contents')) continue;
    const action = file.get(annotation.get('A'));
    const address = action instanceof Map ? textOf(action.get('URI')) : undefined;
    annotation.set('Contents', textString(address ?? '本文件内'));
  }
}
