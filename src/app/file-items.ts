import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BatchItem } from '#importers/batch/batch-item.ts';
import { isIncidental } from '#importers/batch/entry-name.ts';
import { beginsLikeZip, countFile, unpackFile } from '#importers/batch/unpack.ts';
import { readBytes } from './read-bytes.ts';

/** What stands below paths, ready to be imported. */
export interface FileItems {
  /** How many documents there are; an archive in an archive counts as one until it is opened. */
  readonly total: number;
  readonly items: AsyncIterable<BatchItem>;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !isIncidental(name));
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    // A link is followed to a file, never to a folder, which might be one above.
    if (entry.isDirectory()) found.push(...(await filesBelow(path)));
    else if (entry.isFile() || (await isFile(path))) found.push(path);
  }
  return found;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** A path that is not there is an item all the same, whose outcome says so. */
async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ? filesBelow(path) : [path];
}

async function isZip(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => undefined);
  try {
    const head = await handle?.read(Buffer.alloc(4), 0, 4, 0);
    return head !== undefined && beginsLikeZip(head.buffer);
  } catch {
    return false;
  } finally {
    await handle?.close();
  }
}

async function* itemsOf(files: readonly string[]): AsyncGenerator<BatchItem> {
  for (const file of files) {
    // What can not be opened as an archive is told of by the reader of documents.
    const entries = (await isZip(file)) ? await unpackFile(file).catch(() => undefined) : undefined;
    if (entries) yield* entries;
    else yield { name: file, read: () => readBytes(file) };
  }
}

async function countOf(file: string): Promise<number> {
  return (await isZip(file)) ? countFile(file).catch(() => 1) : 1;
}

/** The documents of files, of folders and all that is below them, and of ZIP archives, in the order of their names. */
export async function fileItems(paths: readonly string[]): Promise<FileItems> {
  const files: string[] = [];
  for (const path of paths) files.push(...(await filesOf(path)));
  let total = 0;
  for (const file of files) total += await countOf(file);
  return { total, items: itemsOf(files) };
}
