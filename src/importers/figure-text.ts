import type { FigureKind } from '#forms/form-definition.ts';
import type { Figure } from '#reports/figures.ts';

const figure = /^[:：]?([-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(件|宗|万元)?$/u;
const nilMark = /^(?:\/|[-—–―－]{1,4}|无)$/u;

/** Units that may stand in a cell, by what the cell holds; any other, such as 元 for 万元, is not guessed at. */
const units: Readonly<Record<FigureKind, readonly string[]>> = { count: ['', '件', '宗'], decimal: ['', '万元'] };

function halfWidth(raw: string): string {
  return raw.normalize('NFKC').trim();
}

/** Whether a piece of text can stand in a cell: a number in any writing, or a nil mark. */
export function looksLikeFigure(text: string): boolean {
  const plain = halfWidth(text);
  return figure.test(plain) || nilMark.test(plain);
}

/** A cell's value, and what stood there where that is not the plain number. */
export interface FigureReading {
  readonly value: Figure;
  readonly raw: string | undefined;
}

/**
 * Reads a cell. A blank or a nil mark is null and never zero; undefined when the text is no figure. A count beyond
 * 2^53-1 can not be kept exactly and is no figure either.
 */
export function readFigure(text: string, kind: FigureKind): FigureReading | undefined {
  const plain = halfWidth(text);
  if (plain === '' || nilMark.test(plain)) return { value: null, raw: text };
  const [, number, unit = ''] = figure.exec(plain) ?? [];
  if (number === undefined || !units[kind].includes(unit)) return undefined;
  const digits = number.replaceAll(',', '').replace('−', '-');
  const value = kind === 'decimal' ? canonicalDecimal(digits) : Number(digits);
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) return undefined;
  return { value, raw: String(value) === text ? undefined : text };
}

/** Without leading zeros; trailing ones stay, as they were written. */
function canonicalDecimal(digits: string): string {
  return digits.replace(/^(-?)0+(?=\d)/u, '$1');
}
