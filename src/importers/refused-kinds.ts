import { NianbaoError } from '#errors/nianbao-error.ts';

function startsWith(bytes: Uint8Array, signature: readonly number[] | string, at = 0): boolean {
  const expected = typeof signature === 'string' ? Array.from(signature, (one) => one.charCodeAt(0)) : signature;
  return expected.every((byte, index) => bytes[at + index] === byte);
}

const pictures: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  PNG: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]),
  JPEG: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  GIF: (bytes) => startsWith(bytes, 'GIF8'),
  BMP: (bytes) => startsWith(bytes, 'BM') && startsWith(bytes, [0, 0, 0, 0], 6),
  TIFF: (bytes) => startsWith(bytes, [0x49, 0x49, 0x2a, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2a]),
  WebP: (bytes) => startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8),
};

const otherKinds: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  RTF: (bytes) => startsWith(bytes, '{\\rtf'),
  RAR: (bytes) => startsWith(bytes, 'Rar!'),
  '7z': (bytes) => startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf]),
  gzip: (bytes) => startsWith(bytes, [0x1f, 0x8b]),
};

/** Encrypted Office documents stand in a container of old Office, with a stream of this name in UTF-16. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/** Refuses documents of kinds that can not be read, each with a code that says what to do instead. */
export function refuseKinds(bytes: Uint8Array): void {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    throw new NianbaoError(
      Buffer.from(bytes).includes(encryptedPackage) ? 'DOCUMENT_ENCRYPTED' : 'DOCUMENT_OLD_OFFICE',
    );
  const picture = Object.entries(pictures).find(([, matches]) => matches(bytes));
  if (picture) throw new NianbaoError('DOCUMENT_IS_PICTURE', { kind: picture[0] });
  const other = Object.entries(otherKinds).find(([, matches]) => matches(bytes));
  if (other) throw new NianbaoError('DOCUMENT_KIND_UNSUPPORTED', { kind: other[0] });
}

/** Kinds of ZIP archives that can not be read, by a file that each of them has. */
const archives: readonly (readonly [name: string, kind: string])[] = [
  ['OFD.xml', 'OFD'],
  ['ppt/presentation.xml', 'PPTX'],
  ['content.xml', 'OpenDocument'],
  ['xl/workbook.bin', 'XLSB'],
];

/** What an archive that is no document of a known kind is refused with. */
export function refusalOfArchive(names: ReadonlySet<string>): NianbaoError {
  const kind = archives.find(([name]) => names.has(name))?.[1];
  return new NianbaoError('DOCUMENT_KIND_UNSUPPORTED', { kind: kind ?? 'ZIP' });
}
