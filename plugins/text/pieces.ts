import type { Block, FigureBlock, HeadingBlock, ParagraphBlock } from 'nianbao/plugin-api';
import type { Manner } from './manner.ts';
import { plain } from './plain.ts';
import { tableText } from './table.ts';
import { wrapParagraph } from './wrap.ts';

/** A piece of the text, with an empty line around it; a heading has two above. */
export interface Piece {
  readonly text: string;
  readonly heading: boolean;
}

/** A block with what stands beside it and its number among the blocks of its kind. */
interface Placed<Kind extends Block = Block> {
  readonly block: Kind;
  readonly before: Block | undefined;
  readonly after: Block | undefined;
  readonly number: number;
}

function place(blocks: readonly Block[]): Placed[] {
  const counts = { heading: 0, paragraph: 0, table: 0, figure: 0 };
  return blocks.map((block, index) => {
    counts[block.type] += 1;
    return { block, before: blocks[index - 1], after: blocks[index + 1], number: counts[block.type] };
  });
}

function isRunIn(block: Block | undefined): block is HeadingBlock {
  return block?.type === 'heading' && block.runIn;
}

function headingText({ block, after }: Placed<HeadingBlock>, { options }: Manner): string {
  return isRunIn(block) && after?.type === 'paragraph' ? '' : wrapParagraph(plain(block.text), options.lineWidth);
}

// In Chinese a mark at the end of the heading is all that stands between it and the paragraph.
function runInText(before: Block | undefined, { words }: Manner): string {
  if (!isRunIn(before)) return '';
  const text = plain(before.text);
  return /[。：；，、！？]$/.test(text) ? text : `${text}${words.gap}`;
}

function paragraphText({ block, before }: Placed<ParagraphBlock>, manner: Manner): string {
  const { words, options } = manner;
  const said = plain(block.text);
  const marked = block.role === 'note' && !said.startsWith(words.note) ? `${words.note}${words.colon}${said}` : said;
  return wrapParagraph(`${runInText(before, manner)}${marked}`.trim(), options.lineWidth);
}

function figureText({ block, number }: Placed<FigureBlock>, { words, options, tables }: Manner): string {
  const name = words.figure(number);
  const caption = plain(block.caption);
  const first = caption.startsWith(name) ? caption : `${name}${words.colon}${caption}`;
  const data = tables.get(block.table ?? '');
  const lines = [first, plain(block.alternative), ...(data === undefined ? [] : [words.seeTable(data)])];
  return lines.map((line) => wrapParagraph(line.trim(), options.lineWidth)).join('\n');
}

function textOf({ block, ...placed }: Placed, manner: Manner): string {
  if (block.type === 'heading') return headingText({ block, ...placed }, manner);
  if (block.type === 'paragraph') return paragraphText({ block, ...placed }, manner);
  return block.type === 'table' ? tableText(block, placed.number, manner) : figureText({ block, ...placed }, manner);
}

/** The blocks of a document as pieces of text, in order. */
export function bodyPieces(blocks: readonly Block[], manner: Manner): Piece[] {
  const pieces = place(blocks).map((placed) => ({
    text: textOf(placed, manner),
    heading: placed.block.type === 'heading',
  }));
  return pieces.filter(({ text }) => text !== '');
}
