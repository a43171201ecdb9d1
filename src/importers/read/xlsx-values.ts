import { shiftDigits } from '../note-marks.ts';
import type { Archive } from './archive.ts';
import { partOf } from './office.ts';
import { codeOf, numberFormat, type NumberFormat } from './xlsx-formats.ts';
import { childrenNamed, elementsOf, find, xmlText, type XmlElement } from './xml.ts';

/** Tells the text of a cell as it was typed. */
export type CellValues = (cell: XmlElement) => string;

/** Control characters are written as _x000D_, and so is an underscore that would be taken for one. */
function decodeEscapes(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function runText(run: XmlElement): string {
  const strike = find(run, 'rPr', 'strike');
  if (strike && !['0', 'false'].includes(strike.attributes['val'] ?? '')) return '';
  const text = xmlText(find(run, 't'));
  const shift = find(run, 'rPr', 'vertAlign')?.attributes['val'];
  return shift === 'superscript' || shift === 'subscript' ? shiftDigits(text, shift) : text;
}

/** Plain and rich text, without the readings that stand above characters. */
function richText(element: XmlElement | undefined): string {
  const runs = elementsOf(element).map((child) => {
    if (child.name === 't') return xmlText(child);
    return child.name === 'r' ? runText(child) : '';
  });
  return decodeEscapes(runs.join(''));
}

/** How each cell style shows numbers. */
function readFormats(archive: Archive): NumberFormat[] {
  const styles = find(partOf(archive, 'xl/styles.xml'), 'styleSheet');
  const written = new Map(
    childrenNamed(find(styles, 'numFmts'), 'numFmt').map(
      ({ attributes }) => [Number(attributes['numFmtId']), attributes['formatCode'] ?? ''] as const,
    ),
  );
  return childrenNamed(find(styles, 'cellXfs'), 'xf').map(({ attributes }) =>
    numberFormat(codeOf(Number(attributes['numFmtId']), written)),
  );
}

const general = numberFormat('General');

/** Prepares the strings and formats of a workbook for reading its cells. */
export function readCellValues(archive: Archive): CellValues {
  const strings = childrenNamed(find(partOf(archive, 'xl/sharedStrings.xml'), 'sst'), 'si').map(richText);
  const formats = readFormats(archive);
  return (cell) => {
    const { t: type = 'n', s: style = '0' } = cell.attributes;
    if (type === 'inlineStr') return richText(find(cell, 'is'));
    const stored = xmlText(find(cell, 'v'));
    if (type === 's') return strings[Number(stored)] ?? '';
    if (type === 'b') return stored === '1' ? 'TRUE' : 'FALSE';
    return type === 'n' && stored !== '' ? (formats[Number(style)] ?? general)(stored) : decodeEscapes(stored);
  };
}
