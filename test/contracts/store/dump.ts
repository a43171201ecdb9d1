import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Report } from '#reports/report.ts';
import type { Entry } from '#store/dump.ts';
import { fromLine, toLine } from '#store/entry-line.ts';
import type { Store } from '#store/store.ts';
import { dumped, fill, restored } from './dump-samples.ts';
import type { CreateHarness, StoreHarness } from './harness.ts';
import { nextState, sampleArtifact, sampleReport } from './samples.ts';

/** Everything out of one store and into another. */
export function dumpContract(createHarness: CreateHarness): void {
  const open: { readonly store: Store; readonly harness: StoreHarness }[] = [];
  async function openStore(): Promise<Store> {
    const harness = await createHarness();
    const store = await harness.open();
    open.push({ store, harness });
    return store;
  }
  let source: Store;
  let target: Store;
  beforeEach(async () => {
    [source, target] = [await openStore(), await openStore()];
  });
  afterEach(async () => {
    for (const { store, harness } of open.splice(0)) {
      await store.close();
      await harness.dispose();
    }
  });

  test('a restored dump dumps the same', { timeout: 60_000 }, async () => {
    await fill(source);
    const entries = await dumped(source, true);
    expect(entries.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 3 }, () => 'organization'),
      ...Array.from({ length: 6 + 1 + 3 + 120 }, () => 'revision'),
      'settings',
      'plugin',
      'plugin',
      'artifact',
    ]);
    const told = await restored(target, entries);
    expect(told).toHaveLength(entries.length);
    expect(told.filter(({ outcome }) => outcome !== 'STORED')).toEqual([]);
    expect(await dumped(target, true)).toEqual(entries);
  });

  test('lines of text in between change nothing', async () => {
    await fill(source);
    const entries = await dumped(source, true);
    const lines = entries.map(toLine);
    expect(lines.filter((line) => line.includes('\n'))).toEqual([]);
    expect(lines.map(fromLine)).toEqual(entries);
  });

  test('what was decided of a plugin here stays', async () => {
    await fill(source);
    await target.pluginRegistrations.save('summary', false);
    const told = await restored(target, await dumped(source));
    expect(told.filter(({ kind }) => kind === 'plugin').map(({ id, outcome }) => [id, outcome])).toEqual([
      ['summary', 'CONFLICT'],
      ['xlsx', 'STORED'],
    ]);
    expect((await target.pluginRegistrations.list()).map(({ registered }) => registered)).toEqual([false, false]);
  });

  test('artifacts come along only when asked for', async () => {
    await fill(source);
    expect((await dumped(source)).filter(({ kind }) => kind === 'artifact')).toEqual([]);
  });

  test('restoring again stores nothing', async () => {
    await fill(source);
    const entries = await dumped(source, true);
    await restored(target, entries);
    const again = await restored(target, entries);
    expect(again.filter(({ outcome }) => outcome !== 'PRESENT')).toEqual([]);
    expect(await dumped(target, true)).toEqual(entries);
  });

  test('a restore that broke off anywhere is completed by another', { timeout: 60_000 }, async () => {
    await fill(source);
    const entries = (await dumped(source, true)).filter(isFewRevisions);
    for (let length = 0; length <= entries.length; length += 1) {
      await expect(restored(target, breakingOff(entries, length))).rejects.toThrow('broke off');
    }
    const told = await restored(target, entries);
    expect(told.filter(({ outcome }) => outcome === 'CONFLICT')).toEqual([]);
    expect(await dumped(target, true)).toEqual(entries);
  });

  test('organizations in any order find their places', async () => {
    await fill(source);
    const entries = await dumped(source);
    const organizations = entries.filter(({ kind }) => kind === 'organization');
    const shallow = organizations.map((entry) => withoutLineage(entry));
    await restored(target, [...shallow.reverse(), ...entries.filter(({ kind }) => kind !== 'organization')]);
    expect(await dumped(target)).toEqual(entries);
  });

  test('an older state of a store is brought up to the dump’s', async () => {
    const body = await source.organizations.ensure('单位');
    const report = sampleReport({ organization: organizationOf(body) });
    await source.reports.create(report);
    await restored(target, await dumped(source));
    for (const revision of [1, 2, 3]) {
      await source.reports.replace(nextState({ ...report, revision, title: `第${revision}版` }), revision);
    }
    const told = await restored(target, await dumped(source));
    expect(told.map(({ outcome }) => outcome)).toEqual(['PRESENT', 'PRESENT', 'STORED', 'STORED', 'STORED']);
    expect(await dumped(target)).toEqual(await dumped(source));
  });

  test('what went another way is in conflict, and stays', async () => {
    const body = await source.organizations.ensure('单位');
    const report = sampleReport({ organization: organizationOf(body) });
    await source.reports.create(report);
    await restored(target, await dumped(source));
    await source.reports.replace(nextState(report, { title: '这样' }), 1);
    await source.reports.replace(nextState(report, { title: '然后', revision: 3 }), 2);
    await target.reports.replace(nextState(report, { title: '那样' }), 1);
    const before = await dumped(target);
    const told = await restored(target, await dumped(source));
    expect(told).toMatchObject([
      { kind: 'organization', outcome: 'PRESENT' },
      { kind: 'revision', id: report.id, revision: 1, outcome: 'PRESENT' },
      { revision: 2, outcome: 'CONFLICT', reason: expect.any(String) as string },
      { revision: 3, outcome: 'CONFLICT', reason: expect.any(String) as string },
    ]);
    expect(await dumped(target)).toEqual(before);
  });

  test('another organization of the name, another report of the year are in conflict', async () => {
    const [ours, theirs] = [await target.organizations.ensure('单位'), await source.organizations.ensure('单位')];
    await source.reports.create(sampleReport({ organization: organizationOf(theirs) }));
    const same = sampleReport({ organization: organizationOf(ours) });
    await target.reports.create(same);
    const before = await dumped(target);
    const told = await restored(target, [
      ...(await dumped(source)),
      { kind: 'revision', report: { ...same, id: 'another' } },
    ]);
    expect(told.map(({ outcome }) => outcome)).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT']);
    expect(await dumped(target)).toEqual(before);
  });

  test('an organization that only its reports know is made', async () => {
    const report = sampleReport();
    await source.reports.create(report);
    await restored(target, await dumped(source));
    expect(await target.organizations.find(report.organization.id)).toMatchObject({ name: report.organization.name });
    expect(await target.reports.seenBy('everything').find(report.id, 'all')).toEqual(report);
  });

  test.each([
    ['no JSON', 'nothing'],
    ['another thing', '{"a":1}'],
    ['a report without its year', toLine({ kind: 'revision', report: sampleReport() }).replace('"year":2023,', '')],
  ])('a line that is no entry is refused: %s', (_, line) => {
    expect(() => fromLine(line)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }) as Error);
  });

  test('a line of a newer version is told as such', () => {
    const refusal = { code: 'DUMP_NEWER', parameters: { version: 3, known: 2 } };
    expect(() => fromLine('{"nianbao":3,"kind":"parcel"}')).toThrow(expect.objectContaining(refusal) as Error);
  });

  test('a line of the first version says what was published, and nothing of who did it', () => {
    const report = sampleReport({ status: 'PUBLISHED', revision: 4 });
    const { publishedRevision: _p, reviews: _r, corrections: _c, change: _h, ...older } = report;
    const line = JSON.stringify({ nianbao: 1, kind: 'revision', report: older });
    const change = { action: 'EDIT', actor: null, note: null };
    expect(fromLine(line)).toEqual({ kind: 'revision', report: { ...report, publishedRevision: 4, change } });
  });

  test('a line is one line for every reader of lines', () => {
    const entry = { kind: 'revision', report: sampleReport({ title: '甲\u2028乙\u2029丙\u0085丁\n戊' }) } as const;
    expect(toLine(entry)).not.toMatch(/[\n\r\u2028\u2029\u0085]/u);
    expect(fromLine(toLine(entry))).toEqual(entry);
  });

  test('artifacts that are not whole are left out, which is told', async () => {
    const harness = await createHarness();
    const filled = await harness.open();
    await fill(filled);
    const { record, bytes } = sampleArtifact(Buffer.from('bytes'));
    await filled.artifacts.save('lost', record, bytes);
    await filled.close();
    const lose = { record: { ...record, sha256: '0'.repeat(64) } };
    await harness.rewrite('artifacts', ({ _id: key, ...document }) => ({
      _id: key,
      ...document,
      ...(key === 'lost' && lose),
    }));
    const store = await harness.open();
    open.push({ store, harness });
    const told: string[] = [];
    const keys: string[] = [];
    for await (const entry of store.dump({ artifacts: true, onLeftOut: (key) => told.push(key) })) {
      if (entry.kind === 'artifact') keys.push(entry.key);
    }
    expect({ keys, told }).toEqual({ keys: ['key'], told: ['lost'] });
  });

  test('a dump is no use of an artifact', async () => {
    const harness = await createHarness();
    const store = await harness.open({ noteMilliseconds: 0 });
    open.push({ store, harness });
    await fill(store);
    await pause(20);
    const since = new Date();
    await pause(20);
    expect((await dumped(store, true)).at(-1)).toMatchObject({ kind: 'artifact' });
    expect(await store.artifacts.expire(since)).toBe(1);
  });

  test('bytes that are not what their record says are in conflict, and the rest is stored', async () => {
    await fill(source);
    const entries = (await dumped(source, true)).map((entry) =>
      entry.kind === 'artifact' ? { ...entry, bytes: new Uint8Array(0) } : entry,
    );
    const told = await restored(target, [entries.at(-1)!, ...entries.slice(0, -1)]);
    expect(told.filter(({ outcome }) => outcome !== 'STORED').map(({ kind }) => kind)).toEqual(['artifact']);
    expect(await dumped(target)).toEqual(entries.slice(0, -1));
  });
}

function organizationOf({ id, name, lineage }: Report['organization']): Report['organization'] {
  return { id, name, lineage };
}

function isFewRevisions(entry: Entry): boolean {
  return entry.kind !== 'revision' || entry.report.year !== 2023 || !entry.report.title.endsWith('2');
}

function withoutLineage(entry: Entry): Entry {
  if (entry.kind !== 'organization') return entry;
  const { id } = entry.organization;
  return { kind: 'organization', organization: { ...entry.organization, lineage: [id] } };
}

async function* breakingOff(entries: readonly Entry[], length: number): AsyncGenerator<Entry, void> {
  yield* entries.slice(0, length);
  throw await Promise.resolve(new Error('broke off'));
}
