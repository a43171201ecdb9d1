import { Paragraph, TextRun, type FileChild } from 'docx';
import type { Block, HeadingBlock, ParagraphBlock, PrintableDocument } from 'nianbao/plugin-api';
import { plain } from './plain.ts';
import { runInStyles } from './styles.ts';
import { tableParts } from './table.ts';
import { wordsFor, type Words } from './words.ts';

/** Title, Heading1 for chapters, and below. */
const headingStyles = { 1: 'Title', 2: 'Heading1', 3: 'Heading2', 4: 'Heading3' } as const;

function isRunIn(block: Block | undefined): block is HeadingBlock {
  return block?.type === 'heading' && block.runIn;
}

function headingParts({ level, text }: HeadingBlock): Paragraph {
  return new Paragraph({ style: headingStyles[level], text: plain(text) });
}

function paragraphParts({ text, role }: ParagraphBlock, before: Block | undefined, words: Words): Paragraph {
  if (role === 'note') return new Paragraph({ style: 'Note', text: plain(`${words.note}${text}`) });
  const runs = [new TextRun(plain(text))];
  if (!isRunIn(before)) return new Paragraph({ style: 'Normal', children: runs });
  const heading = new TextRun({ text: plain(before.text), style: runInStyles[before.level] ?? 'RunInHeading2' });
  return new Paragraph({ style: 'Normal', children: [heading, ...runs] });
}

function partsOf(block: Block, [before, after]: readonly (Block | undefined)[], words: Words): FileChild[] {
  if (block.type === 'table') return tableParts(block, words);
  if (block.type === 'paragraph') return [paragraphParts(block, before, words)];
  if (block.type === 'heading') return isRunIn(block) && after?.type === 'paragraph' ? [] : [headingParts(block)];
  const texts = [block.caption, block.alternative].filter((text) => text !== '');
  return texts.map((text) => new Paragraph({ style: 'Note', text: plain(text) }));
}

/** The content of the document: its title, unless it begins with one, then its blocks. */
export function bodyOf({ title, language, blocks }: PrintableDocument): FileChild[] {
  const [first] = blocks;
  const titled = first?.type === 'heading' && first.level === 1;
  const words = wordsFor(language);
  const parts = blocks.flatMap((block, index) => partsOf(block, [blocks[index - 1], blocks[index + 1]], words));
  return titled ? parts : [new Paragraph({ style: 'Title', text: plain(title) }), ...parts];
}
