import { PDFDict, PDFName, PDFRef, type PDFPage } from '@cantoo/pdf-lib';
import type { Operation } from './content-stream.ts';
import { hex, type GlyphNumbers, type ShownGlyphs } from './merge-fonts.ts';

const digits = /<([\da-fA-F]+)>/gu;
const shows = new Set(['Tj', 'TJ', "'", '"']);

/** The fonts of a page by the names that its text has for them. */
export function fontsOf({ node }: PDFPage): ReadonlyMap<string, PDFRef> {
  const fonts = node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
  return new Map(
    (fonts?.entries() ?? []).flatMap(([name, ref]) => (ref instanceof PDFRef ? [[name.toString(), ref] as const] : [])),
  );
}

/** A page's text with its fonts. */
export interface ShownText {
  readonly text: string;
  readonly operations: readonly Operation[];
  readonly fonts: ReadonlyMap<string, PDFRef>;
}

/** Which glyphs of which fonts the pages show. */
export function shownGlyphs(pages: readonly ShownText[]): ShownGlyphs {
  const shown = new Map<PDFRef, Set<number>>();
  for (const page of pages) {
    for (const { font, operation } of shownBy(page)) {
      const glyphs = shown.get(font) ?? new Set();
      shown.set(font, glyphs);
      const runs = [...operation.operands.join(' ').matchAll(digits)];
      for (const id of runs.flatMap(([, run = '']) => idsOf(run))) glyphs.add(id);
    }
  }
  return shown;
}

/** The page's text with the new numbers of its glyphs. */
export function renumberText(page: ShownText, numbers: GlyphNumbers): string {
  const pieces: string[] = [];
  let end = 0;
  for (const { font, operation } of shownBy(page)) {
    const own = numbers.get(font);
    if (!own) continue;
    const content = page.text.slice(operation.start, operation.end);
    const renumbered = content.replace(digits, (_, run: string) => {
      const ids = idsOf(run).map((id) => hex(own.get(id) ?? 0));
      return `<${ids.join('')}>`;
    });
    pieces.push(page.text.slice(end, operation.start), renumbered);
    ({ end } = operation);
  }
  return pieces.join('') + page.text.slice(end);
}

function idsOf(run: string): number[] {
  return (run.match(/.{4}/gu) ?? []).map((id) => Number.parseInt(id, 16));
}

function* shownBy({ operations, fonts }: ShownText): Generator<{ font: PDFRef; operation: Operation }> {
  let font: PDFRef | undefined;
  for (const operation of operations) {
    if (operation.operator === 'Tf') font = fonts.get(operation.operands[0] ?? '');
    if (font && shows.has(operation.operator)) yield { font, operation };
  }
}
