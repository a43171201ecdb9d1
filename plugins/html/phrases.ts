import { markup, trusted, type Markup } from './markup.ts';

const opportunity = trusted('<wbr>');

// Latin words have their blanks, a number belongs to the unit behind it (2024年), a mark to what is before it.
function mayPart(before: string, after: string): boolean {
  return /[\p{Script=Han}，、：；）》”]$/u.test(before) && /^[\p{Script=Han}\d（《“]/u.test(after);
}

function wordsOf(text: string, language: string): string[] {
  const locale = /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(language) ? language : 'und';
  return Array.from(new Intl.Segmenter(locale, { granularity: 'word' }).segment(text), ({ segment }) => segment);
}

/** The text with a break opportunity between Chinese words: a title in large type may not be broken inside one. */
export function breakable(text: string, language: string): Markup {
  const words = wordsOf(text, language);
  return markup`${words.map((word, index) => (mayPart(words[index - 1] ?? '', word) ? markup`${opportunity}${word}` : word))}`;
}
