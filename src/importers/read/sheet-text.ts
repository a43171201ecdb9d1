import { parse } from 'csv-parse/sync';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Source } from '../source.ts';
import { refuseTooLarge } from '../grid/place-cells.ts';
import { Blocks, oneLine } from './blocks.ts';
import { separatorOf } from './separator.ts';
import { readText } from './text.ts';
import { addSheet } from './xlsx-blocks.ts';

function parseRows(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
  } catch (cause) {
    throw new NianbaoError('DOCUMENT_DAMAGED', { kind: 'CSV' }, { cause });
  }
}

/** A sheet that was saved as text with commas, semicolons or tabs between its cells. Lines count rows. */
export function readSheetText(text: string): Source {
  const rows = parseRows(text, separatorOf(text) ?? ',');
  const blocks = new Blocks();
  refuseTooLarge(rows.reduce((sum, cells) => sum + cells.length, 0));
  const cells = rows.flatMap((texts, row) =>
    texts.map((cell, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text: oneLine(cell), line: row + 1 })),
  );
  addSheet(blocks, cells);
  return { ...blocks.source(), otherwise: () => readText(text) };
}
