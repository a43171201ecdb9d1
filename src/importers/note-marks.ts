/** Where text stands that is no longer on the line. */
export type Shift = 'superscript' | 'subscript';

const shiftedDigits: Readonly<Record<Shift, string>> = { superscript: '⁰¹²³⁴⁵⁶⁷⁸⁹', subscript: '₀₁₂₃₄₅₆₇₈₉' };

// Superscripts, subscripts, and figures in circles: marks of footnotes, which normalization would make digits of.
const marks = /[\u00b2\u00b3\u00b9\u2070-\u209c\u2460-\u24ff\u2776-\u2793]/gu;

/** Text that a document raises or lowers: its digits stay apart from the figure that they stand beside. */
export function shiftDigits(text: string, shift: Shift): string {
  return text.replace(/\d/gu, (digit) => shiftedDigits[shift][Number(digit)] ?? digit);
}

/** A text in which the marks of footnotes are no digits, so that a figure with one is none. */
export function withoutNoteDigits(text: string): string {
  return text.replace(marks, '※');
}
