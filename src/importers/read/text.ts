import { NianbaoError } from '#errors/nianbao-error.ts';
import { cleanCharacters } from '../characters.ts';
import type { Source } from '../source.ts';

/** Text as it comes out of a PDF, an editor or a clipboard, as lines. EMPTY_DOCUMENT when there is nothing but space. */
export function readText(text: string): Source {
  const clean = cleanCharacters(text);
  if (clean.trim() === '') throw new NianbaoError('EMPTY_DOCUMENT', {}, { line: 1 });
  return { lines: clean.split('\n').map((line, index) => ({ number: index + 1, text: line })) };
}
