import { readChineseNumber } from './chinese-number.ts';

/** A number that counts pieces, and where it stands in its clause. */
export interface TextFigure {
  /** Undefined where it is not exact: 约 5 件, 1.2 万件, 十余件. */
  readonly value: number | undefined;
  readonly hasUnit: boolean;
  readonly start: number;
  readonly end: number;
}

const units = '件次|件|宗|份|起|例|条|项|个|封';
const numerals = '零〇一二两三四五六七八九十百千万';

/** What comes after a number that counts no pieces, or not exactly. */
const otherUnits = '以上|左右|[%‰年月日号人天次家篇元万亿期倍级届类位名场部所]|工作日|百分点|小时|分钟';

const pattern = new RegExp(
  `(?<about>近|约|超过?|逾|不足)?` +
    `(?:(?<digits>\\d+(?:\\.\\d+)?)(?<scale>[万亿])?|(?<words>[${numerals}]+)(?=${units}|余|多))` +
    `(?<more>余|多)?(?<unit>${units})?(?<not>${otherUnits})?`,
  'gu',
);

function valueOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const { about, digits, scale, words, more } = groups;
  if (about !== undefined || scale !== undefined || more !== undefined) return undefined;
  const value = digits === undefined ? readChineseNumber(words ?? '') : Number(digits);
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
}

/** The numbers of a clause that count pieces, in order. */
export function figuresIn(clause: string): TextFigure[] {
  return [...clause.matchAll(pattern)].flatMap((match): TextFigure[] => {
    const groups = match.groups ?? {};
    if (groups['not'] !== undefined) return [];
    const end = match.index + match[0].length;
    return [{ value: valueOf(groups), hasUnit: groups['unit'] !== undefined, start: match.index, end }];
  });
}
