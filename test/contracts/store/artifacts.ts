import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ByteRange } from '#store/artifact-store.ts';
import { sharedStore, type CreateHarness } from './harness.ts';
import { sampleArtifact } from './samples.ts';

/** Bytes by their address, records by their key. */
export function artifactContract(createHarness: CreateHarness): void {
  const store = sharedStore(createHarness);
  const artifacts = () => store().artifacts;

  async function read(sha256: string, range?: ByteRange): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for await (const piece of artifacts().read(sha256, range)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  test.each([0, 1, 1000, 300_000, 1_500_000])('%d bytes come back as they were', async (size) => {
    const { record, bytes } = sampleArtifact(randomBytes(size));
    await artifacts().save(`key ${size}`, record, bytes);
    expect(await artifacts().find(`key ${size}`)).toEqual(record);
    expect(await artifacts().findBySha256(record.sha256)).toEqual(record);
    expect((await read(record.sha256)).equals(bytes)).toBe(true);
  });

  test.each<ByteRange>([
    { start: 0, end: 0 },
    { start: 0, end: 999_999 },
    { start: 10, end: 19 },
    { start: 261_119, end: 261_121 },
    { start: 600_000, end: 699_999 },
    { start: 699_999, end: 699_999 },
    { start: 690_000, end: 2_000_000 },
    { start: 700_000, end: 700_010 },
    { start: 5_000_000, end: 5_000_001 },
  ])('a range holds its last byte and ends with the document: $start to $end', async (range) => {
    const { record, bytes } = sampleArtifact(randomBytes(700_000));
    await artifacts().save('ranges', record, bytes);
    const expected = Buffer.from(bytes.subarray(range.start, range.end + 1));
    expect((await read(record.sha256, range)).equals(expected)).toBe(true);
  });

  test.each(['unknown', '', 'f'.repeat(64), '../../lock', `../${'a'.repeat(61)}`, 'A'.repeat(64), '{"$gt":""}'])(
    'there is nothing at %j',
    async (address) => {
      await expect(read(address)).rejects.toMatchObject({ code: 'NOT_FOUND', parameters: { id: address } });
      expect(await artifacts().findBySha256(address)).toBeNull();
      expect(await artifacts().find(address)).toBeNull();
    },
  );

  test('keeping twice is harmless, also at once', async () => {
    const { record, bytes } = sampleArtifact(randomBytes(1000));
    await Promise.all(Array.from({ length: 5 }, () => artifacts().save('twice', record, bytes)));
    await artifacts().save('twice', record, bytes);
    expect(await artifacts().find('twice')).toEqual(record);
    expect((await read(record.sha256)).equals(bytes)).toBe(true);
  });

  test('one document may be the result of several renderings; the newest record answers for its bytes', async () => {
    const { record, bytes } = sampleArtifact(randomBytes(1000));
    const renamed = { ...record, filename: '另一个名字.html' };
    await artifacts().save('first', record, bytes);
    await new Promise((resolve) => void setTimeout(resolve, 5));
    await artifacts().save('second', renamed, bytes);
    expect(await artifacts().find('first')).toEqual(record);
    expect(await artifacts().find('second')).toEqual(renamed);
    expect(await artifacts().findBySha256(record.sha256)).toEqual(renamed);
  });

  test('a key may get another result', async () => {
    const [first, second] = [sampleArtifact(randomBytes(10)), sampleArtifact(randomBytes(20))];
    await artifacts().save('changing', first.record, first.bytes);
    await artifacts().save('changing', second.record, second.bytes);
    expect(await artifacts().find('changing')).toEqual(second.record);
  });

  test('bytes that are not what their record says are refused', async () => {
    const { record } = sampleArtifact(randomBytes(10));
    await expect(artifacts().save('wrong', record, randomBytes(10))).rejects.toThrow(/address/);
    expect(await artifacts().find('wrong')).toBeNull();
  });

  test('the bytes may be changed after they were kept', async () => {
    const { record, bytes } = sampleArtifact(randomBytes(1000));
    const copy = Buffer.from(bytes);
    await artifacts().save('changed', record, bytes);
    bytes.fill(0);
    expect((await read(record.sha256)).equals(copy)).toBe(true);
  });

  test('a reader may leave early', async () => {
    const { record, bytes } = sampleArtifact(randomBytes(900_000));
    await artifacts().save('early', record, bytes);
    for await (const piece of artifacts().read(record.sha256)) {
      expect(piece.byteLength).toBeGreaterThan(0);
      break;
    }
    expect((await read(record.sha256, { start: 0, end: 9 })).byteLength).toBe(10);
  });
}
