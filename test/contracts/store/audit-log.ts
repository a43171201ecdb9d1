import { expect, test } from 'vitest';
import type { AuditEntry, AuditFilter } from '#store/audit-log.ts';
import type { Slice } from '#store/page.ts';
import { freshStore, type CreateHarness } from './harness.ts';

function sampleEntry(second: number, more: Partial<AuditEntry> = {}): AuditEntry {
  const at = new Date(Date.UTC(2025, 0, 31, 12, 0, second));
  return {
    id: `${at.toISOString()}-x`,
    at,
    operation: 'importReport',
    target: null,
    details: null,
    subject: 'u-1',
    name: '张三',
    address: '10.0.0.1',
    outcome: null,
    reason: null,
    ...more,
  };
}

/** The audit log: entries are added and get their outcome once. */
export function auditLogContract(createHarness: CreateHarness): void {
  const store = freshStore(createHarness);
  const log = () => store().auditLog;
  const all: Slice = { limit: 100, backward: false };
  const list = async (filter: AuditFilter = {}, slice: Slice = all) =>
    (await log().list(filter, slice)).items.map(({ item }) => item);

  test('an entry gets its outcome once', async () => {
    const entry = sampleEntry(1);
    await log().append(entry);
    expect(await list()).toEqual([entry]);
    await log().complete(entry.id, 'DONE', 'Report:1');
    await log().complete(entry.id, 'FORBIDDEN', 'Report:2');
    expect(await list()).toEqual([{ ...entry, outcome: 'DONE', target: 'Report:1' }]);
    await log().complete('no', 'DONE', null);
    expect(await log().count({})).toBe(1);
  });

  test('a target that is known from the start stays until what was made is known', async () => {
    await log().append(sampleEntry(1, { target: 'Report:1' }));
    await log().complete(sampleEntry(1).id, 'DONE', null);
    await log().append(sampleEntry(2, { target: '某局', details: '某局 2024' }));
    await log().complete(sampleEntry(2).id, 'DONE', 'Report:2');
    expect(await list()).toMatchObject([
      { outcome: 'DONE', target: 'Report:2', details: '某局 2024' },
      { outcome: 'DONE', target: 'Report:1' },
    ]);
  });

  test('no entry takes the place of another', async () => {
    await log().append(sampleEntry(1));
    await expect(log().append(sampleEntry(1, { subject: 'u-2' }))).rejects.toThrow('there already');
    expect(await list()).toMatchObject([{ subject: 'u-1' }]);
  });

  test('pages go from the newest to the oldest', async () => {
    for (const second of [3, 1, 2, 5, 4]) await log().append(sampleEntry(second));
    const seconds = (entries: readonly AuditEntry[]) => entries.map(({ at }) => at.getUTCSeconds());
    expect(seconds(await list())).toEqual([5, 4, 3, 2, 1]);
    const first = await log().list({}, { limit: 2, backward: false });
    const rest = await log().list({}, { limit: 9, backward: false, after: first.items[1]?.cursor });
    expect([first.hasNext, seconds(rest.items.map(({ item }) => item))]).toEqual([true, [3, 2, 1]]);
    await expect(log().list({}, { ...all, after: 'nonsense' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });

  test('conditions are met all of them', async () => {
    await log().append(sampleEntry(1, { operation: 'signIn', subject: null, outcome: 'UNAUTHENTICATED', reason: 'r' }));
    await log().append(sampleEntry(2, { subject: 'u-2', target: 'Report:1', outcome: 'DONE' }));
    await log().append(sampleEntry(3, { outcome: 'FORBIDDEN' }));
    const filters: AuditFilter[] = [
      { operation: 'signIn' },
      { subject: 'u-2', outcome: 'DONE' },
      { subject: 'u-2', outcome: 'FORBIDDEN' },
      { target: 'Report:1' },
      { from: sampleEntry(2).at },
      { from: sampleEntry(2).at, to: sampleEntry(2).at },
      { operation: undefined },
    ];
    const found = await Promise.all(
      filters.map(async (filter) => [(await list(filter)).length, await log().count(filter)]),
    );
    expect(found).toEqual([1, 1, 0, 1, 2, 1, 3].map((count) => [count, count]));
  });
}
