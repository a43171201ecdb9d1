import { placeRows, type Block, type LaidCell, type PlacedCell } from '../layout.ts';

/** What a PDF looks like. */
export interface PdfStyle {
  /** How borders are drawn; without any, a table is only its text. */
  readonly borders?: 'strokes' | 'rectangles' | 'none';
  /** The heads of a table stand on each page again. */
  readonly repeatHeads?: boolean;
  /** Date, title, address and page number in the margins, as browsers print them. */
  readonly browser?: boolean;
  /** “- 4 -” at the foot of each page. */
  readonly pageNumbers?: boolean;
  /** A font that is not in the document, by the character map of its collection. */
  readonly collection?: boolean;
  /** Points of a page's height that stay free for text; small pages break tables often. */
  readonly height?: number;
}

const [width, margin, size, lineHeight, padding] = [595, 60, 10, 14, 3] as const;

function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character >= '\u2e80' ? size : size / 2), 0);
}

function wrap(text: string, limit: number): string[] {
  const lines: string[] = [];
  for (const character of text) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + character) <= limit) lines[lines.length - 1] = last + character;
    else lines.push(character);
  }
  return lines;
}

/** Draws text and lines on pages, from the top down. */
class Pages {
  readonly contents: string[][] = [[]];
  readonly #style: PdfStyle;
  y: number;

  constructor(style: PdfStyle) {
    this.#style = style;
    this.y = this.top;
  }

  get height(): number {
    return this.#style.height ?? 842;
  }

  get top(): number {
    return this.height - 75;
  }

  ensure(space: number): boolean {
    if (this.y - space >= 75) return false;
    this.contents.push([]);
    this.y = this.top;
    return true;
  }

  text(text: string, x: number, y: number): void {
    const codes = Array.from({ length: text.length }, (_, index) =>
      text.charCodeAt(index).toString(16).padStart(4, '0'),
    );
    this.draw(`BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${codes.join('')}> Tj ET`);
  }

  box(x: number, y: number, right: number, top: number): void {
    const { borders = 'strokes' } = this.#style;
    if (borders === 'strokes') this.draw(`0.5 w ${x} ${y} ${right - x} ${top - y} re S`);
    if (borders === 'rectangles')
      for (const [left, bottom, across, up] of [
        [x, y, right - x, 0.5],
        [x, top, right - x, 0.5],
        [x, y, 0.5, top - y],
        [right, y, 0.5, top - y],
      ])
        this.draw(`${left} ${bottom} ${across} ${up} re f`);
  }

  draw(operators: string): void {
    this.contents.at(-1)?.push(operators);
  }
}

function edgesOf(cells: readonly PlacedCell[], { borders }: PdfStyle): number[] {
  const columns = Math.max(...cells.map(({ column, columnSpan }) => column + columnSpan));
  const first = Math.min(...cells.flatMap(({ path, column }) => (path === undefined ? [] : [column])));
  const whole = width - 2 * margin;
  // Without lines nothing tells that a number goes on below, so that its column is wide enough.
  const figure = first === 0 ? whole / columns : borders === 'none' && columns < 8 ? 62 : 42;
  const label = first === 0 ? 0 : (whole - (columns - first) * figure) / first;
  const edges = Array.from({ length: columns + 1 }, (_, index) => index);
  return edges.map((index) => margin + Math.min(index, first) * label + Math.max(0, index - first) * figure);
}

function drawTable(pages: Pages, rows: readonly (readonly LaidCell[])[], style: PdfStyle): void {
  const cells = placeRows(rows);
  const edges = edgesOf(cells, style);
  const spaceOf = ({ column, columnSpan }: PlacedCell) =>
    (edges[column + columnSpan] ?? 0) - (edges[column] ?? 0) - 2 * padding;
  const linesOf = (cell: PlacedCell) => wrap(cell.text, spaceOf(cell));
  const heights = rows.map(
    (_, row) =>
      Math.max(
        1,
        ...cells.filter((cell) => cell.row === row && cell.rowSpan === 1).map((cell) => linesOf(cell).length),
      ) *
        lineHeight +
      2 * padding,
  );
  const headRows = cells.find(({ path }) => path !== undefined)?.row ?? 0;
  const heightOf = (from: number, to: number) => heights.slice(from, to).reduce((sum, height) => sum + height, 0);
  /** What did not fit on the page before goes on in the cell's next part. */
  const unfinished = new Map<PlacedCell, string[]>();
  const drawRows = (from: number, to: number, again = false) => {
    const top = pages.y;
    for (const cell of cells.filter(({ row, rowSpan }) => row < to && row + rowSpan > from)) {
      const upper = top - heightOf(from, Math.max(from, cell.row));
      const lower = top - heightOf(from, Math.min(to, cell.row + cell.rowSpan));
      pages.box(edges[cell.column] ?? 0, lower, edges[cell.column + cell.columnSpan] ?? 0, upper);
      const rest = (again ? undefined : unfinished.get(cell)) ?? linesOf(cell);
      const fitting = cell.row + cell.rowSpan > to ? Math.floor((upper - lower - padding) / lineHeight) : rest.length;
      for (const [index, line] of rest.slice(0, fitting).entries())
        pages.text(line, (edges[cell.column] ?? 0) + padding, upper - (index + 1) * lineHeight + 2);
      unfinished.set(cell, rest.slice(fitting));
    }
    pages.y = top - heightOf(from, to);
  };
  // A table that begins with a band has no heads that go for all of it.
  const repeats = style.repeatHeads && rows[0] && rows[0].length > 1;
  let start = 0;
  let used = 0;
  for (let row = 0; row < rows.length; row++) {
    if (pages.y - used - (heights[row] ?? 0) < 75 && row > start) {
      drawRows(start, row);
      pages.ensure(10_000);
      if (repeats && row > headRows) drawRows(0, headRows, true);
      [start, used] = [row, 0];
    }
    used += heights[row] ?? 0;
  }
  drawRows(start, rows.length);
  pages.y -= lineHeight;
}

function drawBlock(pages: Pages, block: Block, style: PdfStyle): void {
  if (block.kind === 'table') {
    drawTable(pages, block.rows, style);
    return;
  }
  const limit = width - 2 * margin;
  const lines = wrap(block.kind === 'title' ? block.text : `\u3000\u3000${block.text}`, limit);
  for (const line of lines) {
    pages.ensure(lineHeight);
    const bare = line.replace(/^\u3000+/u, '');
    const indent = block.kind === 'title' ? (limit - widthOf(line)) / 2 : widthOf(line) - widthOf(bare);
    pages.text(bare, margin + indent, pages.y - lineHeight);
    pages.y -= lineHeight + 4;
  }
}

function addFurniture(pages: Pages, style: PdfStyle): void {
  const { contents } = pages;
  for (const [index, content] of contents.entries()) {
    const write = (text: string, x: number, y: number) => {
      const single = new Pages(style);
      single.text(text, x, y);
      content.push(...(single.contents[0] ?? []));
    };
    if (style.pageNumbers) write(`- ${index + 1} -`, 285, 40);
    if (!style.browser) continue;
    write('2025/1/20 10:33', 24, pages.height - 25);
    write('政府信息公开年报_某区政府', 250, pages.height - 25);
    write('https://www.example.gov.cn/zwgk/nb/202501/t20250120_1.html', 24, 18);
    write(`${index + 1}/${contents.length}`, 540, 18);
  }
}

const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
256 beginbfrange
${Array.from({ length: 256 }, (_, high) => {
  const byte = high.toString(16).padStart(2, '0');
  return `<${byte}00> <${byte}ff> <${byte}00>`;
}).join('\n')}
endbfrange endcmap end end`;

function fontObjects({ collection = false }: PdfStyle): string[] {
  const ordering = collection ? 'GB1' : 'Identity';
  const system = `<< /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >>`;
  const widths = collection ? '/W [1 95 500 814 907 500]' : '/W [32 126 500]';
  const descriptor =
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 800 /StemV 80 >>';
  return [
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${collection ? 'UniGB-UCS2-H' : 'Identity-H'} /DescendantFonts [4 0 R]${collection ? '' : ' /ToUnicode 6 0 R'} >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo ${system} /FontDescriptor 5 0 R /DW 1000 ${widths} >>`,
    descriptor,
    `<< /Length ${toUnicode.length} >>\nstream\n${toUnicode}\nendstream`,
  ];
}

/** Puts objects together to a file, with its table of offsets. */
function fileOf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** A PDF of a report, with text that stands where it is drawn and nothing else. */
export function writePdf(blocks: readonly Block[], style: PdfStyle = {}): Uint8Array {
  const pages = new Pages(style);
  for (const block of blocks) drawBlock(pages, block, style);
  addFurniture(pages, style);
  const first = 7;
  const kids = pages.contents.map((_, index) => `${first + 2 * index} 0 R`);
  const pageObjects = pages.contents.flatMap((content, index) => {
    const operators = content.join('\n');
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${pages.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * index + 1} 0 R >>`,
      `<< /Length ${operators.length} >>\nstream\n${operators}\nendstream`,
    ];
  });
  return fileOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`,
    ...fontObjects(style),
    ...pageObjects,
  ]);
}

/** A PDF whose pages are pictures, as a scanner makes it. */
export function writeScan(): Uint8Array {
  const image =
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream';
  const content = 'q 595 0 0 842 0 0 cm /I Do Q';
  return fileOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 4 0 R >> >> /Contents 5 0 R >>',
    image,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]);
}

/** A PDF that asks for a password: its encryption dictionary holds keys that no empty password opens. */
export function writeLocked(): Uint8Array {
  const key = `<${'5a'.repeat(32)}>`;
  return new Uint8Array(
    Buffer.from(
      Buffer.from(
        fileOf([
          '<< /Type /Catalog /Pages 2 0 R >>',
          '<< /Type /Pages /Kids [] /Count 0 >>',
          `<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`,
        ]),
      )
        .toString('latin1')
        .replace('/Root 1 0 R', `/Root 1 0 R /Encrypt 3 0 R /ID [${key} ${key}]`),
      'latin1',
    ),
  );
}
