import { expect, test } from 'vitest';
import type { Organization } from '#store/organization-store.ts';
import { freshStore, type CreateHarness } from './harness.ts';

/** Organizations: one for each name, sorted by name, in a tree. */
export function organizationContract(createHarness: CreateHarness): void {
  const store = freshStore(createHarness);
  const organizations = () => store().organizations;

  async function listed(search: string | undefined): Promise<string[]> {
    const { items } = await organizations().list(search, { limit: 100, backward: false });
    expect(await organizations().count(search)).toBe(items.length);
    return items.map(({ item }) => item.name);
  }

  test('an organization is made when there is none of that name, and found from then on', async () => {
    expect(await organizations().findByName('南昌市')).toBeNull();
    const made = await organizations().ensure('南昌市');
    expect(made).toEqual({ id: made.id, name: '南昌市', parent: null, lineage: [made.id] });
    expect(await organizations().ensure('南昌市')).toEqual(made);
    expect(await organizations().find(made.id)).toEqual(made);
    expect(await organizations().findByName('南昌市')).toEqual(made);
    expect(await organizations().find('unknown')).toBeNull();
  });

  test('many calls at once make one', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => organizations().ensure('同名')));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await organizations().count(undefined)).toBe(1);
  });

  test('findMany answers in the order of the ids, null for unknown ones', async () => {
    const [a, b] = [await organizations().ensure('a'), await organizations().ensure('b')];
    expect(await organizations().findMany([b.id, 'unknown', a.id, b.id])).toEqual([b, null, a, b]);
    expect(await organizations().findMany([])).toEqual([]);
  });

  test('what was handed out may be changed', async () => {
    const made = await organizations().ensure('甲');
    const copy = structuredClone(made);
    (made.lineage as string[]).push('intruder');
    const found = await organizations().find(made.id);
    (found as unknown as { lineage: string[] }).lineage.push('intruder');
    expect(await organizations().find(made.id)).toEqual(copy);
  });

  test('the list is sorted by code points and searched by words, literal, in any case', async () => {
    for (const name of ['𠮷市', '（直属）局', '江西省 Tax Bureau', '江西省.*厅', '江西'])
      await organizations().ensure(name);
    expect(await listed(undefined)).toEqual(['江西', '江西省 Tax Bureau', '江西省.*厅', '（直属）局', '𠮷市']);
    expect(await listed('江西省')).toEqual(['江西省 Tax Bureau', '江西省.*厅']);
    expect(await listed('bureau 江西')).toEqual(['江西省 Tax Bureau']);
    expect(await listed('.*')).toEqual(['江西省.*厅']);
    expect(await listed('.')).toEqual(['江西省.*厅']);
    expect(await listed('{"$gt":""}')).toEqual([]);
    expect(await listed(' ')).toHaveLength(5);
  });

  test.each([
    ['characters', '甲'.repeat(201)],
    ['words', Array.from({ length: 11 }, (_, index) => `词${index}`).join(' ')],
  ])('a search of too many %s is refused, of organizations and of reports', async (_, search) => {
    const refusal = (path: string) => ({ code: 'INPUT_INVALID', issues: [{ path }] });
    const year = { field: 'YEAR', direction: 'ASC' } as const;
    const slice = { limit: 5, backward: false };
    const { reports } = store();
    await expect(organizations().list(search, slice)).rejects.toMatchObject(refusal('search'));
    await expect(organizations().count(search)).rejects.toMatchObject(refusal('search'));
    await expect(reports.seenBy('everything').list({ search }, year, slice, [])).rejects.toMatchObject(
      refusal('filter.search'),
    );
    await expect(reports.seenBy('everything').count({ search })).rejects.toMatchObject(refusal('filter.search'));
  });

  test('a search of the most characters and words is answered, and odd characters are no part of words', async () => {
    const { id } = await store().organizations.ensure('财政局');
    const slice = { limit: 5, backward: false };
    const long = Array.from({ length: 190 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
    expect((await store().organizations.list(long, slice)).items).toEqual([]);
    expect(await store().organizations.count(long)).toBe(0);
    const found = await store().organizations.list('财政\0\ud83d', slice);
    expect(found.items.map(({ item }) => item.id)).toEqual([id]);
  });

  test('half of a surrogate pair in a name is the same on every store', async () => {
    const { id, name } = await store().organizations.ensure('某\ud83d局');
    expect(name).toBe('某\ufffd局');
    expect((await store().organizations.findByName('某\ud83d局'))?.id).toBe(id);
    expect((await store().organizations.ensure('某\ud83d局')).id).toBe(id);
  });

  test('pages walk the list in both directions', async () => {
    for (const name of ['c', 'a', 'e', 'b', 'd']) await organizations().ensure(name);
    const first = await organizations().list(undefined, { limit: 2, backward: false });
    expect(first.items.map(({ item }) => item.name)).toEqual(['a', 'b']);
    expect(first).toMatchObject({ hasNext: true, hasPrevious: false });
    const after = first.items[1]?.cursor;
    const rest = await organizations().list(undefined, { limit: 5, backward: false, after });
    expect(rest.items.map(({ item }) => item.name)).toEqual(['c', 'd', 'e']);
    expect(rest).toMatchObject({ hasNext: false, hasPrevious: true });
    const before = rest.items[1]?.cursor;
    const back = await organizations().list(undefined, { limit: 2, backward: true, before });
    expect(back.items.map(({ item }) => item.name)).toEqual(['b', 'c']);
    expect(back).toMatchObject({ hasNext: true, hasPrevious: true });
  });

  test('a cursor of another list is refused', async () => {
    const ofReports = Buffer.from(JSON.stringify(['ORGANIZATION', 1, '6161/id'])).toString('base64url');
    for (const after of [ofReports, 'garbage', '']) {
      const page = organizations().list(undefined, { limit: 1, backward: false, after });
      await expect(page).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    }
  });
}

/** The tree below an organization. */
export function organizationTreeContract(createHarness: CreateHarness): void {
  const store = freshStore(createHarness);

  test('the children of each organization come in the order of the ids, sorted by name', async () => {
    const save = (name: string, parent: Organization | null = null) =>
      store().organizations.save({ name, parent: parent?.id ?? null });
    const [top, other] = [await save('顶'), await save('旁')];
    const [b, a] = [await save('b', top), await save('a', top)];
    const grandchild = await save('孙', a);
    const childrenOf = (ids: readonly string[]) => store().organizations.childrenOf(ids);
    expect(await childrenOf([other.id, top.id, 'unknown', a.id, top.id])).toEqual([
      [],
      [a, b],
      [],
      [grandchild],
      [a, b],
    ]);
    expect(await childrenOf([])).toEqual([]);
    expect(await store().organizations.find(grandchild.id)).toEqual(grandchild);
  });
}
