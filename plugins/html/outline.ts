import type { Block, HeadingBlock, PrintableDocument } from 'nianbao/plugin-api';

/** A heading with the level of its element; `block.level` keeps the look. */
export interface OutlinedHeading {
  readonly type: 'outlined';
  readonly block: HeadingBlock;
  readonly element: (typeof elements)[number];
  readonly isTitle: boolean;
}

/** A block of the page: the document's, with headings placed in the outline. */
export type PageBlock = Exclude<Block, HeadingBlock> | OutlinedHeading;

const elements = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

function titleOf({ title, metadata: { language } }: PrintableDocument): HeadingBlock {
  const heading = { type: 'heading', level: 1, text: title, id: '', runIn: false } as const;
  return language === undefined ? heading : { ...heading, language };
}

/**
 * The document's blocks under exactly one title, an element of the given level, no level skipped: the title comes first
 * unless the document begins with it, and a heading is at most one level below the one before it.
 */
export function outline(document: PrintableDocument, titleLevel: 1 | 2 | 3): PageBlock[] {
  const [first] = document.blocks;
  const titled = first?.type === 'heading' && first.level === 1;
  const blocks = titled ? document.blocks : [titleOf(document), ...document.blocks];
  let depth = -1;
  return blocks.map((block, index) => {
    if (block.type !== 'heading') return block;
    depth = index === 0 ? 0 : Math.max(1, Math.min(block.level - 1, depth + 1));
    return { type: 'outlined', block, element: elements[depth + titleLevel - 1] ?? 'h6', isTitle: depth === 0 };
  });
}

function prefixBlock(block: Block, prefix: string): Block {
  if ('id' in block) return { ...block, id: `${prefix}${block.id}` };
  return block.type === 'figure' && block.table !== undefined ? { ...block, table: `${prefix}${block.table}` } : block;
}

/** The document with a prefix before every id. */
export function prefixIds(document: PrintableDocument, prefix: string): PrintableDocument {
  if (prefix === '') return document;
  const blocks = document.blocks.map((block) => prefixBlock(block, prefix));
  const findings = document.findings?.map((finding) => ({ ...finding, id: `${prefix}${finding.id}` }));
  return findings ? { ...document, blocks, findings } : { ...document, blocks };
}
