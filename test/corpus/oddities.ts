import type { CorpusReport } from './corpus-report.ts';
import { mapCells, mapText, plainGrid, type Block, type LaidCell } from './layout.ts';
import { reversePairs } from './traditional.ts';
import { writeDocx, type DocxStyle } from './writers/write-docx.ts';
import {
  brokenLines,
  markedPage,
  pastedFromWord,
  portalPage,
  writeHtml,
  type HtmlStyle,
} from './writers/write-html.ts';
import { writeLocked, writePdf, writeScan, type PdfStyle } from './writers/write-pdf.ts';
import { writeJson, writeMarkdown, writeSeparated, writeText, type TextStyle } from './writers/write-text.ts';
import { writeXlsx, type XlsxStyle } from './writers/write-xlsx.ts';

/** A cell that says something else than its plain number, and the value that it has then. */
export type OddCell = readonly [path: string, raw: string, value: number | string | null];

/** One thing that is odd about a document. */
export interface Oddity {
  readonly name: string;
  readonly write: (blocks: readonly Block[], report: CorpusReport) => Uint8Array | string;
  readonly cells?: (report: CorpusReport) => readonly OddCell[];
  /** How the text of chapters is changed; undefined where it is not compared. */
  readonly text?: (text: string) => string;
  readonly refusal?: string;
}

type Blocks = readonly Block[];

const html = (name: string, style: HtmlStyle, change: (blocks: Blocks) => Blocks = (blocks) => blocks): Oddity => ({
  name,
  write: (blocks) => writeHtml(change(blocks), style),
});
const docx = (name: string, style: DocxStyle): Oddity => ({ name, write: (blocks) => writeDocx(blocks, style) });
const xlsx = (name: string, style: XlsxStyle): Oddity => ({ name, write: (blocks) => writeXlsx(blocks, style) });
const text = (name: string, style: TextStyle): Oddity => ({ name, write: (blocks) => writeText(blocks, style) });
const pdf = (name: string, style: PdfStyle): Oddity => ({ name, write: (blocks) => writePdf(blocks, style) });
const renamed = (name: string, change: (text: string) => string): Oddity => ({
  name,
  write: (blocks) => writeHtml(headings(blocks, change), pastedFromWord),
});

function headings(blocks: Blocks, change: (text: string) => string): Block[] {
  return blocks.map((block) => (block.kind === 'heading' ? { ...block, text: change(block.text) } : block));
}

function encoded(encoding: 'utf16le' | 'utf16be' | 'utf8', mark: readonly number[], content: string): Uint8Array {
  const bytes = Buffer.from(content, encoding === 'utf8' ? 'utf8' : 'utf16le');
  return new Uint8Array([...mark, ...(encoding === 'utf16be' ? bytes.swap16() : bytes)]);
}

/** GB18030 by the platform's own decoder, turned round. */
function gb18030(content: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++)
      if (low !== 0x7f) table.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  return new Uint8Array(Array.from(content).flatMap((character) => table.get(character) ?? [character.charCodeAt(0)]));
}

const fullWidth = (value: string) =>
  value.replace(/\d/gu, (digit) => String.fromCodePoint(0xfee0 + (digit.codePointAt(0) ?? 0)));
const grouped = (value: string) =>
  value
    .replace(/^(-?\d{1,3}?)(?=(?:\d{3})+(?:\.|$))|(\d{3})(?=\d)(?![^.]*$)/gu, (part) => part)
    .replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/gu, ',');
const traditional = (value: string) =>
  Array.from(value, (character) => reversePairs.get(character) ?? character).join('');
const radicals: Readonly<Record<string, string>> = {
  行: '⾏',
  政: '政',
  民: '⺠',
  自: '⾃',
  见: '⻅',
  长: '⻓',
  大: '⼤',
  人: '⼈',
  文: '⽂',
  止: '⽌',
  子: '⼦',
  户: '⼾',
};
const withRadicals = (value: string) => value.replace(/./gu, (character) => radicals[character] ?? character);
const zeroWidth = (value: string) => value.replace(/(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])/gu, '\u200b');

/** Every figure in another writing of the same number. */
function rewritten(name: string, change: (value: string) => string): Oddity {
  return {
    name,
    cells: ({ figures }) =>
      [...figures].flatMap(([path, value]) => {
        const raw = change(String(value));
        return raw === String(value) ? [] : [[path, raw, value] as const];
      }),
    write: (blocks) => writeHtml(blocks, pastedFromWord),
  };
}

const disputed = (report: CorpusReport) => [...report.figures.keys()].filter((path) => path.startsWith('disputes.'));
const nil = (name: string, mark: string): Oddity => ({
  name,
  cells: (report) => disputed(report).map((path) => [path, mark, null]),
  write: (blocks) => writeHtml(blocks, portalPage),
});

/** The cell that holds an amount of money: in units of 10,000 yuan on either form. */
function amountPath({ form }: CorpusReport): string {
  return [...form.cells].find(([, { kind }]) => kind === 'decimal')?.[0] ?? '';
}

const amount = (raw: string, value: string): Oddity => ({
  name: `an amount that says ${raw}`,
  cells: (report) => [[amountPath(report), raw, value]],
  write: (blocks) => writeDocx(blocks),
});

function withLastLine(
  blocks: Blocks,
  rows: (rows: readonly (readonly LaidCell[])[]) => readonly (readonly LaidCell[])[],
  id: string,
): Block[] {
  return blocks.map((block) =>
    block.kind === 'table' && block.id === id ? { ...block, rows: rows(block.rows) } : block,
  );
}

/** What is odd about a document that must be read exactly all the same. */
export const oddities: readonly Oddity[] = [
  html('a page that Word saved', pastedFromWord),
  html('a page of a portal with menus, scripts, hidden tables and a layout table', portalPage),
  html('an editor’s page of lines between breaks', brokenLines),
  html('a page that marks its headings', markedPage),
  html('spans that are too large', {
    ...markedPage,
    spans: (cell) => ` rowspan="${cell.rowSpan}" colspan="${cell.path === undefined ? cell.columnSpan : 1}"`,
  }),
  html('merged cells that were taken apart', {}, (blocks) => blocks.map(apart)),
  html('a serial number before each row', portalPage, (blocks) => blocks.map(numberedRows)),
  html('spaces inside the labels', pastedFromWord, (blocks) =>
    mapCells(blocks, (cell) =>
      cell.path === undefined
        ? { ...cell, text: cell.text.replace(/(?<=^[\u4e00-\u9fff])(?=[\u4e00-\u9fff]{1,2}$)/gu, '　') }
        : cell,
    ),
  ),
  html('zero-width characters in all text', portalPage, (blocks) => mapText(blocks, zeroWidth)),
  { ...html('traditional script', pastedFromWord, (blocks) => mapText(blocks, traditional)), text: traditional },
  { name: 'GB18030, whatever the page says', write: (blocks) => gb18030(writeHtml(blocks, portalPage)) },
  {
    name: 'UTF-8 with a byte order mark',
    write: (blocks) => encoded('utf8', [0xef, 0xbb, 0xbf], writeHtml(blocks, markedPage)),
  },
  { name: 'UTF-16 LE with a byte order mark', write: (blocks) => encoded('utf16le', [0xff, 0xfe], writeText(blocks)) },
  { name: 'UTF-16 BE without a byte order mark', write: (blocks) => encoded('utf16be', [], writeText(blocks)) },
  renamed('chapters without numbers', (heading) => heading.replace(/^.、/u, '')),
  renamed('chapters that are numbered wrongly', (heading) => heading.replace(/^[二三四五六]、/u, '三、')),
  renamed('chapters that are numbered twice', (heading) => `${heading.charAt(0)}、${heading}`),
  renamed('chapters in other words', (heading) =>
    heading
      .replace('存在的主要问题及改进情况', '政府信息公开工作存在的主要问题及改进情况')
      .replace('政府信息公开行政复议、行政诉讼情况', '因政府信息公开工作被申请行政复议、提起行政诉讼情况')
      .replace('收到和处理', '行政机关收到和处理'),
  ),
  docx('a document of Word with merged cells', {}),
  docx('chapters that Word numbers by their style', { numberedByStyle: true }),
  docx('a title in a text box', { titleInBox: true }),
  docx('tracked changes', { trackedChanges: true }),
  docx('tables in tables', { nested: true }),
  docx('a run for every character', { splitRuns: true }),
  xlsx('a workbook of one sheet', {}),
  xlsx('a workbook with a sheet for each table', { severalSheets: true }),
  xlsx('a workbook without merged cells', { withoutMerges: true }),
  xlsx('formulas and a hidden sheet', { formulas: true, hiddenSheet: true }),
  text('the text of a page', {}),
  text('labels that are broken anywhere', { wrap: 5 }),
  text('one cell a line', { between: '\n', wrap: 9 }),
  text('page marks inside tables', { mark: { text: '- 4 -', every: 4 } }),
  text('heads letter by letter', { lettered: true }),
  text('the last figure of each row on the next line', { lastAlone: true }),
  text('tabs between cells', { between: '\t' }),
  { name: 'Windows line ends', write: (blocks) => writeText(blocks).replaceAll('\n', '\r\n') },
  { name: 'Markdown', write: writeMarkdown },
  { name: 'a sheet saved as CSV', write: (blocks) => writeSeparated(blocks) },
  {
    name: 'a sheet saved with tabs in UTF-16',
    write: (blocks) => encoded('utf16le', [0xff, 0xfe], writeSeparated(blocks, '\t')),
  },
  { name: 'JSON of another program', write: writeJson },
  pdf('a PDF with ruled tables', { pageNumbers: true }),
  pdf('a PDF whose borders are thin rectangles, heads on every page', {
    borders: 'rectangles',
    repeatHeads: true,
    height: 500,
  }),
  pdf('a PDF that a browser printed', { browser: true, height: 600 }),
  pdf('a PDF without lines', { borders: 'none' }),
  pdf('a PDF by the characters of a collection', { collection: true }),
  { name: 'CJK radicals in a PDF', write: (blocks) => writePdf(mapText(blocks, withRadicals), { browser: true }) },
  rewritten('full-width digits', fullWidth),
  rewritten('thousands separators', grouped),
  rewritten('units in the cells', (value) => (value.includes('.') ? `${value}万元` : `${value}件`)),
  nil('slashes for nothing', '/'),
  nil('dashes for nothing', '——'),
  nil('blank cells', ''),
  nil('words for nothing', '无'),
  amount('251000元', '25.1'),
  amount('三十万元', '30'),
  amount('￥1，234.50元', '0.12345'),
];

/** A cell for every slot, as after all merges were taken apart; labels stand in the first slot only. */
function apart(block: Block): Block {
  if (block.kind !== 'table') return block;
  return {
    ...block,
    rows: plainGrid(block.rows).map((row) => row.map((content) => ({ text: content, rowSpan: 1, columnSpan: 1 }))),
  };
}

function numberedRows(block: Block): Block {
  if (block.kind !== 'table' || block.id !== 'applications') return block;
  const firstRow = block.rows.findIndex((row) => row.some(({ path }) => path !== undefined));
  const numbers = block.rows.map((row, index) => {
    const number = { text: index < firstRow ? '序号' : String(index - firstRow + 1), rowSpan: 1, columnSpan: 1 };
    return [number, ...row];
  });
  return { ...block, rows: numbers };
}

const cutAfter = (content: string, words: string) => content.slice(0, content.indexOf(words));

/** What must be refused, with its code. */
export const refusals: readonly Oddity[] = [
  { name: 'a scan', write: writeScan, refusal: 'DOCUMENT_SCANNED' },
  { name: 'a PDF with a password', write: writeLocked, refusal: 'DOCUMENT_ENCRYPTED' },
  {
    name: 'text that was cut in a table',
    write: (blocks) => cutAfter(writeText(blocks), '4.保护第三方'),
    refusal: 'TABLE_INCOMPLETE',
  },
  {
    name: 'a page without the table of disputes',
    write: (blocks) => writeHtml(blocks.filter((block) => block.kind !== 'table' || block.id !== 'disputes')),
    refusal: 'TABLE_MISSING',
  },
  {
    name: 'a row that is missing',
    write: (blocks) =>
      writeDocx(
        withLastLine(
          blocks,
          (rows) => rows.filter((row) => !row.some(({ text: label }) => label === '2.重复申请')),
          'applications',
        ),
      ),
    refusal: 'TABLE_INCOMPLETE',
  },
  {
    name: 'words where a figure should be',
    write: (blocks) =>
      writeXlsx(
        mapCells(blocks, (cell) => (cell.path === 'applications.received.total' ? { ...cell, text: '约三十' } : cell)),
      ),
    refusal: 'CELL_UNREADABLE',
  },
  {
    name: 'an amount that may mean two things',
    write: (blocks, report) =>
      writeHtml(mapCells(blocks, (cell) => (cell.path === amountPath(report) ? { ...cell, text: '30万' } : cell))),
    refusal: 'CELL_UNREADABLE',
  },
  {
    name: 'columns of other names',
    write: (blocks) => writeHtml(mapText(blocks, (words) => words.replace('商业企业', '各类企业'))),
    refusal: 'COLUMN_MISSING',
  },
  {
    name: 'tables that are there twice with other figures',
    write: (blocks) =>
      writeText([
        ...blocks,
        ...mapCells(blocks, (cell) => (cell.path === undefined ? cell : { ...cell, text: '7' })).slice(1),
      ]),
    refusal: 'DUPLICATE_CHAPTER',
  },
];
