import { markup, trusted, type Markup } from './markup.ts';

/** The text with a break opportunity after each word: a title in large type may not be broken inside one. */
export function breakable(text: string, language: string): Markup {
  const locale = Intl.getCanonicalLocales(/^[\w-]+$/.test(language) ? language : 'und');
  const words = [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
  const opportunity = trusted('<wbr>');
  // A number belongs to the unit behind it: 2024年.
  return markup`${words.map((word, index) => (index === 0 || /^\d+$/.test(words[index - 1] ?? '') ? markup`${word}` : markup`${opportunity}${word}`))}`;
}
