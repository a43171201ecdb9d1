import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import {
  PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFStreamWriter,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { readOperations } from './content-stream.ts';
import { dropUnreachable } from './drop-unreachable.ts';
import { describeLinks } from './links.ts';
import { markArtifacts, markedItems } from './marked-content.ts';
import { mergeFonts } from './merge-fonts.ts';
import { writeMetadata } from './metadata.ts';
import { layoutItems, repeatedItems, withoutItems, withStandardTypes, type Removed } from './prune.ts';
import { fontsOf, renumberText, shownGlyphs, type ShownText } from './shown-glyphs.ts';
import { readStructure } from './structure-tree.ts';
import { writeStructure } from './write-structure.ts';

const none: ReadonlySet<number> = new Set();

/** Objects are compressed together, so many at a time. */
const OBJECTS_A_STREAM = 500;

/**
 * Makes PDF/UA-1 of what Chromium printed, which is nearly that: what is not read is marked so, repeated heads of tables
 * are read once, and what the standard asks for is added. The same print gives the same bytes.
 */
export async function makeAccessible(printed: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false });
  const printedPages = pdf.getPages().map(readPage);
  const numbers = mergeFonts(pdf, shownGlyphs(printedPages));
  const pages = printedPages.map((page) => withText(page, renumberText(page, numbers)));
  const marked = new Map(
    pages.map(({ ref, operations }) => [ref, new Map(markedItems(operations).map((item) => [item.mcid, item]))]),
  );
  const { root, document } = readStructure(pdf);
  const layout = layoutItems(document, marked);
  const repeated = repeatedItems(document, marked);
  const left = withoutItems(withoutItems(document, layout), repeated);
  for (const page of pages) markPage(page, layout, repeated);
  writeStructure(pdf, root, withStandardTypes(pdf, left));
  describeLinks(pdf);
  writeMetadata(pdf);
  dropUnreachable(pdf);
  return save(pdf);
}

interface Page extends ShownText {
  readonly ref: PDFRef;
  readonly stream: PDFRawStream;
}

function readPage(page: PDFPage): Page {
  const { ref, node } = page;
  const stream = node.lookup(PDFName.of('Contents'));
  if (!(stream instanceof PDFRawStream)) throw new Error('A page has its contents in more than one stream.');
  const text = inflateSync(stream.contents).toString('latin1');
  return { ref, stream, fonts: fontsOf(page), text, operations: readOperations(text) };
}

function withText(page: Page, text: string): Page {
  return { ...page, text, operations: readOperations(text) };
}

function markPage({ ref, stream, text, operations }: Page, layout: Removed, repeated: Removed): void {
  const artifacts = { layout: layout.get(ref) ?? none, repeated: repeated.get(ref) ?? none };
  const marked = Buffer.from(markArtifacts(text, operations, artifacts), 'latin1');
  stream.updateContents(deflateSync(marked, { level: 9 }));
}

/** The file's id is a digest of the rest, so that the same document is the same file. */
async function save(pdf: PDFDocument): Promise<Uint8Array> {
  const { context } = pdf;
  const placeholder = '0'.repeat(32);
  const id = PDFHexString.of(placeholder);
  context.trailerInfo.ID = context.obj([id, id]);
  context.header = PDFHeader.forVersion(1, 7);
  const bytes = await PDFStreamWriter.forContext(context, Infinity, true, OBJECTS_A_STREAM).serializeToBuffer();
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let place = file.lastIndexOf(placeholder); place !== -1; place = file.lastIndexOf(placeholder))
    file.write(digest, place);
  return file;
}
