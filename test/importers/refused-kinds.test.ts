import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { catalogue } from '#errors/catalogue.ts';
import { readDocument } from '#importers/read-document.ts';

const oldOffice = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

describe('kinds of documents that can not be read are told from damaged ones, with what to do', () => {
  it.each([
    ['a document of Word 97', bytes(oldOffice, 'WordDocument'), 'DOCUMENT_OLD_OFFICE'],
    [
      'a document with a password',
      bytes(oldOffice, [...Buffer.from('EncryptedPackage', 'utf16le')]),
      'DOCUMENT_ENCRYPTED',
    ],
    ['a scanned page as JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'DOCUMENT_IS_PICTURE'],
    ['a picture of a table as PNG', bytes([0x89], 'PNG\r\n'), 'DOCUMENT_IS_PICTURE'],
    ['a fax as TIFF', bytes('II*\0'), 'DOCUMENT_IS_PICTURE'],
    ['rich text', bytes('{\\rtf1 }'), 'DOCUMENT_KIND_UNSUPPORTED'],
    ['an OFD', Buffer.from(zipSync({ 'OFD.xml': strToU8('<a/>') })), 'DOCUMENT_KIND_UNSUPPORTED'],
    ['an OpenDocument', Buffer.from(zipSync({ 'content.xml': strToU8('<a/>') })), 'DOCUMENT_KIND_UNSUPPORTED'],
    ['an archive', bytes('Rar!'), 'DOCUMENT_KIND_UNSUPPORTED'],
    ['a PDF that was cut', bytes('%PDF-1.7\n1 0 obj'), 'DOCUMENT_DAMAGED'],
  ] as const)('%s', async (_, document, code) => {
    const refusal: unknown = await readDocument(document).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'NianbaoError', code });
    expect(catalogue[code].zh).toMatch(code === 'DOCUMENT_DAMAGED' ? /损坏/u : /请/u);
  });
});
