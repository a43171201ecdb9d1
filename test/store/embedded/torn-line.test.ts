import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StoreEvent } from '#store/documents/store-log.ts';
import { openDataCollection } from '#store/embedded/data-collection.ts';
import { openEmbeddedStore } from '#store/embedded/open-embedded-store.ts';
import { createFolder } from './folder-harness.ts';

interface Row {
  readonly _id: string;
  readonly text: string;
}

const [first, second, third, fourth] = ['a', 'b', 'c', 'd'].map((_id) => ({ _id, text: `𠮷${_id}\u2028` }));

let folder: string;
let file: string;
let events: StoreEvent[];
beforeEach(async () => {
  folder = await createFolder();
  file = join(folder, 'rows.ndjson');
  events = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const log = (event: StoreEvent) => events.push(event);
const open = () => openDataCollection<Row>({ file, indexes: [{ fields: ['text'], unique: true }], log });

/** Bytes of a file with three rows, and where the last line begins. */
async function threeRows(): Promise<{ bytes: Buffer; lastLine: number }> {
  const rows = await open();
  for (const row of [first, second, third]) await rows.insert(row as Row);
  await rows.close();
  const bytes = await readFile(file);
  return { bytes, lastLine: bytes.lastIndexOf('\n', bytes.length - 2) + 1 };
}

test('a last line torn at any byte is cut off, kept beside, and swallows nothing that comes after', async () => {
  const { bytes, lastLine } = await threeRows();
  for (let end = lastLine + 1; end < bytes.length; end += 1) {
    events.length = 0;
    await rm(`${file}.torn`, { force: true });
    await writeFile(file, bytes.subarray(0, end));
    const rows = await open();
    expect(events).toEqual([expect.objectContaining({ level: 'warn', file, bytes: end - lastLine })]);
    expect(await readFile(`${file}.torn`)).toEqual(Buffer.concat([bytes.subarray(lastLine, end), Buffer.from('\n')]));
    await rows.insert(fourth as Row);
    await rows.close();
    const again = await open();
    expect(await again.find({}, { sort: { _id: 1 } })).toEqual([first, second, fourth]);
    await again.close();
  }
});

test('a file that ends with a whole line is left as it is', async () => {
  const { bytes, lastLine } = await threeRows();
  for (const end of [lastLine, bytes.length]) {
    await writeFile(file, bytes.subarray(0, end));
    const rows = await open();
    expect(await rows.count({})).toBe(end === lastLine ? 2 : 3);
    await rows.close();
  }
  expect(events).toEqual([]);
  await expect(stat(`${file}.torn`)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a file that is one torn line becomes empty', async () => {
  await writeFile(file, `{"_id":"${'长'.repeat(100_000)}`);
  const rows = await open();
  expect(await rows.count({})).toBe(0);
  expect(events).toEqual([expect.objectContaining({ bytes: 300_008 })]);
  await rows.close();
});

test('what was cut off before stays in the file beside', async () => {
  await writeFile(file, '{"first');
  await (await open()).close();
  await writeFile(file, `${await readFile(file, 'utf8')}{"second`);
  await (await open()).close();
  expect(await readFile(`${file}.torn`, 'utf8')).toBe('{"first\n{"second\n');
});

test('damage in the middle of a file is not passed over: the store does not open, and touches nothing', async () => {
  const store = await openEmbeddedStore({ folder, log });
  for (const name of ['甲', '乙', '丙']) await store.organizations.ensure(name);
  await store.close();
  const damaged = join(folder, 'organizations.ndjson');
  const whole = await readFile(damaged, 'utf8');
  await writeFile(damaged, whole.replace('"乙"', '"乙'));
  const refusal = { code: 'STORE_UNAVAILABLE', cause: expect.any(Error) as Error };
  await expect(openEmbeddedStore({ folder, log })).rejects.toMatchObject(refusal);
  expect(await readFile(damaged, 'utf8')).toBe(whole.replace('"乙"', '"乙'));
  await writeFile(damaged, whole);
  const repaired = await openEmbeddedStore({ folder, log });
  expect(await repaired.organizations.count(undefined)).toBe(3);
  await repaired.close();
});
