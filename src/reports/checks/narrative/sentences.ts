import { narrativeBlocks } from '../../narrative.ts';

/** A sentence of a narrative: as it was written, and for reading. */
export interface NarrativeSentence {
  readonly quote: string;
  /** Half-width, without blanks and thousands separators. */
  readonly text: string;
  /** The heading （一）… that it stands under; empty where there is none. */
  readonly heading: string;
  /** Sentences of one paragraph have the same number. */
  readonly paragraph: number;
}

/** Half-width, without blanks; 1,234 is 1234. */
function plainText(text: string): string {
  return text
    .replace(/(\d),(?=\d{3}(?!\d))/gu, '$1')
    .normalize('NFKC')
    .replace(/\s+/gu, '');
}

const numbering =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}[、是])/u;

function withoutNumber(text: string): string {
  return text.trim().replace(numbering, '');
}

/** The sentences of a chapter's text, in order. */
export function sentencesOf(text: string): NarrativeSentence[] {
  let heading = '';
  const blocks = narrativeBlocks(text);
  return blocks.flatMap((block, paragraph) => {
    if (block.level === 1) heading = plainText(withoutNumber(block.text));
    const quotes = block.text.split(/(?<=[。！？!?])/u).filter((quote) => quote.trim() !== '');
    return quotes.map((quote) => ({
      quote: quote.trim(),
      text: plainText(withoutNumber(quote)).replace(/[。!?;]$/u, ''),
      heading,
      paragraph,
    }));
  });
}
