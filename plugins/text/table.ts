import { headerDepth, leafPaths, type TableBlock } from 'nianbao/plugin-api';
import type { Manner } from './manner.ts';
import { plain } from './plain.ts';
import { spokenTree } from './table-heads.ts';
import { rowGroups } from './table-rows.ts';
import { wrapEntry } from './wrap.ts';

const longTable = 10;

function announcement(table: TableBlock, number: number, manner: Manner): string[] {
  const { words, options } = manner;
  const rows = table.cells.length;
  const skipTo = rows > longTable ? words.tableEnds(number) : '';
  const columns = leafPaths(table.columns).length;
  const size = { rows, columns, unit: plain(table.unit), order: options.order, skipTo };
  const caption = plain(table.caption);
  const corner = plain(table.corner);
  const treeTold = options.heads === 'short' && headerDepth(table.columns) > 1;
  return [
    `${words.tableBegins(number)}${caption === '' ? '' : words.colon}${caption}`,
    words.size(size),
    ...(corner === '' ? [] : [`${words.corner}${words.colon}${corner}`]),
    ...(treeTold
      ? [`${words.columnHeads}${words.colon}${spokenTree(table.columns, words).join(words.semicolon)}`]
      : []),
    ...table.notes.map((note) => `${words.note}${words.colon}${plain(note)}`),
  ];
}

/** A table in words: announcement, rows, sums, end mark, with an empty line between them. */
export function tableText(table: TableBlock, number: number, manner: Manner): string {
  const { words, options, findings } = manner;
  const found = findings.ofTable.get(table.id) ?? [];
  const totals = table.totals.map((total) => words.total({ ...total, label: plain(total.label) }));
  const groups = [
    announcement(table, number, manner),
    ...rowGroups(table, manner),
    ...(totals.length === 0 ? [] : [totals]),
    ...(found.length === 0 ? [] : [found]),
    [words.tableEnds(number)],
  ];
  return groups.map((lines) => lines.map((line) => wrapEntry(line, options.lineWidth)).join('\n')).join('\n\n');
}
