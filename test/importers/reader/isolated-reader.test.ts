import { afterEach, describe, expect, it } from 'vitest';
import { createIsolatedReader } from '#importers/reader/isolated-reader.ts';
import type { DocumentReader } from '#importers/reader/document-reader.ts';
import { readDocument } from '#importers/read-document.ts';
import { readSample } from '../../gateway/read-sample.ts';

let reader: DocumentReader | undefined;

afterEach(async () => {
  await reader?.close();
});

/** A text that keeps a reader busy for much longer than a millisecond. */
const sample = await readSample();
const long = sample.replace('一、总体情况', `一、总体情况\n${'新收申请一件。\n'.repeat(110_000)}`);

describe('reading in processes of its own', () => {
  it('reads what reading here does, with what the caller knows better', async () => {
    reader = createIsolatedReader();
    const overrides = { organization: '某局', year: 2023 };
    expect(await reader.read(sample)).toEqual(await readDocument(sample));
    expect(await reader.read(Buffer.from(sample), overrides)).toEqual(await readDocument(sample, overrides));
  });

  it('hands on errors with their place', async () => {
    reader = createIsolatedReader();
    const broken = sample.replace(/（七）总计[^\n]*\n/u, '');
    const here = await readDocument(broken).catch((error: unknown) => error);
    const there = await reader.read(broken).catch((error: unknown) => error);
    expect(there).toMatchObject({
      name: 'NianbaoError',
      code: (here as { code: string }).code,
      line: (here as { line: number }).line,
      message: (here as Error).message,
    });
  });

  it('ends what takes too long, again and again', async () => {
    reader = createIsolatedReader({ milliseconds: 1 });
    for (let document = 0; document < 3; document += 1)
      await expect(reader.read(long)).rejects.toMatchObject({ code: 'READING_TIMEOUT' });
  });

  it('survives a document that takes more memory than there is', async () => {
    reader = createIsolatedReader({ heapMegabytes: 24 });
    await expect(reader.read(long)).rejects.toMatchObject({ code: 'READING_FAILED' });
    const roomy = createIsolatedReader();
    expect(await roomy.read(sample)).toMatchObject({ year: 2024 });
    await roomy.close();
  });

  it('stops when the caller has gone', async () => {
    reader = createIsolatedReader();
    const leaving = new AbortController();
    const reading = reader.read(long, {}, leaving.signal);
    setTimeout(() => leaving.abort(new Error('gone')), 50);
    await expect(reading).rejects.toThrow('gone');
    expect(await reader.read(sample)).toMatchObject({ year: 2024 });
  });

  it('replaces a process that keeps too much', async () => {
    reader = createIsolatedReader({ residentMegabytes: 1 });
    for (let document = 0; document < 3; document += 1) expect(await reader.read(sample)).toMatchObject({ year: 2024 });
  });

  it('refuses what it can refuse before a process is asked', async () => {
    reader = createIsolatedReader();
    await expect(reader.read('')).rejects.toMatchObject({ code: 'EMPTY_DOCUMENT' });
    await expect(reader.read('x', { year: 1 })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('leaves nothing behind when it is closed while it reads', async () => {
    const closing = createIsolatedReader();
    const reading = closing.read(long);
    await closing.close();
    await expect(reading).rejects.toThrow('closed');
    await closing.close();
  });
});
