import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What somebody hears of a PDF, and what they do not. */
export interface ReadAloud {
  /** Text in the order of the structure tree, without white space. */
  readonly heard: string;
  /** Text that is marked as an artifact, by page. */
  readonly artifacts: readonly string[];
  /** Text that is neither. */
  readonly unmarked: string;
  /** Structure nodes without any text below them, by role. */
  readonly silent: readonly string[];
}

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** Reads a PDF aloud as pdf.js sees it: page by page, each in the order of the structure tree. */
export async function readAloud(bytes: Uint8Array): Promise<ReadAloud> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const read = { heard: '', artifacts: [] as string[], unmarked: '', silent: [] as string[] };
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { marked, artifacts, unmarked } = await textsOf(page);
      const tree = (await page.getStructTree()) as Node | null;
      read.heard += tree ? listen(tree, marked, read.silent) : '';
      read.artifacts.push(artifacts);
      read.unmarked += unmarked;
    }
    return read;
  } finally {
    await task.destroy();
  }
}

function listen(node: Node, texts: ReadonlyMap<string, string>, silent: string[]): string {
  if (node.type === 'content') return texts.get(node.id ?? '') ?? '';
  const heard = (node.children ?? []).map((child) => listen(child, texts, silent)).join('');
  if (heard === '' && node.role !== undefined) silent.push(node.role);
  return heard;
}

/** pdf.js' types leave the tag out. */
function tagOf(item: object): unknown {
  return 'tag' in item ? item.tag : undefined;
}

async function textsOf(page: PDFPageProxy) {
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const marked = new Map<string, string>();
  const open: string[] = [];
  let [artifacts, unmarked] = ['', ''];
  for (const item of content.items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(tagOf(item) === 'Artifact' ? 'Artifact' : (item.id ?? ''));
      continue;
    }
    const text = item.str.replace(/\s+/gu, '');
    const owner = open.at(-1);
    if (open.includes('Artifact')) artifacts += text;
    else if (owner === undefined || owner === '') unmarked += text;
    else marked.set(owner, (marked.get(owner) ?? '') + text);
  }
  return { marked, artifacts, unmarked };
}
