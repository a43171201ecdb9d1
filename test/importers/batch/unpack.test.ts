import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import type { BatchItem } from '#importers/batch/batch-item.ts';
import { decodeEntryName } from '#importers/batch/entry-name.ts';
import { unpackFile, unpackItem } from '#importers/batch/unpack.ts';
import { itemOf, patch, zip } from './zips.ts';

async function outcomes(items: AsyncIterable<BatchItem>): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const { name, read } of items)
    found[name] = await read().then(
      (bytes) => Buffer.from(bytes).toString('utf8'),
      (error: { code?: string }) => error.code ?? 'no code',
    );
  return found;
}

function unpack(bytes: Uint8Array): Promise<Record<string, string>> {
  return outcomes(unpackItem(itemOf('a.zip', bytes)));
}

const text = strToU8('报告');

describe('unpacking archives of documents', () => {
  it('finds the documents in folders, and none of what systems leave there', async () => {
    const archive = zip({
      '2024/某局.txt': text,
      '2024/镇/某镇.txt': text,
      '__MACOSX/2024/._某局.txt': text,
      '2024/.DS_Store': text,
      '2024/~$某局.docx': text,
      'Thumbs.db': text,
    });
    expect(await unpack(archive)).toEqual({ 'a.zip/2024/某局.txt': '报告', 'a.zip/2024/镇/某镇.txt': '报告' });
  });

  it('takes office documents, which are archives too, for one document', async () => {
    const docx = zip({ '[Content_Types].xml': text, 'word/document.xml': text });
    const found = await unpack(zip({ '某局.docx': docx }));
    expect(Object.keys(found)).toEqual(['a.zip/某局.docx']);
    expect(await unpack(docx)).toEqual({ 'a.zip': Buffer.from(docx).toString('utf8') });
  });

  it('opens an archive in an archive, and no deeper', async () => {
    const inner = zip({ '某镇.txt': text });
    const middle = zip({ 'towns.zip': inner });
    expect(await unpack(middle)).toEqual({ 'a.zip/towns.zip/某镇.txt': '报告' });
    const outer = zip({ 'county.zip': middle });
    expect(await unpack(outer)).toEqual({ 'a.zip/county.zip/towns.zip': 'DOCUMENT_UNSAFE' });
  });

  it('refuses an entry that unpacks to too much, and goes on with the next', async () => {
    const archive = zip({
      'bomb.txt': new Uint8Array(8 * 2 ** 20),
      'large.txt': Buffer.from(Array.from({ length: 11 * 2 ** 20 }, (_, index) => (index * index) % 251)),
      'report.txt': text,
    });
    expect(await unpack(archive)).toEqual({
      'a.zip/bomb.txt': 'DOCUMENT_UNSAFE',
      'a.zip/large.txt': 'DOCUMENT_TOO_LARGE',
      'a.zip/report.txt': '报告',
    });
  });

  it('refuses an entry that unpacks to more than it declares, or is damaged', async () => {
    const stored = zip({ 'a.txt': [strToU8('x'.repeat(50)), { level: 0 }], 'b.txt': text });
    const damaged = patch(stored, strToU8('x'.repeat(50)), strToU8('y'.repeat(49) + 'x'));
    expect(await unpack(damaged)).toMatchObject({ 'a.zip/b.txt': '报告' });
    const cut = stored.slice(0, stored.length - 30);
    expect(Object.values(await unpack(cut))).toHaveLength(1);
  });

  it('says which entry has a password', async () => {
    const archive = Buffer.from(zip({ 'a.txt': text }));
    for (const header of ['PK\u0003\u0004', 'PK\u0001\u0002']) {
      const at = archive.indexOf(header, 0, 'latin1') + (header.endsWith('\u0004') ? 6 : 8);
      archive[at] = (archive[at] ?? 0) | 1;
    }
    expect(await unpack(archive)).toEqual({ 'a.zip/a.txt': 'DOCUMENT_ENCRYPTED' });
  });

  it('reads names that Chinese Windows wrote', async () => {
    const gbk = Uint8Array.of(0xc4, 0xea, 0xb1, 0xa8, 0x2e, 0x74, 0x78, 0x74);
    const archive = patch(zip({ 'abcd.txt': text }), strToU8('abcd.txt'), gbk);
    expect(await unpack(archive)).toEqual({ 'a.zip/年报.txt': '报告' });
    expect(decodeEntryName(strToU8('年报\\某局.txt'), 0)).toBe('年报/某局.txt');
  });

  it('takes names with ways out of the archive for names', async () => {
    const found = await unpack(zip({ '../../etc/passwd': text, './b.txt': text, 'C:/x.txt': text }));
    expect(Object.keys(found)).toEqual(['a.zip/../../etc/passwd', 'a.zip/./b.txt', 'a.zip/C:/x.txt']);
  });

  it('leaves what is no archive to the reader of documents', async () => {
    expect(await unpack(text)).toEqual({ 'a.zip': '报告' });
    expect(Object.keys(await unpack(strToU8('PK\u0003\u0004 broken')))).toEqual(['a.zip']);
  });
});

describe('unpacking a file', () => {
  let folder: string;
  afterEach(() => rm(folder, { recursive: true }));

  it('reads entry by entry, and tells one document from an archive of them', async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-zip-'));
    const [many, one] = [join(folder, 'many.zip'), join(folder, 'one.docx')];
    await writeFile(many, zip({ 'a.txt': text, 'towns.zip': zip({ 'b.txt': text }) }));
    await writeFile(one, zip({ 'word/document.xml': text }));
    const items = await unpackFile(many);
    expect(items && (await outcomes(items))).toEqual({
      [`${many}/a.txt`]: '报告',
      [`${many}/towns.zip/b.txt`]: '报告',
    });
    expect(await unpackFile(one)).toBeUndefined();
  });
});
