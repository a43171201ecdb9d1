import type { PrintableDocument } from 'nianbao/plugin-api';
import type { Manner } from './manner.ts';
import type { Piece } from './pieces.ts';
import { plain } from './plain.ts';
import { wrapEntry } from './wrap.ts';

// Chapters that carry a number of their own (一、 第一章 1.) are not given a second one.
const numbered = /^(第?[一二三四五六七八九十百]+[、章节]|\d+[.、．])/;

function entriesOf(document: PrintableDocument, { words }: Manner): string[] {
  let chapters = 0;
  let tables = 0;
  return document.blocks.flatMap((block) => {
    if (block.type === 'table') return [`${words.table((tables += 1))}${words.colon}${plain(block.caption)}`];
    if (block.type !== 'heading' || block.level !== 2) return [];
    chapters += 1;
    const text = plain(block.text);
    return [numbered.test(text) ? text : `${chapters}. ${text}`];
  });
}

/** The table of contents: how many entries, then chapters and tables in order, each with its number. */
export function contentsPieces(document: PrintableDocument, manner: Manner): Piece[] {
  const { lineWidth } = manner.options;
  const entries = entriesOf(document, manner).map((entry) => wrapEntry(entry, lineWidth));
  const heading = wrapEntry(manner.words.contents(entries.length), lineWidth);
  return entries.length === 0
    ? []
    : [
        { text: heading, heading: true },
        { text: entries.join('\n'), heading: false },
      ];
}
