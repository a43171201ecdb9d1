import { translateLines } from './lou-translate.ts';
import type { BrailleOptions } from './options.ts';
import { spacedWords } from './words.ts';
import { wrapCells } from './wrap-cells.ts';

/** Tables of liblouis, by scheme. */
const chineseTables: Readonly<Record<BrailleOptions['scheme'], string>> = {
  common: 'zhcn-cbs.ctb',
  current: 'zhcn-g1.ctb',
};

/** Unified English Braille without contractions. */
const englishTable = 'en-ueb-g1.ctb';

function isEnglish(line: string): boolean {
  return /[A-Za-z]{2}/u.test(line) && !/\p{Script=Han}/u.test(line);
}

async function translateAll(lines: readonly string[], { scheme }: BrailleOptions, signal: AbortSignal) {
  const english = lines.filter(isEnglish);
  const chinese = lines.filter((line) => !isEnglish(line)).map(spacedWords);
  const [inEnglish, inChinese] = await Promise.all([
    translateLines(english, englishTable, signal),
    translateLines(chinese, chineseTables[scheme], signal),
  ]);
  const [left, right] = [inEnglish.values(), inChinese.values()];
  return lines.map((line) => (isEnglish(line) ? left : right).next().value ?? '');
}

/** A text in braille, in lines of at most so many cells; empty lines stay, a line that goes on is indented by two. */
export async function brailleLines(text: string, options: BrailleOptions, signal: AbortSignal): Promise<string[]> {
  const lines = text.replace(/\n+$/u, '').split('\n');
  const said = lines.filter((line) => line !== '');
  const translated = (await translateAll(said, options, signal)).values();
  return lines.flatMap((line) => (line === '' ? [''] : wrapCells(translated.next().value ?? '', options.lineLength)));
}
