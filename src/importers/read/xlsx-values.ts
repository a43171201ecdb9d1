import type { Archive } from './archive.ts';
import { partOf } from './office.ts';
import { childrenNamed, elementsOf, find, xmlText, type XmlElement } from './xml.ts';

/** Tells the text of a cell as it was typed. */
export type CellValues = (cell: XmlElement) => string;

/** Control characters are written as _x000D_, and so is an underscore that would be taken for one. */
function decodeEscapes(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Plain and rich text, without the readings that stand above characters. */
function richText(element: XmlElement | undefined): string {
  const runs = elementsOf(element).map((child) => {
    if (child.name === 't') return xmlText(child);
    return child.name === 'r' ? xmlText(find(child, 't')) : '';
  });
  return decodeEscapes(runs.join(''));
}

const builtInDecimals: Readonly<Record<string, number>> = { '2': 2, '4': 2 };

function decimalsOf(format: string): number {
  return /^(?:#,##)?0\.(0+)(?:_ )?(?:;.*)?$/u.exec(format)?.[1]?.length ?? 0;
}

/** Decimals of each cell style; 0 where its format says nothing of them. */
function readDecimals(archive: Archive): number[] {
  const styles = find(partOf(archive, 'xl/styles.xml'), 'styleSheet');
  const formats = childrenNamed(find(styles, 'numFmts'), 'numFmt').map(
    ({ attributes }) => [attributes['numFmtId'] ?? '', decimalsOf(attributes['formatCode'] ?? '')] as const,
  );
  const decimals = new Map<string, number>([...Object.entries(builtInDecimals), ...formats]);
  return childrenNamed(find(styles, 'cellXfs'), 'xf').map(
    ({ attributes }) => decimals.get(attributes['numFmtId'] ?? '') ?? 0,
  );
}

/** Excel stores the nearest binary number: 72701.257799999999. Zeros that only the format shows are put back. */
function numberText(stored: string, decimals: number): string {
  const plain = /^-?\d+$/u.test(stored) ? stored : String(Number(stored));
  const [whole = '', fraction = ''] = plain.split('.');
  return fraction.length >= decimals ? plain : `${whole}.${fraction.padEnd(decimals, '0')}`;
}

/** Prepares the strings and formats of a workbook for reading its cells. */
export function readCellValues(archive: Archive): CellValues {
  const strings = childrenNamed(find(partOf(archive, 'xl/sharedStrings.xml'), 'sst'), 'si').map(richText);
  const decimals = readDecimals(archive);
  return (cell) => {
    const { t: type = 'n', s: style = '0' } = cell.attributes;
    if (type === 'inlineStr') return richText(find(cell, 'is'));
    const stored = xmlText(find(cell, 'v'));
    if (type === 's') return strings[Number(stored)] ?? '';
    return type === 'n' && stored !== '' ? numberText(stored, decimals[Number(style)] ?? 0) : decodeEscapes(stored);
  };
}
