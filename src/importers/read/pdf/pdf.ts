import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Source, SourceLine } from '../../source.ts';
import { Blocks } from '../blocks.ts';
import { withoutFurniture } from './furniture.ts';
import { chainsOf, placeChain, type PagePart } from './join-pages.ts';
import { withPdf } from './open-pdf.ts';
import { drawnRows, rowsOfRuns, runsOf, type Run } from './page-runs.ts';
import { columnOf, joinLines, linesOf, type PageLine } from './paragraphs.ts';
import { rulingsOf } from './rulings.ts';
import { ruledTables, type RuledTable } from './ruled-tables.ts';
import {
  blockText,
  isMarked,
  joinOverPages,
  markedBlocksOf,
  taggedBlocks,
  type MarkedBlock,
} from './structure-tree.ts';

/** A document with less text than a title is a picture of a document. */
const leastText = 20;

interface ReadPage {
  readonly number: number;
  readonly height: number;
  readonly tables: readonly RuledTable[];
  readonly runs: readonly Run[];
  readonly blocks: readonly MarkedBlock[];
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  const [, bottom = 0, , top = 0] = page.view;
  const runs = await runsOf(page);
  const { tables, rest } = ruledTables(await rulingsOf(page), runs);
  const blocks = await markedBlocksOf(page);
  page.cleanup();
  return { number, height: top - bottom, tables, runs: rest, blocks };
}

async function readPages(pdf: PDFDocumentProxy): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(pdf, number));
  return pages;
}

function textOf({ runs, tables }: ReadPage): string {
  return [...runs, ...tables.flatMap(({ cells }) => cells)]
    .map(({ text }) => text)
    .join('')
    .replace(/\s/gu, '');
}

function partsOf({ number, tables }: ReadPage, lines: readonly PageLine[]): PagePart[] {
  return tables.map((table, index) => ({
    table,
    page: number,
    opensPage: index === 0 && lines.every(({ bottom }) => bottom < table.box.top),
    closesPage: index === tables.length - 1 && lines.every(({ top }) => top > table.box.bottom),
  }));
}

/** Paragraphs by the structure of the document. */
function addTagged(blocks: Blocks, pages: readonly ReadPage[]): void {
  const tagged = pages.map(({ runs, blocks: marked, number }) => taggedBlocks(runs, marked, number));
  for (const block of joinOverPages(tagged)) {
    const number = block.lines[0]?.page ?? 1;
    if (block.level === undefined) blocks.paragraph(blockText(block), number);
    else if (block.runIn) blocks.runIn(blockText(block));
    else blocks.heading(blockText(block), block.level, number);
  }
}

/** Lines as on the page, with indents and gaps in front of them, for the reader of plain text. */
function plainLines(pages: readonly (readonly PageLine[])[]): SourceLine[] {
  const column = columnOf(pages.flat());
  let count = 0;
  const lines = pages.flatMap((page) =>
    page.flatMap((line, index): SourceLine[] => {
      const number = ++count;
      const above = page[index - 1];
      const isApart = above !== undefined && above.bottom - line.top > line.size;
      const indent = line.left > column.left + 1.2 * line.size ? '\u3000\u3000' : '';
      return [...(isApart ? [{ number, text: '' }] : []), { number, text: indent + line.text }];
    }),
  );
  return [...lines, { number: lines.at(-1)?.number ?? 1, text: '' }];
}

function pageLines(pages: readonly ReadPage[], rowsOf = rowsOfRuns): PageLine[][] {
  return withoutFurniture(pages.map(({ runs, number, height }) => ({ lines: linesOf(runs, number, rowsOf), height })));
}

function sourceOf(pages: readonly ReadPage[]): Source {
  const lines = pageLines(pages);
  const parts = pages.flatMap((page, index) => partsOf(page, lines[index] ?? []));
  if (parts.length === 0)
    return {
      lines: plainLines(pageLines(pages, drawnRows)),
      otherwise: () => ({ lines: plainLines(lines) }),
    };
  const blocks = new Blocks();
  if (pages.every(({ runs, blocks: marked }) => runs.length === 0 || isMarked(runs, marked))) addTagged(blocks, pages);
  else for (const { text, page } of joinLines(lines.flat())) blocks.paragraph(text, page);
  for (const chain of chainsOf(parts)) blocks.placed(placeChain(chain));
  return blocks.source();
}

/**
 * The text layer of a PDF: paragraphs by its structure tree or else by their places, tables by the lines around their
 * cells. Lines are pages; in a document without ruled tables they are the lines of its text.
 */
export async function readPdf(bytes: Uint8Array): Promise<Source> {
  return withPdf(bytes, async (pdf) => {
    const pages = await readPages(pdf);
    if (pages.map(textOf).join('').length < leastText) throw new NianbaoError('DOCUMENT_SCANNED');
    return sourceOf(pages);
  });
}
