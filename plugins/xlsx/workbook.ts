import { Workbook } from '@cj-tech-master/excelts';
import type { PrintableDocument } from 'nianbao/plugin-api';
import type { XlsxOptions } from './options.ts';
import { pack } from './pack.ts';
import { plain } from './plain.ts';
import { sheetsOf } from './sheets.ts';
import { addTableSheet } from './table-sheet.ts';
import { addTextSheet } from './text-sheet.ts';

const epoch = new Date(0);

function dateOf(instant: string): Date {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? epoch : date;
}

function emptyWorkbook({ title, metadata }: PrintableDocument): Workbook {
  const workbook = new Workbook();
  workbook.title = plain(title);
  workbook.subject = plain(metadata.subject);
  workbook.creator = plain(metadata.author);
  workbook.lastModifiedBy = plain(metadata.author);
  workbook.keywords = plain(metadata.keywords.join('，'));
  workbook.created = workbook.modified = dateOf(metadata.modified);
  return workbook;
}

/** The document as a workbook: the same bytes for the same document. */
export async function renderWorkbook(document: PrintableDocument, options: XlsxOptions): Promise<Uint8Array> {
  const workbook = emptyWorkbook(document);
  const sheets = sheetsOf(document);
  addTextSheet(workbook, document, sheets);
  for (const sheet of sheets) addTableSheet(workbook, sheet, { document, options });
  return pack(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
