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

const severities = { error: 'error', warning: 'warning', info: 'remark' };

/** The words of the text in English. */
export const english: Words = {
  source: 'Source',
  subject: 'Subject',
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
  legend: {
    rows: 'How tables are read: first number, caption and size, then row by row. After the row number stands the head of the row; each line below it is one figure, the head of its column first. “empty” stands for a blank cell, “source says” for a mark that stood in place of a figure; neither is zero. A line says where each table ends.',
    columns:
      'How tables are read: first number, caption and size, then column by column. After the column number stands the head of the column; each line below it is one figure, the head of its row first. “empty” stands for a blank cell, “source says” for a mark that stood in place of a figure; neither is zero. A line says where each table ends.',
  },
  figure: (number) => `Figure ${number}`,
  table: (number) => `Table ${number}`,
  tableBegins: (number) => `Table ${number} begins`,
  tableEnds: (number) => `Table ${number} ends`,
  size: ({ rows, columns, unit, order, skipTo }) =>
    [
      `${counted(rows, 'row')}, ${counted(columns, 'column')}, read ${order === 'rows' ? 'row by row' : 'column by column'}.`,
      unit === '' ? '' : ` Unit: ${unit}.`,
      skipTo === '' ? '' : ` To skip this table, search for “${skipTo}”.`,
    ].join(''),
  rows: {
    name: (number) => `Row ${number}`,
    zeros: (count, names) => `All zero, ${counted(count, 'row')}: ${names.join('; ')}.`,
  },
  columns: {
    name: (number) => `Column ${number}`,
    zeros: (count, names) => `All zero, ${counted(count, 'column')}: ${names.join('; ')}.`,
  },
  group: (label, members) => `${label} (${members.join(', ')})`,
  total: ({ label, agreeing, disagreeing, open }) => `Check: ${label}: ${outcome(agreeing, disagreeing, open)}.`,
  checked: (errors, others) =>
    errors + others === 0
      ? 'Checks: nothing was found.'
      : `Checks: errors: ${errors}, remarks: ${others}; they are said at the end of their tables.`,
  finding: ({ number, severity, text }) => `Finding ${number}: ${severities[severity]}: ${text}`,
  seeTable: (number) => `The figures of this picture are in Table ${number}.`,
};
