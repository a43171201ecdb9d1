import type { TableBlock, TableCell } from 'nianbao/plugin-api';
import type { Manner } from './manner.ts';
import { plain } from './plain.ts';
import { spokenHeads } from './table-heads.ts';
import type { LineWords, Words } from './words.ts';

/** A row, or a column where tables are read by columns. */
interface Line {
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

function isAllZero({ cells }: Line): boolean {
  return cells.length > 0 && cells.every(isZero);
}

function columnsOf({ cells }: TableBlock): TableCell[][] {
  return (cells[0] ?? []).map((_, column) => cells.flatMap((row) => row[column] ?? []));
}

function linesOf(table: TableBlock, manner: Manner): Line[] {
  const byRow = manner.options.order === 'rows';
  const heads = spokenHeads(byRow ? table.rows : table.columns, manner);
  const lines = byRow ? table.cells : columnsOf(table);
  return lines.map((cells, index) => ({ number: index + 1, head: heads[index] ?? '', cells }));
}

function sayLine({ number, head, cells }: Line, across: readonly string[], manner: Manner): string[] {
  const { words, options } = manner;
  const [own, other] = options.order === 'rows' ? [words.rows, words.columns] : [words.columns, words.rows];
  const figures = cells.map((cell, index) => {
    const name = across[index] ?? '';
    return `${name === '' ? other.name(index + 1) : name}${words.colon}${spokenValue(cell, words)}`;
  });
  return [head === '' ? own.name(number) : `${own.name(number)}${words.colon}${head}`, ...figures];
}

function sayZeros(lines: readonly Line[], own: LineWords, { comma }: Words): string[] {
  const names = lines.map(({ number, head }) => `${own.name(number)}${head === '' ? '' : comma}${head}`);
  return lines.length === 0 ? [] : [own.zeros(lines.length, names)];
}

/**
 * The rows of a table, or its columns, as groups of lines; where asked for, the first group sums up those that are all
 * zero.
 */
export function rowGroups(table: TableBlock, manner: Manner): string[][] {
  const { words, options } = manner;
  const lines = linesOf(table, manner);
  const summed = options.zeroRows === 'summary' ? lines.filter(isAllZero) : [];
  const across = spokenHeads(options.order === 'rows' ? table.columns : table.rows, manner);
  const told = lines.filter((line) => !summed.includes(line)).map((line) => sayLine(line, across, manner));
  return summed.length === 0 ? told : [sayZeros(summed, words[options.order], words), ...told];
}
