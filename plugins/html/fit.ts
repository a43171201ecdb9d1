import type { TableBlock } from 'nianbao/plugin-api';

/** Width of the text on A4, in points (156 mm). */
const pageWidth = 442;
/** What the heads of rows need at least, and the padding of a figure. */
const headsWidth = 150;
const padding = 4;
/** Width of a digit, in parts of the size of the type. */
const digit = 0.56;
/** Sizes that a wide table is printed in, in points. */
const sizes = [9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5] as const;
const mostDigits = 16;

function digitsOf({ cells }: TableBlock): number {
  const longest = cells.flat().reduce((most, { text }) => Math.max(most, text.length), 3);
  return Math.min(longest, mostDigits);
}

function columnsOf({ cells }: TableBlock): number {
  return cells[0]?.length ?? 1;
}

/**
 * Classes that make a wide table fit the paper: its longest figure, and the largest size in which all columns hold one
 * as long. A table that ran over would shrink the whole document.
 */
export function fitClasses(table: TableBlock, depth: number): string {
  const digits = digitsOf(table);
  const room = (pageWidth - (depth === 0 ? 0 : headsWidth)) / columnsOf(table) - padding;
  const size = sizes.find((candidate) => candidate * digit * digits <= room) ?? sizes[sizes.length - 1];
  return `digits-${digits} size-${String(size).replace('.', '-')}`;
}

function sizeRules(scale: number): string[] {
  return sizes.map((size) => {
    const points = Number((size * scale).toFixed(2));
    return `.nianbao table.wide.size-${String(size).replace('.', '-')} { font-size: ${points}pt; line-height: ${points + 3}pt; }`;
  });
}

/** The rules behind those classes. */
export const fitStyle = [
  ...Array.from(
    { length: mostDigits },
    (_, index) =>
      `.nianbao table.digits-${index + 1} col.figure { width: calc(${digit * (index + 1)}em + ${padding}pt); }`,
  ),
  ...sizeRules(1),
].join('\n');

/** Width of the text on A4 that lies on its side, in points (267 mm). */
const landscapeWidth = 757;

/** The sizes that the same tables have on paper that lies on its side. */
export const landscapeFitStyle = sizeRules(landscapeWidth / pageWidth).join('\n');
