import { headerDepth, leafPaths, type ParagraphBlock, type TableBlock } from 'nianbao/plugin-api';
import type { OutlinedHeading, PageBlock } from './outline.ts';

/** What is laid out as one piece: a block, a heading that begins its paragraph, or tables that follow each other. */
export type Part =
  | { readonly type: 'block'; readonly block: Exclude<PageBlock, TableBlock> }
  | { readonly type: 'runIn'; readonly heading: OutlinedHeading; readonly paragraph: ParagraphBlock }
  | { readonly type: 'tables'; readonly tables: readonly TableBlock[]; readonly heading: string };

const widestForStack = 6;

function drawnColumns(table: TableBlock): number {
  return headerDepth(table.rows) + leafPaths(table.columns).length;
}

/** Whether the table needs small print, and a scroll bar on narrow screens. */
export function isWide(table: TableBlock): boolean {
  return drawnColumns(table) > widestForStack;
}

// Notes stand below their table, so nothing can adjoin it there.
function adjoins(above: TableBlock | undefined, table: TableBlock): boolean {
  return above !== undefined && above.notes.length === 0 && !isWide(above) && !isWide(table);
}

function addTable(parts: Part[], table: TableBlock, heading: string): void {
  const last = parts.at(-1);
  if (last?.type === 'tables' && adjoins(last.tables.at(-1), table)) {
    parts[parts.length - 1] = { ...last, tables: [...last.tables, table] };
  } else {
    parts.push({ type: 'tables', tables: [table], heading });
  }
}

function addBlock(parts: Part[], block: Exclude<PageBlock, TableBlock>): void {
  const last = parts.at(-1);
  const heading =
    last?.type === 'block' && last.block.type === 'outlined' && last.block.block.runIn ? last.block : null;
  if (heading && block.type === 'paragraph') parts[parts.length - 1] = { type: 'runIn', heading, paragraph: block };
  else parts.push({ type: 'block', block });
}

/** Groups blocks for layout; each group of tables knows the heading that it stands under. */
export function partsOf(blocks: readonly PageBlock[]): Part[] {
  const parts: Part[] = [];
  let heading = '';
  for (const block of blocks) {
    if (block.type === 'outlined') heading = block.block.text;
    if (block.type === 'table') addTable(parts, block, heading);
    else addBlock(parts, block);
  }
  return parts;
}
