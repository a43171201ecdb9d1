import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Organization } from '#store/organization-store.ts';
import type { Report } from '#reports/report.ts';
import { freshStore, type CreateHarness } from './harness.ts';
import { nextState, sampleReport } from './samples.ts';

/** Making, renaming and moving organizations; what lies below and the reports follow. */
export function organizationChangeContract(createHarness: CreateHarness): void {
  const store = freshStore(createHarness);
  const organizations = () => store().organizations;
  const reports = () => store().reports;
  const seen = () => reports().seenBy('everything');

  async function add(name: string, parent: Organization | null = null): Promise<Organization> {
    return organizations().save({ name, parent: parent?.id ?? null });
  }

  async function addReport({ id, name, lineage }: Organization, given: Partial<Report> = {}): Promise<Report> {
    const report = sampleReport({ organization: { id, name, lineage }, ...given });
    await reports().create(report);
    return report;
  }

  async function titles(filter: { readonly within?: string; readonly search?: string }): Promise<unknown[]> {
    const order = { field: 'YEAR', direction: 'ASC' } as const;
    const { items } = await seen().list(filter, order, { limit: 100, backward: false }, ['title']);
    return items.map(({ item }) => item.title);
  }

  /** A province, a city in it, a bureau of the city; another province. */
  async function tree() {
    const province = await add('江西省');
    const city = await add('南昌市', province);
    const bureau = await add('南昌市财政局', city);
    return { province, city, bureau, other: await add('福建省') };
  }

  test('an organization is made below another', async () => {
    const { province, city } = await tree();
    expect(city).toEqual({
      id: city.id,
      name: '南昌市',
      parent: province.id,
      lineage: [province.id, city.id],
    });
    expect(await organizations().find(city.id)).toEqual(city);
    expect(await organizations().childrenOf([province.id])).toEqual([[city]]);
  });

  test('a new name is the one that lists, searches and reports know', async () => {
    const { city, bureau } = await tree();
    const report = await addReport(city, { title: '年报' });
    const renamed = await organizations().save({ id: city.id, name: '洪都市', parent: city.parent });
    expect(renamed).toEqual({ ...city, name: '洪都市' });
    expect(await organizations().find(city.id)).toEqual(renamed);
    expect(await organizations().findByName('南昌市')).toBeNull();
    expect(await organizations().count('洪都')).toBe(1);
    expect(await organizations().find(bureau.id)).toEqual(bureau);
    const organization = { id: city.id, name: '洪都市', lineage: city.lineage };
    expect(await seen().find(report.id, 'all')).toEqual({ ...report, organization });
    expect(await titles({ search: '洪都' })).toEqual(['年报']);
    expect(await titles({ search: '南昌' })).toEqual([]);
  });

  test('all that lies below moves along, and so do the reports of all', async () => {
    const { province, city, bureau, other } = await tree();
    await addReport(city, { title: '市' });
    const report = await addReport(bureau, { title: '局' });
    await organizations().save({ id: city.id, name: city.name, parent: other.id });
    const lineage = [other.id, city.id, bureau.id];
    expect(await organizations().find(bureau.id)).toEqual({ ...bureau, lineage });
    const organization = { id: bureau.id, name: bureau.name, lineage };
    expect(await seen().find(report.id, 'all')).toEqual({ ...report, organization });
    expect(await titles({ within: province.id })).toEqual([]);
    expect(new Set(await titles({ within: other.id }))).toEqual(new Set(['局', '市']));
    await organizations().save({ id: city.id, name: city.name, parent: null });
    expect(await organizations().find(bureau.id)).toMatchObject({ lineage: [city.id, bureau.id] });
  });

  test('saving what is already so changes nothing', async () => {
    const { city } = await tree();
    expect(await organizations().save(city)).toEqual(city);
    expect(await organizations().count(undefined)).toBe(4);
  });

  test.each(['', ' ', '\u3000'])('a blank name is refused: %j', async (name) => {
    const refusal = { code: 'INPUT_INVALID', issues: [{ path: 'name' }] };
    await expect(organizations().save({ name, parent: null })).rejects.toMatchObject(refusal);
    expect(await organizations().count(undefined)).toBe(0);
  });

  test('a taken name is refused, for a new organization and for another one', async () => {
    const { city, other } = await tree();
    const refusal = { code: 'INPUT_INVALID', issues: [{ path: 'name' }] };
    await expect(add('南昌市')).rejects.toMatchObject(refusal);
    await expect(organizations().save({ ...city, name: other.name })).rejects.toMatchObject(refusal);
    expect(await organizations().find(city.id)).toEqual(city);
  });

  test('an organization cannot lie below itself', async () => {
    const { province, city, bureau } = await tree();
    const refusal = { code: 'INPUT_INVALID', issues: [{ path: 'parent' }] };
    for (const parent of [province, city, bureau]) {
      await expect(organizations().save({ ...province, parent: parent.id })).rejects.toMatchObject(refusal);
    }
    expect(await organizations().find(province.id)).toEqual(province);
  });

  test('unknown organizations are not found', async () => {
    const missing = { code: 'NOT_FOUND', parameters: { id: 'unknown' } };
    await expect(organizations().save({ id: 'unknown', name: '甲', parent: null })).rejects.toMatchObject(missing);
    await expect(organizations().save({ name: '甲', parent: 'unknown' })).rejects.toMatchObject(missing);
    expect(await organizations().count(undefined)).toBe(0);
  });

  test('of two moves that together would make a circle one is refused', async () => {
    const [a, b] = [await add('甲'), await add('乙')];
    const moves = await Promise.allSettled([
      organizations().save({ ...a, parent: b.id }),
      organizations().save({ ...b, parent: a.id }),
    ]);
    expect(moves.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('a report written with an older state of its organization says the newer one', async () => {
    const { city, other } = await tree();
    const before = await addReport(city);
    const renamed = await organizations().save({ id: city.id, name: '洪都市', parent: other.id });
    const { id, name, lineage } = renamed;
    await reports().replace(nextState(before), 1);
    expect(await seen().find(before.id, ['organization'])).toMatchObject({ organization: { id, name, lineage } });
    const late = await addReport(city, { year: 1999 });
    expect(await seen().find(late.id, ['organization'])).toMatchObject({ organization: { id, name, lineage } });
    expect(await reports().findRevision(before.id, 2)).toMatchObject({ organization: { name } });
  });

  test('reports written while their organization is renamed end with its last name', async () => {
    const body = await add('名0');
    const writes = Array.from({ length: 20 }, (_, index) => addReport(body, { year: 2000 + index, id: randomUUID() }));
    const renames = Array.from({ length: 5 }, (_, index) =>
      organizations().save({ id: body.id, name: `名${index + 1}`, parent: null }),
    );
    await Promise.all([...writes, ...renames]);
    const { name } = (await organizations().find(body.id)) ?? {};
    const order = { field: 'YEAR', direction: 'ASC' } as const;
    const page = await seen().list({ organization: body.id }, order, { limit: 50, backward: false }, ['organization']);
    expect(page.items.map(({ item }) => item.organization?.name)).toEqual(Array.from({ length: 20 }, () => name));
  });
}
