import { NianbaoError } from '#errors/nianbao-error.ts';
import { cleanCharacters } from '../characters.ts';
import type { Source, SourceLine } from '../source.ts';

/** No report has more characters; the longest that were seen have some 60,000. */
const MOST_CHARACTERS = 1_000_000;

const pageMark =
  /^\s*(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页(?:[，,\s/]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})\s*$/u;
const bareNumber = /^\s*\d{1,3}\s*$/u;

/** A number by itself beside the end of a page is the page's. */
function isPageMark(lines: readonly string[], index: number): boolean {
  const line = lines[index]?.replaceAll('\f', '') ?? '';
  if (pageMark.test(line)) return true;
  if (!bareNumber.test(line)) return false;
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
    .filter((_, index) => !isPageMark(raw, index));
  return { lines };
}
