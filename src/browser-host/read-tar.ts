/** A plain file of a tar archive. */
export interface TarFile {
  readonly path: string;
  readonly mode: number;
  readonly content: Buffer;
}

const BLOCK = 512;

/** The plain files of an uncompressed ustar archive with short names; folders and links are passed over. */
export function* readTar(archive: Buffer): Generator<TarFile> {
  let offset = 0;
  while (offset + BLOCK <= archive.length && archive[offset] !== 0) {
    const header = archive.subarray(offset, offset + BLOCK);
    const size = octal(header, 124, 12);
    const start = offset + BLOCK;
    if (text(header, 156, 1) === '0') {
      const content = archive.subarray(start, start + size);
      yield { path: text(header, 0, 100), mode: octal(header, 100, 8), content };
    }
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function text(header: Buffer, start: number, length: number): string {
  return header.toString('latin1', start, start + length).replace(/\0.*$/s, '');
}

function octal(header: Buffer, start: number, length: number): number {
  return Number.parseInt(text(header, start, length), 8) || 0;
}
