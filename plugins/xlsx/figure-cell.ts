import type { Cell } from '@cj-tech-master/excelts';
import type { TableCell } from 'nianbao/plugin-api';
import { dress } from './look.ts';
import { plain } from './plain.ts';

/** Excel keeps so many digits of a number. */
const mostDigits = 15;

/** Whether a number cell can hold a figure without losing a digit. */
function fitsNumber(text: string): boolean {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(text)) return false;
  return text.replace(/[-.]/gu, '').replace(/^0+/u, '').length <= mostDigits;
}

// The format keeps the zeros at the end of a decimal.
function formatOf(text: string): string {
  const decimals = text.split('.')[1]?.length ?? 0;
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}

/** Writes a figure: as a number where that is exact, else as the text that it is; blank cells stay blank. */
export function writeFigure(target: Cell, { state, text }: TableCell, formula: string | undefined): void {
  dress(target, 'figure');
  if (state === 'empty') return;
  if (state !== 'figure' || !fitsNumber(text)) {
    target.value = plain(text);
    return;
  }
  target.value = formula === undefined ? Number(text) : { formula, result: Number(text) };
  target.numFmt = formatOf(text);
}
