import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Tag {
  readonly role: string;
  readonly children: readonly Tag[];
}

/** What a reader that is not Chromium sees in a PDF. */
export interface ReadPdf {
  readonly pages: number;
  /** Width and height of each page in points. */
  readonly sizes: readonly (readonly [number, number])[];
  /** Characters of each page, without white space. */
  readonly pageTexts: readonly string[];
  /** All characters in reading order, without white space. */
  readonly text: string;
  readonly language: string | null;
  readonly title: unknown;
  readonly marked: boolean;
  readonly outline: readonly string[];
  /** Roles of all structure nodes, outer ones first. */
  readonly roles: readonly string[];
}

/** Reads a PDF with pdf.js, which unlike poppler does not hide Kangxi radicals behind ActualText. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  try {
    const pages = await pagesOf(pdf);
    const pageTexts = await Promise.all(pages.map(textOf));
    const { info } = await pdf.getMetadata();
    return {
      pages: pdf.numPages,
      sizes: pages.map(sizeOf),
      pageTexts,
      text: pageTexts.join(''),
      language: (info as { Language?: string }).Language ?? null,
      title: (info as { Title?: string }).Title,
      marked: (await pdf.getMarkInfo())?.Marked === true,
      outline: outlineTitles(await pdf.getOutline()),
      roles: await rolesOf(pages),
    };
  } finally {
    await task.destroy();
  }
}

interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

function outlineTitles(items: readonly OutlineItem[] | null): string[] {
  return (items ?? []).flatMap((item) => [item.title, ...outlineTitles(item.items)]);
}

async function pagesOf(pdf: PDFDocumentProxy) {
  return Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  const strings = items.map((item) => ('str' in item ? item.str : ''));
  return strings.join('').replace(/\s/g, '');
}

function sizeOf(page: PDFPageProxy): readonly [number, number] {
  const { width, height } = page.getViewport({ scale: 1 });
  return [width, height];
}

async function rolesOf(pages: readonly PDFPageProxy[]): Promise<string[]> {
  const trees = await Promise.all(pages.map((page) => page.getStructTree()));
  const walk = (tag: Partial<Tag>): string[] => [tag.role ?? '', ...(tag.children ?? []).flatMap(walk)];
  return trees.flatMap((tree) => walk(tree as unknown as Tag)).filter(Boolean);
}
