import type { TableBlock, TableCell } from 'nianbao/plugin-api';
import type { Manner } from './manner.ts';
import { plain } from './plain.ts';
import { spokenHeads } from './table-heads.ts';
import type { Words } from './words.ts';

interface Row {
  readonly number: number;
  readonly head: string;
  readonly cells: readonly TableCell[];
}

// The last colon of a line is where its value begins.
function spokenValue({ state, text }: TableCell, words: Words): string {
  const said = plain(text).replace(/：|: /g, ':');
  if (state === 'empty' || said === '') return words.empty;
  return state === 'nil' ? words.nil(said) : said;
}

function isZero({ state, text }: TableCell): boolean {
  return state === 'figure' && /^0+(\.0+)?$/.test(text.trim());
}

function isAllZero({ cells }: Row): boolean {
  return cells.length > 0 && cells.every(isZero);
}

function rowsOf(table: TableBlock, manner: Manner): Row[] {
  const heads = spokenHeads(table.rows, manner);
  return table.cells.map((cells, index) => ({ number: index + 1, head: heads[index] ?? '', cells }));
}

function rowLines({ number, head, cells }: Row, columns: readonly string[], words: Words): string[] {
  const name = words.row(number);
  const figures = cells.map((cell, index) => {
    const column = columns[index] ?? '';
    return `${column === '' ? words.column(index + 1) : column}${words.colon}${spokenValue(cell, words)}`;
  });
  return [head === '' ? name : `${name}${words.colon}${head}`, ...figures];
}

function zeroLines(rows: readonly Row[], words: Words): string[] {
  const names = rows.map(({ number, head }) => `${words.row(number)}${head === '' ? '' : words.comma}${head}`);
  return rows.length === 0 ? [] : [words.zeroRows(rows.length, names)];
}

/** The rows of a table as groups of lines; where asked for, the first group sums up those that are all zero. */
export function rowGroups(table: TableBlock, manner: Manner): string[][] {
  const { words, options } = manner;
  const rows = rowsOf(table, manner);
  const summed = options.zeroRows === 'summary' ? rows.filter(isAllZero) : [];
  const columns = spokenHeads(table.columns, manner);
  const told = rows.filter((row) => !summed.includes(row)).map((row) => rowLines(row, columns, words));
  return summed.length === 0 ? told : [zeroLines(summed, words), ...told];
}
