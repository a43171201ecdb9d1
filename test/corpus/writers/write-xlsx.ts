import { strToU8, zipSync } from 'fflate';
import { placeRows, plainGrid, type Block, type LaidCell } from '../layout.ts';
import { escapeHtml } from './write-html.ts';

/** How a workbook is made up. */
export interface XlsxStyle {
  /** Each table has a sheet of its own. */
  readonly severalSheets?: boolean;
  /** Merged cells were taken apart; the slots that they covered are blank. */
  readonly withoutMerges?: boolean;
  /** Totals are formulas with the value that was computed last. */
  readonly formulas?: boolean;
  /** A hidden sheet holds other figures. */
  readonly hiddenSheet?: boolean;
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

function cellXml(text: string, reference: string, formula: boolean): string {
  if (text === '') return `<c r="${reference}"/>`;
  if (/^-?\d+(?:\.\d+)?$/u.test(text) && Number.isSafeInteger(Number(text)))
    return `<c r="${reference}">${formula ? '<f>SUM(A1:B1)*0</f>' : ''}<v>${text}</v></c>`;
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeHtml(text)}</t></is></c>`;
}

function mergesOf(rows: readonly (readonly LaidCell[])[], first: number): string[] {
  return placeRows(rows)
    .filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
    .map(({ row, column, rowSpan, columnSpan }) => {
      const last = `${letters(column + columnSpan - 1)}${first + row + rowSpan - 1}`;
      return `${letters(column)}${first + row}:${last}`;
    });
}

function sheetXml(blocks: readonly Block[], style: XlsxStyle): string {
  let row = 1;
  const merges: string[] = [];
  const lines: string[] = [];
  const line = (texts: readonly string[], formula = false) => {
    const cells = texts.map((text, column) => cellXml(text, `${letters(column)}${row}`, formula));
    lines.push(`<row r="${row}">${cells.join('')}</row>`);
    row++;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      if (!style.withoutMerges) merges.push(...mergesOf(block.rows, row));
      for (const texts of plainGrid(block.rows)) line(texts, style.formulas);
    } else line([block.text]);
  }
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return `<worksheet><sheetData>${lines.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
}

function sheetsOf(blocks: readonly Block[], { severalSheets = false }: XlsxStyle): (readonly Block[])[] {
  if (!severalSheets) return [blocks];
  const tables = blocks.filter(({ kind }) => kind === 'table');
  return [blocks.filter(({ kind }) => kind !== 'table'), ...tables.map((table) => [table])];
}

/** A workbook with the report. */
export function writeXlsx(blocks: readonly Block[], style: XlsxStyle = {}): Uint8Array {
  const sheets = sheetsOf(blocks, style).map((own) => ({ xml: sheetXml(own, style), hidden: false }));
  const other = mapHidden(blocks);
  const all = style.hiddenSheet ? [{ xml: sheetXml(other, style), hidden: true }, ...sheets] : sheets;
  const entry = (xml: string) => [strToU8(xml), { mtime: '2025-01-20T00:00:00' }] as [Uint8Array, { mtime: string }];
  const names = all.map(
    ({ hidden }, index) => `<sheet name="s${index}" ${hidden ? 'state="hidden" ' : ''}r:id="r${index}"/>`,
  );
  const targets = all.map((_, index) => `<Relationship Id="r${index}" Target="worksheets/s${index}.xml"/>`);
  return zipSync({
    'xl/workbook.xml': entry(`<workbook xmlns:r="r"><sheets>${names.join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': entry(`<Relationships>${targets.join('')}</Relationships>`),
    ...Object.fromEntries(all.map(({ xml }, index) => [`xl/worksheets/s${index}.xml`, entry(xml)])),
  });
}

/** The same tables with other figures, for a sheet that nobody sees. */
function mapHidden(blocks: readonly Block[]): Block[] {
  return blocks.map((block) =>
    block.kind === 'table'
      ? { ...block, rows: block.rows.map((row) => row.map((cell) => (cell.path ? { ...cell, text: '5' } : cell))) }
      : block,
  );
}
