import { format, getFormatFromId, isDateFormat, tokenize } from 'numfmt';

/** What a person sees of a number in a cell. */
export type NumberFormat = (stored: string) => string;

/** The code of a format by its number in the workbook, which need not write down the usual ones. */
export function codeOf(id: number, written: ReadonlyMap<number, string>): string {
  // Their currency is that of whoever opens the workbook.
  return written.get(id) ?? getFormatFromId(id)?.replaceAll('$', '¥') ?? 'General';
}

/** An office in Chinese may write keywords in Chinese. */
function inEnglish(code: string): string {
  return code.replace(/G\/通用格式/gu, 'General').replace(/\[[^[\]]色\]|\[[黑蓝青绿红白黄]\]/gu, '');
}

const digitTokens: ReadonlySet<string> = new Set('HASH GROUP ZERO POINT QMARK GENERAL TEXT'.split(' '));
const wordTokens: ReadonlySet<string> = new Set('STRING ESCAPED CHAR SPACE CURRENCY PAREN PLUS MINUS'.split(' '));
const unseenTokens: ReadonlySet<string> = new Set('SKIP FILL COLOR'.split(' '));

interface Plain {
  readonly before: string;
  readonly after: string;
  readonly decimals: number;
}

interface Token {
  readonly type: string;
  readonly value: string;
}

function isDigit({ type }: Token): boolean {
  return digitTokens.has(type);
}

/** What a token adds around the digits; undefined when the number is not shown by its own digits. */
function wordsOf({ type, value }: Token): string | undefined {
  if (unseenTokens.has(type)) return '';
  if (type === 'LOCALE') return value.split('-', 1)[0] ?? '';
  // An office in Chinese takes it for an escape, as in 0!.0,"万".
  return wordTokens.has(type) && value !== '!' ? value : undefined;
}

function firstSection(code: string): Token[] {
  const tokens = tokenize(code).map(({ type, value }) => ({ type, value }));
  const end = tokens.findIndex(({ type }) => type === 'BREAK');
  return end < 0 ? tokens : tokens.slice(0, end);
}

/** A format that shows a number by its own digits, with words around them; undefined for one that changes it. */
function plainFormat(code: string): Plain | undefined {
  const section = firstSection(code);
  const [start, end] = [section.findIndex(isDigit), section.findLastIndex(isDigit)];
  const digits = section.slice(start, end + 1);
  const [before, after] = [section.slice(0, Math.max(start, 0)), section.slice(end + 1)].map((part) =>
    part.map(wordsOf),
  );
  if (start < 0 || !digits.every(isDigit) || [...(before ?? []), ...(after ?? [])].includes(undefined))
    return undefined;
  const point = digits.findIndex(({ type }) => type === 'POINT');
  const decimals = point < 0 ? 0 : digits.slice(point).filter(({ type }) => type === 'ZERO').length;
  return { before: before?.join('') ?? '', after: after?.join('') ?? '', decimals };
}

/**
 * Excel stores the nearest binary number, 72701.257799999999, and counts with 15 digits. Zeros that only the format
 * shows are put back.
 */
function numberText(stored: string, decimals: number): string {
  const plain = /^-?\d+$/u.test(stored) ? stored : String(Number(Number(stored).toPrecision(15)));
  const [whole = '', fraction = ''] = plain.split('.');
  return fraction.length >= decimals ? plain : `${whole}.${fraction.padEnd(decimals, '0')}`;
}

function shownAs(code: string, stored: string): string {
  try {
    return format(code, Number(stored));
  } catch {
    return '';
  }
}

/**
 * How a format shows numbers: the digits that are stored, with the unit or currency that it adds. A format that shows
 * another number (thousands, percent, fractions) gives what is seen and what is stored, which no figure is read from.
 */
export function numberFormat(written: string): NumberFormat {
  const code = inEnglish(written);
  const plain = plainFormat(code);
  if (plain) return (stored) => `${plain.before}${numberText(stored, plain.decimals)}${plain.after}`.trim();
  if (isDateFormat(code)) return (stored) => shownAs(code, stored);
  return (stored) => `${shownAs(code, stored)}（${numberText(stored, 0)}）`;
}
