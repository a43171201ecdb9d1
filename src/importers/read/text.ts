import { NianbaoError } from '#errors/nianbao-error.ts';
import { cleanCharacters } from '../characters.ts';
import type { Source, SourceLine } from '../source.ts';
import { isPageMark, isPageNumber } from './page-marks.ts';

/** No report has more characters; the longest that were seen have some 60,000. */
const MOST_CHARACTERS = 1_000_000;

/** A number by itself beside the end of a page is the page's. */
function isOfPage(lines: readonly string[], index: number): boolean {
  const line = lines[index]?.replaceAll('\f', '') ?? '';
  if (isPageMark(line)) return true;
  if (!isPageNumber(line)) return false;
  const next = lines.slice(index + 1).find((other) => other.trim() !== '' || other.includes('\f'));
  return lines[index]?.endsWith('\f') === true || next?.startsWith('\f') === true;
}

/**
 * Text as it comes out of a PDF, an editor or a clipboard, as lines; page marks such as “- 4 -” are left out, numbers
 * of lines stay. EMPTY_DOCUMENT when there is nothing but space.
 */
export function readText(text: string): Source {
  if (text.length > MOST_CHARACTERS) throw new NianbaoError('DOCUMENT_TOO_LARGE', { limit: MOST_CHARACTERS });
  const clean = cleanCharacters(text);
  if (clean.trim() === '') throw new NianbaoError('EMPTY_DOCUMENT', {}, { line: 1 });
  const raw = clean.split('\n');
  const lines = raw
    .map((line, index): SourceLine => ({ number: index + 1, text: line.replaceAll('\f', '') }))
    .filter((_, index) => !isOfPage(raw, index));
  return { lines };
}
