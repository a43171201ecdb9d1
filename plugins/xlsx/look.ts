import type { Alignment, Borders, Cell, PageSetup, Style } from '@cj-tech-master/excelts';

const line = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const;
const border: Partial<Borders> = { top: line, left: line, bottom: line, right: line };

function look(size: number, bold: boolean, alignment: Partial<Alignment>): Partial<Style> {
  return { font: { name: '宋体', size, bold }, alignment: { vertical: 'middle', wrapText: true, ...alignment } };
}

/** What each kind of cell looks like. */
export const looks = {
  title: look(16, true, { horizontal: 'center' }),
  caption: look(11, true, { horizontal: 'left' }),
  chapter: look(11, true, { horizontal: 'left', vertical: 'top' }),
  body: look(11, false, { horizontal: 'left', vertical: 'top' }),
  subheading: look(11, true, { horizontal: 'left', vertical: 'top' }),
  head: {
    ...look(10, true, { horizontal: 'center' }),
    border,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } },
  },
  rowHead: { ...look(10, false, { horizontal: 'left' }), border },
  figure: { ...look(10, false, { horizontal: 'right' }), border },
  note: look(9, false, { horizontal: 'left' }),
} as const satisfies Record<string, Partial<Style>>;

/** Gives a cell its look. */
export function dress(cell: Cell, kind: keyof typeof looks): void {
  Object.assign(cell, { style: structuredClone(looks[kind]) });
}

/** A4, as wide as the page; the margins of a table rather than of a letter, in inches. */
export function pageSetup(orientation: 'portrait' | 'landscape'): Partial<PageSetup> {
  const margins = { left: 0.7, right: 0.7, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.4 };
  return {
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins,
  };
}

/** Page numbers as official documents have them. */
export const pageFooter = { oddFooter: '&C- &P -' } as const;
