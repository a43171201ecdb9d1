const opening = /^[（《〈「『【“‘([{]+$/u;
const closing = /^[）》〉」』】”’，。、；：！？…—)\]},.;:!?%]+$/u;
const han = /\p{Script=Han}/u;

function segmentsOf(text: string): string[] {
  return Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(text), ({ segment }) => segment);
}

// A mark stays with its word, a counted thing with its number (2024年, 17件), Latin and digits with each other.
function belong(before: string, after: string): boolean {
  if (opening.test(before.slice(-1)) || closing.test(after)) return true;
  const [last, first] = [before.slice(-1), after.slice(0, 1)];
  if (/\d/u.test(last) && han.test(first)) return after.length === 1;
  return !han.test(last) && !han.test(first) && !closing.test(last) && !opening.test(first);
}

/** Chinese text with a blank between its words, as braille is written; liblouis does not know where they end. */
export function spacedWords(text: string): string {
  const words: string[] = [];
  for (const segment of segmentsOf(text)) {
    if (segment.trim() === '') words.push('');
    else if (words.length > 0 && words.at(-1) !== '' && belong(words.at(-1) ?? '', segment))
      words[words.length - 1] += segment;
    else words.push(segment);
  }
  return words.filter((word) => word !== '').join(' ');
}
