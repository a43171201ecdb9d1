import type { Words } from './words.ts';

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function outcome(agreeing: number, disagreeing: number, open: number): string {
  if (agreeing + disagreeing + open === 0) return 'nothing to check';
  if (disagreeing + open === 0) return `all ${agreeing} agree`;
  const parts: [number, string][] = [
    [agreeing, agreeing === 1 ? 'agrees' : 'agree'],
    [disagreeing, disagreeing === 1 ? 'does not agree' : 'do not agree'],
    [open, 'can not be judged because figures are missing'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}

/** The words of the text in English. */
export const english: Words = {
  source: 'Source',
  date: 'Data as of',
  unit: 'Units',
  day: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
  colon: ': ',
  comma: ', ',
  semicolon: '; ',
  gap: ' ',
  note: 'Note',
  corner: 'Top left cell',
  columnHeads: 'Column heads',
  empty: 'empty',
  nil: (mark) => `source says “${mark}”`,
  contents: (entries) => `Contents, ${entries} ${entries === 1 ? 'entry' : 'entries'}`,
  legend:
    'How tables are read: first number, caption and size, then row by row. After the row number stands the head of the row; each line below it is one figure, the head of its column first. “empty” stands for a blank cell, “source says” for a mark that stood in place of a figure; neither is zero. A line says where each table ends.',
  figure: (number) => `Figure ${number}`,
  table: (number) => `Table ${number}`,
  tableBegins: (number) => `Table ${number} begins`,
  tableEnds: (number) => `Table ${number} ends`,
  size: ({ rows, columns, unit, skipTo }) =>
    [
      `${counted(rows, 'row')}, ${counted(columns, 'column')}, read row by row.`,
      unit === '' ? '' : ` Unit: ${unit}.`,
      skipTo === '' ? '' : ` To skip this table, search for “${skipTo}”.`,
    ].join(''),
  row: (number) => `Row ${number}`,
  column: (number) => `Column ${number}`,
  group: (label, members) => `${label} (${members.join(', ')})`,
  zeroRows: (count, rows) => `All zero, ${counted(count, 'row')}: ${rows.join('; ')}.`,
  total: ({ label, agreeing, disagreeing, open }) => `Check: ${label}: ${outcome(agreeing, disagreeing, open)}.`,
};
