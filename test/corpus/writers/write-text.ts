import { plainGrid, type Block, type LaidCell } from '../layout.ts';

/** How a page's text comes out. */
export interface TextStyle {
  /** Between the figures and words of a row. */
  readonly between?: string;
  /** Labels are broken after this many characters. */
  readonly wrap?: number;
  /** Stands between the rows of tables, every so many. */
  readonly mark?: { readonly text: string; readonly every: number };
  /** Vertical heads come out letter by letter. */
  readonly lettered?: boolean;
  /** The last figure of every row stands on the next line. */
  readonly lastAlone?: boolean;
}

function wrapped(text: string, width: number | undefined): string {
  return width === undefined
    ? text
    : Array.from(text.matchAll(new RegExp(`.{1,${width}}`, 'gu')), ([part]) => part).join('\n');
}

function rowText(cells: readonly LaidCell[], style: TextStyle): string {
  const { between = ' ', wrap, lettered = false, lastAlone = false } = style;
  const heads = cells.filter(({ path }) => path === undefined);
  const figures = cells.filter(({ path }) => path !== undefined).map(({ text }) => text);
  const tall = heads.slice(0, -1).map(({ text }) => (lettered ? Array.from(text).join('\n') : wrapped(text, wrap)));
  const [label = ''] = heads.slice(-1).map(({ text }) => wrapped(text, wrap));
  const last = lastAlone && figures.length > 1 ? `\n${figures.at(-1)}` : '';
  const own = [label, ...(last === '' ? figures : figures.slice(0, -1))].filter((text) => text !== '');
  return [...tall, own.join(between) + last].join('\n\n');
}

function tableText(rows: readonly (readonly LaidCell[])[], style: TextStyle): string {
  const lines = rows.map((cells) => rowText(cells, style));
  const { mark } = style;
  return lines
    .map((line, index) => (mark && index % mark.every === mark.every - 1 ? `${line}\n\n${mark.text}` : line))
    .join('\n\n');
}

/** A report as the text of its pages. */
export function writeText(blocks: readonly Block[], style: TextStyle = {}): string {
  const parts = blocks.map((block) => (block.kind === 'table' ? tableText(block.rows, style) : block.text));
  return `${parts.join('\n\n')}\n`;
}

/** A report in Markdown, with merged cells taken apart. */
export function writeMarkdown(blocks: readonly Block[]): string {
  const parts = blocks.map((block) => {
    if (block.kind === 'title') return `# ${block.text}`;
    if (block.kind === 'heading') return `## ${block.text}`;
    if (block.kind !== 'table') return block.text;
    const [head = [], ...rows] = plainGrid(block.rows);
    return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}

/** A sheet that was saved as text with separators. */
export function writeSeparated(blocks: readonly Block[], separator = ','): string {
  const quote = (text: string) => (/[",\n\t;]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = blocks.flatMap((block) => (block.kind === 'table' ? plainGrid(block.rows) : [[block.text]]));
  return lines.map((cells) => cells.map(quote).join(separator)).join('\r\n');
}

/** Paragraphs and tables as a list, the way programs hand documents on. */
export function writeJson(blocks: readonly Block[]): string {
  return JSON.stringify({
    content: blocks.map((block) =>
      block.kind === 'table' ? { rows: plainGrid(block.rows) } : { type: block.kind, text: block.text },
    ),
  });
}
