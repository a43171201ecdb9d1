import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import { leafPaths, type HeaderNode, type TableBlock } from 'nianbao/plugin-api';
import { plain } from './plain.ts';
import type { Words } from './words.ts';

function words(text: string): PhrasingContent {
  return { type: 'text', value: plain(text) };
}

function row(texts: readonly string[]): TableRow {
  return { type: 'tableRow', children: texts.map((text) => ({ type: 'tableCell', children: [words(text)] })) };
}

/** A table of Markdown has one line of heads and no merged cells: each head says its whole path. */
function fullHeads(nodes: readonly HeaderNode[]): string[] {
  return leafPaths(nodes).map((path) => path.filter((label) => label !== '').join(' · '));
}

function captionContent({ caption, unit }: TableBlock, own: Words): RootContent[] {
  const said = `${caption}${unit === '' ? '' : own.unit(unit)}`;
  return said === '' ? [] : [{ type: 'paragraph', children: [{ type: 'strong', children: [words(said)] }] }];
}

/** A table with its caption and notes. Rows without heads have no column for them. */
export function tableContent(table: TableBlock, own: Words): RootContent[] {
  const columns = fullHeads(table.columns);
  const heads = fullHeads(table.rows);
  const headed = heads.some((head) => head !== '');
  const first = row([...(headed ? [table.corner] : []), ...columns]);
  const rows = table.cells.map((cells, index) =>
    row([...(headed ? [heads[index] ?? ''] : []), ...cells.map((cell) => cell.text)]),
  );
  const align = [...(headed ? ['left' as const] : []), ...columns.map(() => 'right' as const)];
  return [
    ...captionContent(table, own),
    { type: 'table', align, children: [first, ...rows] },
    ...table.notes.map((note) => ({ type: 'paragraph' as const, children: [words(`${own.note}${note}`)] })),
  ];
}
