import { unzipSync, type UnzipFileInfo } from 'fflate';
import { NianbaoError } from '#errors/nianbao-error.ts';

/** Reports have some 20 files in their archives and unpack to less than 2 MB. */
const limits = { entries: 1000, bytes: 48 * 1024 * 1024, ratio: 300 } as const;
/** A small file of nothing but blanks is harmless however well it packs. */
const RATIO_COUNTS_FROM = 1024 * 1024;

function unsafe(reason: string): NianbaoError {
  return new NianbaoError('DOCUMENT_UNSAFE', { reason });
}

function damaged(cause: unknown): NianbaoError {
  return new NianbaoError('DOCUMENT_DAMAGED', { kind: 'ZIP' }, { cause });
}

function unzip(bytes: Uint8Array, wanted: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: wanted });
  } catch (cause) {
    throw damaged(cause);
  }
}

// The library unpacks no file to more than the size that was declared, so that these can be believed.
function checkFiles(files: readonly UnzipFileInfo[]): void {
  const total = files.reduce((sum, { originalSize }) => sum + originalSize, 0);
  const dense = files.find(
    ({ size, originalSize }) => originalSize > RATIO_COUNTS_FROM && originalSize > size * limits.ratio,
  );
  if (files.length > limits.entries) throw unsafe(`ZIP > ${limits.entries}`);
  if (total > limits.bytes) throw unsafe(`ZIP > ${limits.bytes} B`);
  if (dense) throw unsafe(`ZIP > ${limits.ratio}:1`);
}

/** The files of a ZIP archive, unpacked one by one. */
export interface Archive {
  readonly names: ReadonlySet<string>;
  /** The text of a file; undefined when there is none of that name. */
  readonly text: (name: string) => string | undefined;
}

/** Opens an archive. DOCUMENT_UNSAFE when it would unpack to too much; nothing has been unpacked then. */
export function openArchive(bytes: Uint8Array): Archive {
  const files: UnzipFileInfo[] = [];
  unzip(bytes, (file) => {
    files.push(file);
    return false;
  });
  checkFiles(files);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return {
    names: new Set(files.map(({ name }) => name)),
    text: (name) => {
      const content = unzip(bytes, (file) => file.name === name)[name];
      try {
        return content && decoder.decode(content);
      } catch (cause) {
        throw damaged(cause);
      }
    },
  };
}
