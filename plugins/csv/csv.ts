/**
 * The lines of the file: RFC 4180, UTF-8, CRLF, a head, then records of eight fields.
 *
 *     kind, path, table, row, column, unit, value, state
 *
 *     meta       path: title, author, subject, modified, keywords or language
 *     heading    path: its id; row: its level; state: runIn when it begins the paragraph that follows
 *     paragraph  state: note for a remark
 *     figure     table, row, column: full heads with “ · ” between; state: value, empty or nil (value: the mark)
 *     picture    row: its caption; value: the words for it
 *
 * A text that a spreadsheet would take for a formula (= + - @, tab, return, their wide forms) or that begins with an
 * apostrophe has one put before it; numbers stay as they are.
 */
import { stringify } from 'csv-stringify/sync';
import type { PrintableDocument } from 'nianbao/plugin-api';
import type { CsvOptions } from './options.ts';
import { plain } from './plain.ts';
import { fields, recordsOf, type CsvRecord } from './records.ts';

const formula = /^[=+\-@\t\r'＝＋－＠]/u;
const number = /^-?\d+(?:\.\d+)?$/u;

function neutral(text: string): string {
  return formula.test(text) && !number.test(text) ? `'${text}` : text;
}

function line(record: CsvRecord): string[] {
  return fields.map((field) => neutral(plain(record[field] ?? '')));
}

/** The document as CSV, by the description above. */
export function renderCsv(document: PrintableDocument, { bom, figuresOnly }: CsvOptions): string {
  const records = recordsOf(document).filter(({ kind }) => !figuresOnly || kind === 'figure');
  return stringify([[...fields], ...records.map(line)], { bom, record_delimiter: 'windows' });
}
