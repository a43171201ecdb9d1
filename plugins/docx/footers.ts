import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx';
import { sizes } from './measures.ts';
import { faceOf } from './styles.ts';

function numbered(side: 'left' | 'right'): Footer {
  const alignment = side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT;
  // One character from the edge.
  const indent = { firstLine: 0, [side]: sizes.pageNumber * 10 };
  const children = ['- ', PageNumber.CURRENT, ' -'];
  const run = new TextRun({ children, font: faceOf('宋体'), size: sizes.pageNumber });
  return new Footer({ children: [new Paragraph({ alignment, indent, children: [run] })] });
}

/** Page numbers on the outer edges: odd pages right, even pages left. */
export function footers(): { default: Footer; even: Footer } {
  return { default: numbered('right'), even: numbered('left') };
}
