import type { Figure } from '../figures.ts';

const decimal = /^(-?)(\d+)(?:\.(\d+))?$/u;

/** More decimals than any amount has. */
const PLACES = 12;

function scaled(figure: Figure): bigint | undefined {
  const [, sign, whole = '', fraction = ''] = decimal.exec(String(figure)) ?? [];
  if (sign === undefined || fraction.length > PLACES) return undefined;
  return BigInt(`${sign}${whole}${fraction.padEnd(PLACES, '0')}`);
}

function plain(sum: bigint): string {
  const digits = String(sum < 0n ? -sum : sum).padStart(PLACES + 1, '0');
  const fraction = digits.slice(-PLACES).replace(/0+$/u, '');
  return `${sum < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The exact sum of counts or amounts, without zeros at its end; undefined when one of them is no number. */
export function exactSum(figures: readonly Figure[]): string | undefined {
  let sum = 0n;
  for (const figure of figures) {
    const value = figure === null ? undefined : scaled(figure);
    if (value === undefined) return undefined;
    sum += value;
  }
  return plain(sum);
}
