import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A node of the structure tree: its role and what is below it. */
export interface Tag {
  readonly role: string;
  readonly children: readonly Tag[];
}

/** What a reader that is not Chromium sees in a PDF. */
export interface ReadPdf {
  readonly pages: number;
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
    const { info } = await pdf.getMetadata();
    return {
      pages: pdf.numPages,
      text: await text(pdf),
      language: (info as { Language?: string }).Language ?? null,
      title: (info as { Title?: string }).Title,
      marked: (await pdf.getMarkInfo())?.Marked === true,
      outline: outlineTitles(await pdf.getOutline()),
      roles: await roles(pdf),
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

async function text(pdf: PDFDocumentProxy): Promise<string> {
  const contents = await Promise.all((await pagesOf(pdf)).map((page) => page.getTextContent()));
  const items = contents.flatMap(({ items: found }) => found);
  return items
    .map((item) => ('str' in item ? item.str : ''))
    .join('')
    .replace(/\s/g, '');
}

async function roles(pdf: PDFDocumentProxy): Promise<string[]> {
  const trees = await Promise.all((await pagesOf(pdf)).map((page) => page.getStructTree()));
  const walk = (tag: Partial<Tag>): string[] => [tag.role ?? '', ...(tag.children ?? []).flatMap(walk)];
  return trees.flatMap((tree) => walk(tree as unknown as Tag)).filter(Boolean);
}
