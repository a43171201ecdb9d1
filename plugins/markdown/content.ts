import type { PhrasingContent, RootContent } from 'mdast';
import type { Block, FigureBlock, HeadingBlock, ParagraphBlock, PrintableDocument } from 'nianbao/plugin-api';
import { plain } from './plain.ts';
import { tableContent } from './table.ts';
import { wordsFor, type Words } from './words.ts';

function text(value: string): PhrasingContent {
  return { type: 'text', value: plain(value) };
}

function paragraph(value: string): RootContent[] {
  return value === '' ? [] : [{ type: 'paragraph', children: [text(value)] }];
}

function heading(depth: HeadingBlock['level'], value: string): RootContent {
  return { type: 'heading', depth, children: [text(value)] };
}

function isRunIn(block: Block | undefined): block is HeadingBlock {
  return block?.type === 'heading' && block.runIn;
}

// Emphasis between Chinese words can not be written in Markdown without blanks, so a run-in heading is plain text.
function paragraphContent(
  { text: said, role }: ParagraphBlock,
  before: Block | undefined,
  words: Words,
): RootContent[] {
  return paragraph(`${isRunIn(before) ? before.text : ''}${role === 'note' ? words.note : ''}${said}`);
}

function figureContent({ caption, alternative }: FigureBlock): RootContent[] {
  return [...paragraph(caption), ...paragraph(alternative)];
}

function blockContent(block: Block, [before, after]: readonly (Block | undefined)[], words: Words): RootContent[] {
  if (block.type === 'table') return tableContent(block, words);
  if (block.type === 'figure') return figureContent(block);
  if (block.type === 'paragraph') return paragraphContent(block, before, words);
  return isRunIn(block) && after?.type === 'paragraph' ? [] : [heading(block.level, block.text)];
}

/** The document as a tree of Markdown: the title, unless the document begins with it, then its blocks. */
export function contentOf({ title, language, blocks }: PrintableDocument): RootContent[] {
  const [first] = blocks;
  const titled = first?.type === 'heading' && first.level === 1;
  const words = wordsFor(language);
  return [
    ...(titled ? [] : [heading(1, title)]),
    ...blocks.flatMap((block, index) => blockContent(block, [blocks[index - 1], blocks[index + 1]], words)),
  ];
}
