/** A part of a chapter's text: level 0 is a paragraph, 1 a heading such as （一）, 2 such as 1. */
export interface NarrativeBlock {
  readonly level: 0 | 1 | 2;
  readonly text: string;
  /** The heading stands on the same line as the paragraph that follows it. */
  readonly runIn: boolean;
}

const headingMarks = [
  { level: 1, mark: /^[（(][一二三四五六七八九十]{1,3}[）)]/u },
  { level: 2, mark: /^(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)])/u },
] as const;

/** A run-in heading is a first sentence of at most this many characters. */
const longestRunIn = 30;

const firstSentence = /^[^。：:；]*[。：:]/u;

function blocksOfParagraph(paragraph: string): NarrativeBlock[] {
  const heading = headingMarks.find(({ mark }) => mark.test(paragraph));
  if (!heading) return [{ level: 0, text: paragraph, runIn: false }];
  const { level } = heading;
  const [sentence] = firstSentence.exec(paragraph) ?? [];
  if (sentence === undefined) return headingOrParagraph(level, paragraph);
  const rest = paragraph.slice(sentence.length).trim();
  if (rest === '') return headingOrParagraph(level, paragraph);
  if (sentence.length > longestRunIn) return [{ level: 0, text: paragraph, runIn: false }];
  return [
    { level, text: sentence, runIn: true },
    { level: 0, text: rest, runIn: false },
  ];
}

/** A numbered paragraph of one long sentence is a paragraph, not a heading. */
function headingOrParagraph(level: 1 | 2, text: string): NarrativeBlock[] {
  return [{ level: text.length > longestRunIn ? 0 : level, text, runIn: false }];
}

/** Splits a chapter's text, whose paragraphs are separated by blank lines, into headings and paragraphs. */
export function narrativeBlocks(text: string): NarrativeBlock[] {
  return text
    .split(/\n{2,}/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .flatMap(blocksOfParagraph);
}
