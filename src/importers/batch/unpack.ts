import { NianbaoError } from '#errors/nianbao-error.ts';
import type { BatchItem } from './batch-item.ts';
import { openZip, type OpenZip } from './zip-items.ts';

/** An archive in an archive is what a county sends of its towns; deeper ones are made to harm. */
const DEEPEST = 2;

/** Parts that make an archive one document: Office Open XML, OpenDocument. */
const documentParts: ReadonlySet<string> = new Set(['[Content_Types].xml', 'mimetype', 'word/document.xml']);

/** Whether bytes begin like a ZIP archive. */
export function beginsLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
}

function isDocument({ paths }: OpenZip): boolean {
  return paths.some((path) => documentParts.has(path));
}

function settled(item: BatchItem, bytes: Uint8Array): BatchItem {
  return { name: item.name, read: () => Promise.resolve(bytes) };
}

function refused(name: string, error: unknown): BatchItem {
  return { name, read: () => Promise.reject(error) };
}

async function* unpackBytes(item: BatchItem, bytes: Uint8Array, depth: number): AsyncGenerator<BatchItem> {
  // What can not be opened as an archive is told of by the reader of documents.
  const zip = beginsLikeZip(bytes) ? await openZip(item.name, bytes).catch(() => undefined) : undefined;
  if (!zip || isDocument(zip)) yield settled(item, bytes);
  else if (depth >= DEEPEST) yield refused(item.name, new NianbaoError('DOCUMENT_UNSAFE', { reason: 'nesting' }));
  else for (const inner of zip.items) yield* unpackItem(inner, depth + 1);
}

/** The documents of an item: itself, or what is in it where it is an archive of documents. */
export async function* unpackItem(item: BatchItem, depth = 0): AsyncGenerator<BatchItem> {
  let bytes: Uint8Array;
  try {
    bytes = await item.read();
  } catch (error) {
    yield refused(item.name, error);
    return;
  }
  yield* unpackBytes(item, bytes, depth);
}

/** The documents of an archive in a file, however large: entries are read one by one. Undefined for one document. */
export async function unpackFile(file: string): Promise<AsyncGenerator<BatchItem> | undefined> {
  const zip = await openZip(file, { file });
  if (isDocument(zip)) {
    zip.close();
    return undefined;
  }
  return (async function* entries() {
    try {
      for (const item of zip.items) yield* unpackItem(item, 1);
    } finally {
      zip.close();
    }
  })();
}

function countAndClose(zip: OpenZip): number {
  zip.close();
  return isDocument(zip) ? 1 : zip.items.length;
}

/** How many documents an archive in a file holds, itself being one if it is one; nothing is unpacked. */
export async function countFile(file: string): Promise<number> {
  return countAndClose(await openZip(file, { file }));
}

async function countItem({ name, read }: BatchItem): Promise<number> {
  const bytes = await read();
  return beginsLikeZip(bytes) ? countAndClose(await openZip(name, bytes)) : 1;
}

/** How many documents there are, archives in archives unopened; what can not be opened counts as one. */
export async function countDocuments(items: readonly BatchItem[]): Promise<number> {
  const counts = await Promise.all(items.map((item) => countItem(item).catch(() => 1)));
  return counts.reduce((sum, count) => sum + count, 0);
}
