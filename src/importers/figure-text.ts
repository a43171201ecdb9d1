import type { FigureKind } from '#forms/form-definition.ts';
import type { Figure } from '#reports/figures.ts';
import type { SourcePlace } from '#reports/source-record.ts';
import { numeralDigits, shiftPoint } from './exact-number.ts';
import { withoutNoteDigits } from './note-marks.ts';

const digits = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const numerals = '[零〇○一二三四五六七八九十百千万亿两]+?';
const unitWords = '(?:万|亿)?(?:件|宗|份|项|条|个|起|元)|[万亿]';
const figure = new RegExp(
  `^[:：]?(?:(¥)?([-−+])?(${digits})|(${numerals}))\\s?(?:(${unitWords})|\\((${unitWords})\\))?$`,
  'u',
);
const changeWord = /^(?:(增|上升)|(减|下降))[加少]?/u;
const nilMark = /^(?:[/\\∕╱⁄]{1,2}|[-—–―－─]{1,4}|无|暂无|没有|n\/a)$/iu;

/** By how many places the point moves from what is written to what the form counts in; other units are not guessed at. */
const shifts: Readonly<Record<FigureKind, Readonly<Record<string, number>>>> = {
  count: { '': 0, 万: 4, 亿: 8 },
  change: { '': 0, 万: 4, 亿: 8 },
  decimal: { '': 0, 元: -4, 万元: 0, 亿元: 4 },
};

const pieces = /^(万|亿)?[件宗份项条个起]$/u;

function halfWidth(raw: string): string {
  return withoutNoteDigits(raw).normalize('NFKC').trim();
}

/** Whether a piece of text can stand in a cell: a number in any writing, or a nil mark. */
export function looksLikeFigure(text: string): boolean {
  const plain = halfWidth(text);
  const [, , , , words, ...units] = figure.exec(plain) ?? [''];
  // 一 alone is the number of a heading; 三十万元 is an amount.
  const isNumber = figure.test(plain) && (words === undefined || units.some((found) => found !== undefined));
  return isNumber || nilMark.test(plain);
}

/** A cell's value, and what stood there where that is not the plain number. */
export interface FigureReading {
  readonly value: Figure;
  readonly raw: string | undefined;
  /** Where it stands, as far as that is known. */
  readonly place?: SourcePlace | undefined;
}

interface Written {
  /** Plain digits with a sign and a point. */
  readonly number: string;
  readonly unit: string;
}

function parseWritten(plain: string): Written | undefined {
  const [all, yuan, sign = '', arabic, words, bare, bracketed] = figure.exec(plain) ?? [];
  if (all === undefined) return undefined;
  const unit = bare ?? bracketed ?? (yuan ? '元' : '');
  if (words !== undefined) return parseNumerals(words, unit);
  if (arabic === undefined) return undefined;
  return { number: (sign === '' || sign === '+' ? '' : '-') + arabic.replaceAll(',', ''), unit };
}

/** 三十万元 is a number of yuan; 三十万 alone is a number, and no amount of 10,000 yuan. */
function parseNumerals(words: string, unit: string): Written | undefined {
  const [group = ''] = /^[万亿]/u.exec(unit) ?? [];
  const number = numeralDigits(words + group);
  const rest = unit.slice(group.length);
  return number === undefined
    ? undefined
    : { number, unit: rest === '' && /[万亿]/u.test(words + group) ? '个' : rest };
}

/** 增2 and 减少3 are changes with their sign in words. */
function parseChange(plain: string): Written | undefined {
  const [words, , less] = changeWord.exec(plain) ?? [];
  if (words === undefined) return parseWritten(plain);
  const written = /^\d/u.test(plain.slice(words.length)) ? parseWritten(plain.slice(words.length)) : undefined;
  return written && less !== undefined ? { ...written, number: `-${written.number}` } : written;
}

/** More than one unit is named: an amount without a unit of its own is none that can be known. */
const unclear = '?';

function onlyUnit(found: IterableIterator<RegExpExecArray>): string {
  const units = new Set([...found].map(([, unit = '']) => unit));
  return units.size > 1 ? unclear : ([...units][0] ?? '');
}

/** The unit that the folded heads of an amount name, whatever it is; empty for the form's own. */
export function unitOfHeads(heads: string): string {
  return onlyUnit(heads.matchAll(/([十百千万亿]*元)/gu));
}

/** The unit that the folded text around an amount declares; sums of money that it speaks of are none. */
export function declaredUnit(text: string): string {
  return onlyUnit(text.matchAll(/(?:单位[为是]?|\()(?:人民币)?([十百千万亿]*元)/gu));
}

/** The number in the form's own unit; undefined when its unit is none of the cell's. */
function inUnitOfForm({ number, unit }: Written, kind: FigureKind, declared: string): string | undefined {
  const isZero = /^[0.]+$/u.test(number);
  const known = kind === 'decimal' ? unit || (isZero ? '' : declared) : unit.replace(pieces, '$1');
  const shift = shifts[kind][known];
  return shift === undefined ? undefined : shiftPoint(number, shift);
}

/**
 * Reads a cell. A blank or a nil mark is null and never zero; undefined when the text is no figure. A count beyond
 * 2^53-1 can not be kept exactly and is no figure either. `declared` is the unit that the heads give an amount.
 */
export function readFigure(text: string, kind: FigureKind, declared = ''): FigureReading | undefined {
  const plain = halfWidth(text);
  if (plain === '' || nilMark.test(plain)) return { value: null, raw: text };
  const written = kind === 'change' ? parseChange(plain) : parseWritten(plain);
  const number = written && inUnitOfForm(written, kind, declared);
  if (number === undefined) return undefined;
  const value = kind === 'decimal' ? canonicalDecimal(number) : Number(number);
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) return undefined;
  return { value, raw: String(value) === text ? undefined : text };
}

/** Without leading zeros; trailing ones stay, as they were written. */
function canonicalDecimal(number: string): string {
  return number.replace(/^(-?)0+(?=\d)/u, '$1');
}
