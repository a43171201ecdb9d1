import { markup, trusted, type Markup } from './markup.ts';

const opportunity = trusted('<wbr>');

// Latin words have their blanks, a number belongs to the unit behind it (2024年), a mark to what is before it.
function mayPart(before: string, after: string): boolean {
  return /[\p{Script=Han}，、：；）》”]$/u.test(before) && /^[\p{Script=Han}\d（《“]/u.test(after);
}

function segmentsOf(text: string, language: string): string[] {
  const locale = /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(language) ? language : 'und';
  return Array.from(new Intl.Segmenter(locale, { granularity: 'word' }).segment(text), ({ segment }) => segment);
}

// The segmenter takes the name of a body, which it does not know, to single characters: they belong together.
function wordsOf(text: string, language: string): string[] {
  const words: string[] = [];
  let open = false;
  for (const segment of segmentsOf(text, language)) {
    const single = segment.length === 1;
    if (single && (open || /\d$/u.test(words.at(-1) ?? ''))) words.push(`${words.pop() ?? ''}${segment}`);
    else words.push(segment);
    open = single && /\p{Script=Han}/u.test(segment) && !/\d.$/u.test(words.at(-1) ?? '');
  }
  return words;
}

/** The text with a break opportunity between Chinese words: a title in large type may not be broken inside one. */
export function breakable(text: string, language: string): Markup {
  const words = wordsOf(text, language);
  return markup`${words.map((word, index) => (mayPart(words[index - 1] ?? '', word) ? markup`${opportunity}${word}` : word))}`;
}
