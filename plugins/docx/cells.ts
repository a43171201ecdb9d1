import { AlignmentType, Paragraph, TableCell, TextRun, VerticalAlignTable } from 'docx';
import type { HeaderCell } from 'nianbao/plugin-api';
import { plain } from './plain.ts';

/** Space beside the text of a cell, in twips. */
export const sideMargin = 25;

/** Size of letters in half points. */
export interface CellLook {
  readonly size: number;
}

interface Spans {
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly left?: boolean;
}

/** A cell of a table; spans of 1 go without saying. */
export function cellOf(text: string, { size }: CellLook, { left = false, ...spans }: Spans = {}): TableCell {
  return new TableCell({
    ...spans,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 20, bottom: 20, left: sideMargin, right: sideMargin },
    children: [
      new Paragraph({
        style: 'TableText',
        alignment: left ? AlignmentType.LEFT : AlignmentType.CENTER,
        children: [new TextRun({ text: plain(text), size })],
      }),
    ],
  });
}

/** The head of a column or of a group of them. */
export function columnHeadCell({ label, leaves, lines }: HeaderCell, look: CellLook): TableCell {
  return cellOf(label, look, { columnSpan: leaves, rowSpan: lines });
}

/** The head of a row or of a group of them. */
export function rowHeadCell({ label, leaves, lines, leaf }: HeaderCell, look: CellLook): TableCell {
  return cellOf(label, look, { columnSpan: lines, rowSpan: leaves, left: leaf });
}
