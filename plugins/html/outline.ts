import type { Block, HeadingBlock, PrintableDocument } from 'nianbao/plugin-api';

/** A heading with the level of its element; `block.level` keeps the look. */
export interface OutlinedHeading {
  readonly type: 'outlined';
  readonly block: HeadingBlock;
  readonly element: 'h1' | 'h2' | 'h3' | 'h4';
}

/** A block of the page: the document's, with headings placed in the outline. */
export type PageBlock = Exclude<Block, HeadingBlock> | OutlinedHeading;

const elements = ['h1', 'h2', 'h3', 'h4'] as const;

function titleOf(document: PrintableDocument): HeadingBlock {
  return { type: 'heading', level: 1, text: document.title, id: '', runIn: false };
}

/**
 * The document's blocks under exactly one h1, no level skipped: the title comes first unless the document begins with it,
 * and a heading is at most one level below the one before it.
 */
export function outline(document: PrintableDocument): PageBlock[] {
  const [first] = document.blocks;
  const titled = first?.type === 'heading' && first.level === 1;
  const blocks = titled ? document.blocks : [titleOf(document), ...document.blocks];
  let depth = -1;
  return blocks.map((block, index) => {
    if (block.type !== 'heading') return block;
    depth = index === 0 ? 0 : Math.max(1, Math.min(block.level - 1, depth + 1));
    return { type: 'outlined', block, element: elements[depth] ?? 'h4' };
  });
}

/** The document with a prefix before every id. */
export function prefixIds(document: PrintableDocument, prefix: string): PrintableDocument {
  if (prefix === '') return document;
  const blocks = document.blocks.map((block) => ('id' in block ? { ...block, id: `${prefix}${block.id}` } : block));
  return { ...document, blocks };
}
