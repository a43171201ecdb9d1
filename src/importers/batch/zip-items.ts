import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { MAX_DOCUMENT_BYTES } from '../document-size.ts';
import type { BatchItem } from './batch-item.ts';
import { decodeEntryName, isIncidental } from './entry-name.ts';

/** A city sends some hundred documents of less than 1 MB each. */
const limits = { entries: 10_000, bytes: 2 * 2 ** 30, ratio: 300 } as const;
/** A small file of nothing but blanks is harmless however well it packs. */
const RATIO_COUNTS_FROM = 2 ** 20;

/** A ZIP archive that is read entry by entry, never as a whole. */
export interface OpenZip {
  /** Paths of all files in it. */
  readonly paths: readonly string[];
  readonly items: readonly BatchItem[];
  readonly close: () => void;
}

interface NamedEntry {
  readonly path: string;
  readonly entry: Entry;
}

const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;

function unsafe(reason: string): NianbaoError {
  return new NianbaoError('DOCUMENT_UNSAFE', { reason });
}

function damaged(cause: unknown): NianbaoError {
  return new NianbaoError('DOCUMENT_DAMAGED', { kind: 'ZIP' }, { cause });
}

async function listEntries(zip: ZipFile): Promise<NamedEntry[]> {
  if (zip.entryCount > limits.entries) throw unsafe(`ZIP > ${limits.entries}`);
  const entries: NamedEntry[] = [];
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    bytes += entry.uncompressedSize;
    if (bytes > limits.bytes) throw unsafe(`ZIP > ${limits.bytes} B`);
    entries.push({ path: decodeEntryName(entry.fileNameRaw, entry.generalPurposeBitFlag), entry });
  }
  return entries.filter(({ path }) => !path.endsWith('/'));
}

/** The library unpacks no entry to more than it declares, so that its sizes can be believed. */
function checkEntry(entry: Entry): void {
  const { uncompressedSize, compressedSize } = entry;
  if (entry.isEncrypted()) throw new NianbaoError('DOCUMENT_ENCRYPTED');
  if (uncompressedSize > RATIO_COUNTS_FROM && uncompressedSize > compressedSize * limits.ratio)
    throw unsafe(`ZIP > ${limits.ratio}:1`);
  if (uncompressedSize > MAX_DOCUMENT_BYTES)
    throw new NianbaoError('DOCUMENT_TOO_LARGE', { limit: MAX_DOCUMENT_BYTES });
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  checkEntry(entry);
  try {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  } catch (cause) {
    throw damaged(cause);
  }
}

/** Opens an archive; DOCUMENT_DAMAGED, or DOCUMENT_UNSAFE when it holds too much. Items are named `archive/path`. */
export async function openZip(archive: string, source: { readonly file: string } | Uint8Array): Promise<OpenZip> {
  const opening =
    'file' in source ? openPromise(source.file, options) : fromBufferPromise(Buffer.from(source), options);
  const zip = await opening.catch((cause: unknown) => {
    throw damaged(cause);
  });
  try {
    const entries = await listEntries(zip);
    const wanted = entries.filter(({ path }) => !isIncidental(path));
    return {
      paths: entries.map(({ path }) => path),
      items: wanted.map(({ path, entry }) => ({ name: `${archive}/${path}`, read: () => readEntry(zip, entry) })),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error instanceof NianbaoError ? error : damaged(error);
  }
}
