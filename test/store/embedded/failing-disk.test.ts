import { appendFile, mkdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StoreEvent } from '#store/documents/store-log.ts';
import { openDataCollection } from '#store/embedded/data-collection.ts';
import { openEmbeddedStore } from '#store/embedded/open-embedded-store.ts';
import type { Store } from '#store/store.ts';
import { nextState, sampleReport } from '../../contracts/store/samples.ts';
import { createFolder } from './folder-harness.ts';

let folder: string;
let store: Store;
let events: StoreEvent[];
const log = (event: StoreEvent) => events.push(event);
beforeEach(async () => {
  folder = await createFolder();
  events = [];
  store = await openEmbeddedStore({ folder, log });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** Makes every write to a data file fail; the answer makes it work again. */
async function breakFile(name: string): Promise<() => Promise<void>> {
  const file = join(folder, `${name}.ndjson`);
  await rename(file, `${file}.aside`);
  await mkdir(file);
  return async () => {
    await rmdir(file);
    await rename(`${file}.aside`, file);
  };
}

const unavailable = { code: 'STORE_UNAVAILABLE', cause: expect.any(Error) as Error };

test('a write that fails is refused, never seen, and does no harm once the disk works again', async () => {
  const kept = await store.organizations.ensure('甲');
  const repair = await breakFile('organizations');
  await expect(store.organizations.ensure('乙')).rejects.toMatchObject(unavailable);
  await expect(store.organizations.ensure('丙')).rejects.toMatchObject(unavailable);
  await expect(store.organizations.findByName('甲')).rejects.toMatchObject(unavailable);
  expect(events).toContainEqual(expect.objectContaining({ level: 'warn', message: 'could not write a data file' }));
  await repair();
  expect(await store.organizations.findByName('甲')).toEqual(kept);
  expect(await store.organizations.findByName('乙')).toBeNull();
  expect((await store.organizations.ensure('乙')).name).toBe('乙');
});

test('half a line that a full disk left is cut off before the next write', async () => {
  await store.organizations.ensure('甲');
  const repair = await breakFile('organizations');
  await expect(store.organizations.ensure('乙')).rejects.toMatchObject(unavailable);
  await repair();
  await appendFile(join(folder, 'organizations.ndjson'), '{"_id":"half","na');
  await store.organizations.ensure('丙');
  await store.close();
  store = await openEmbeddedStore({ folder, log });
  const { items } = await store.organizations.list(undefined, { limit: 9, backward: false });
  expect(items.map(({ item }) => item.name)).toEqual(['丙', '甲']);
});

test('a replacement that breaks off between its two writes has not happened', async () => {
  const first = sampleReport();
  await store.reports.create(first);
  const repair = await breakFile('reports');
  await expect(store.reports.replace(nextState(first, { title: '未完成' }), 1)).rejects.toMatchObject(unavailable);
  await store.close().catch(() => undefined);
  await repair();
  expect(await readFile(join(folder, 'revisions.ndjson'), 'utf8')).toContain(first.id);

  store = await openEmbeddedStore({ folder, log });
  expect(await store.reports.seenBy('everything').find(first.id, 'all')).toEqual(first);
  expect(await store.reports.findRevision(first.id, 1)).toEqual(first);
  expect(await store.reports.findRevision(first.id, 2)).toBeNull();
  const second = nextState(first, { title: '第二次' });
  await store.reports.replace(second, 1);
  expect(await store.reports.seenBy('everything').find(first.id, 'all')).toEqual(second);
  expect(await store.reports.findRevision(first.id, 1)).toEqual(first);
});

test('a file of many changes is rewritten while the store is open', { timeout: 60_000 }, async () => {
  const file = join(folder, 'many.ndjson');
  const rows = await openDataCollection<{ _id: string; count: number }>({ file, indexes: [], log });
  await rows.insert({ _id: 'a', count: 0 });
  for (let count = 1; count <= 1100; count += 1) await rows.change({ _id: 'a' }, { $set: { count } });
  expect((await readFile(file, 'utf8')).split('\n').length).toBeLessThan(200);
  expect(await rows.find({})).toEqual([{ _id: 'a', count: 1100 }]);
  await rows.close();
});
