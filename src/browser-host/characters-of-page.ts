import { decodeHTML } from 'entities';

/** Characters that pages show without naming them: marks of lists, of quotations and of hyphens, and numbers of lists. */
const drawn: readonly number[] = [
  ...Array.from({ length: 0x5f }, (_, place) => String.fromCharCode(0x20 + place, 0xff00 + place)),
  '\u00a0\u2010\u2018\u2019\u201c\u201d\u2022\u2026\u25aa\u25b8\u25be\u25cb\u25cf\u25e6\u3000、。《》「」『』',
  '〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億壱弐参甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥',
]
  .flatMap((part) => Array.from(part))
  .map((character) => character.codePointAt(0)!);

const escaped = /\\([\da-f]{1,6})/giu;
const changesCase = /text-transform|font-variant|small-caps/iu;

/**
 * Every character that a page may show, as code points, and those of its markup. What it makes in yet other ways is
 * still printed, in the font of last resort.
 */
export function charactersOfPage(html: string): ReadonlySet<number> {
  const named = html.includes('&') ? decodeHTML(html) : html;
  const cased = changesCase.test(html) ? named.toUpperCase() + named.toLowerCase() : '';
  const points = new Set(drawn);
  for (const text of [named, cased]) addCharacters(text, points);
  for (const [, digits = ''] of html.matchAll(escaped)) points.add(Number.parseInt(digits, 16));
  return points;
}

function addCharacters(text: string, points: Set<number>): void {
  for (let place = 0; place < text.length; place += 1) {
    // Most of a page is markup, and all of ASCII is among what pages draw.
    if (text.charCodeAt(place) < 0x80) continue;
    const point = text.codePointAt(place)!;
    if (point > 0xffff) place += 1;
    points.add(point);
  }
}
