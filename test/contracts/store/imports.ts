import { expect, test } from 'vitest';
import type { ImportItem } from '#store/import-batch-store.ts';
import { freshStore, type CreateHarness } from './harness.ts';

function created(name: string): ImportItem {
  return { name, outcome: 'CREATED', report: `report of ${name}`, error: null };
}

function refused(name: string): ImportItem {
  // Keys that databases do not take are kept too.
  const parameters = { $row: 'a', 'a.b': 1, nested: { sentence: { zh: '甲', en: 'a' }, parameters: {} } };
  return { name, outcome: 'REFUSED', report: null, error: { code: 'NOT_TEXT', parameters, line: 3 } };
}

const all = { limit: 100, backward: false };

/** Documents that were imported, by their content. */
export function importedDocumentContract(createHarness: CreateHarness): void {
  const store = freshStore(createHarness);

  test('a document is found by its digest; the last note of it counts', async () => {
    const documents = store().importedDocuments;
    expect(await documents.find('ab')).toBeNull();
    const note = { digest: 'ab', report: 'r', revision: 1, name: '年报.docx' };
    await documents.save(note);
    await documents.save({ ...note, revision: 2 });
    expect(await documents.find('ab')).toEqual({ ...note, revision: 2 });
  });
}

/** Batches of imports and their items. */
export function importBatchContract(createHarness: CreateHarness): void {
  const store = freshStore(createHarness);
  const batches = () => store().importBatches;

  test('a batch counts its documents and keeps their outcomes in order', async () => {
    await batches().start({ id: 'b', startedBy: 'clerk', total: 2 });
    expect(await batches().append('b', [created('1'), refused('2')])).toBe(true);
    expect(await batches().append('b', [])).toBe(true);
    expect(await batches().append('b', [created('3')])).toBe(true);
    const counts = { CREATED: 2, UPDATED: 0, UNCHANGED: 0, REFUSED: 1 };
    expect(await batches().find('b')).toMatchObject({
      id: 'b',
      startedBy: 'clerk',
      status: 'RUNNING',
      counts,
      total: 3,
    });
    const { items } = await batches().items('b', undefined, all);
    expect(items.map(({ item }) => item)).toEqual([created('1'), refused('2'), created('3')]);
  });

  test('items come in pages, and of one outcome alone', async () => {
    await batches().start({ id: 'b', startedBy: null, total: 1 });
    await batches().start({ id: 'b2', startedBy: null, total: 1 });
    await batches().append('b2', [created('other')]);
    await batches().append('b', [created('1'), refused('2'), refused('3'), refused('4')]);
    const first = await batches().items('b', 'REFUSED', { limit: 2, backward: false });
    expect(first.items.map(({ item }) => item.name)).toEqual(['2', '3']);
    expect(first.hasNext).toBe(true);
    const after = first.items.at(-1)?.cursor;
    const second = await batches().items('b', 'REFUSED', { limit: 2, backward: false, after });
    expect(second.items.map(({ item }) => item.name)).toEqual(['4']);
    expect(second.hasNext).toBe(false);
  });

  test('what has ended takes no more', async () => {
    await batches().start({ id: 'b', startedBy: null, total: 1 });
    expect(await batches().end('b', 'CANCELLED')).toMatchObject({ status: 'CANCELLED' });
    expect(await batches().append('b', [created('late')])).toBe(false);
    expect(await batches().end('b', 'FINISHED')).toMatchObject({ status: 'CANCELLED', total: 1 });
    expect((await batches().items('b', undefined, all)).items).toEqual([]);
    expect(await batches().end('unknown', 'FINISHED')).toBeNull();
  });

  test('whoever watches sees the batch now, its changes and its end', async () => {
    await batches().start({ id: 'b', startedBy: null, total: 1 });
    const seen: string[] = [];
    for await (const { status, counts } of batches().watch('b', AbortSignal.timeout(20_000))) {
      seen.push(`${status} ${counts.CREATED}`);
      if (counts.CREATED === 0) await batches().append('b', [created('1')]);
      else await batches().end('b', 'FINISHED');
    }
    expect(seen).toEqual(['RUNNING 0', 'RUNNING 1', 'FINISHED 1']);
  });

  test('batches that ended long ago go with their items', async () => {
    await batches().start({ id: 'b', startedBy: null, total: 1 });
    await batches().append('b', [created('1')]);
    expect(await batches().expire(new Date(Date.now() - 60_000))).toBe(0);
    expect(await batches().expire(new Date(Date.now() + 60_000))).toBe(1);
    expect(await batches().find('b')).toBeNull();
    expect((await batches().items('b', undefined, all)).items).toEqual([]);
  });
}
