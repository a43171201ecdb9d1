import { expect, test } from 'vitest';
import type { Report } from '#reports/report.ts';
import { sharedStore, type CreateHarness } from './harness.ts';
import { nextState, sampleReport } from './samples.ts';

/** Single reports and their revisions. */
export function reportContract(createHarness: CreateHarness): void {
  const store = sharedStore(createHarness);
  const reports = () => store().reports;
  const seen = () => reports().seenBy('everything');

  async function created(given: Partial<Report> = {}): Promise<Report> {
    const report = sampleReport(given);
    await reports().create(report);
    return report;
  }

  test('a report comes back as it was stored, money as exact text and blanks as null', async () => {
    const report = await created();
    expect(await seen().find(report.id, 'all')).toEqual(report);
    expect(await seen().findByYear(report.organization.id, 2023, 'all')).toEqual(report);
  });

  test('there is nothing under an unknown id or year', async () => {
    const { organization } = await created();
    expect(await seen().find('unknown', 'all')).toBeNull();
    expect(await seen().findByYear(organization.id, 1999, 'all')).toBeNull();
    expect(await seen().findByYear('unknown', 2023, ['title'])).toBeNull();
  });

  test('findMany answers in the order of the ids, null for unknown ones, repeated ones twice', async () => {
    const [first, second] = [await created(), await created()];
    const found = await seen().findMany([second.id, 'unknown', first.id, second.id], ['title']);
    expect(found.map((part) => part?.id)).toEqual([second.id, undefined, first.id, second.id]);
    expect(found[1]).toBeNull();
    expect(await seen().findMany([], 'all')).toEqual([]);
  });

  test('a second report of an organization for the year is refused and changes nothing', async () => {
    const first = await created();
    const second = sampleReport({ organization: first.organization, title: '另一份' });
    await expect(reports().create(second)).rejects.toMatchObject({
      code: 'REPORT_EXISTS',
      parameters: { organization: first.organization.name, year: 2023 },
    });
    expect(await seen().find(second.id, 'all')).toBeNull();
    expect(await seen().find(first.id, 'all')).toEqual(first);
    expect(await reports().findRevision(second.id, 1)).toBeNull();
  });

  test('the same report twice is refused', async () => {
    const report = await created();
    await expect(reports().create(report)).rejects.toMatchObject({ code: 'REPORT_EXISTS' });
  });

  test('of many reports created at once for one year exactly one is stored', async () => {
    const { organization } = sampleReport();
    const attempts = Array.from({ length: 8 }, () => reports().create(sampleReport({ organization })));
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await seen().count({ organization: organization.id })).toBe(1);
  });

  test('replacing keeps every earlier revision as it was', async () => {
    const first = await created();
    const second = nextState(first, { title: '第二版', status: 'IN_REVIEW' });
    const third = nextState(second, { title: '第三版', publishedAt: new Date('2024-03-31T00:00:00.000Z') });
    await reports().replace(second, 1);
    await reports().replace(third, 2);
    expect(await seen().find(first.id, 'all')).toEqual(third);
    expect(await reports().findRevision(first.id, 1)).toEqual(first);
    expect(await reports().findRevision(first.id, 2)).toEqual(second);
    expect(await reports().findRevision(first.id, 3)).toEqual(third);
  });

  test('a revision that never was is not found', async () => {
    const { id } = await created();
    expect(await reports().findRevision(id, 0)).toBeNull();
    expect(await reports().findRevision(id, 2)).toBeNull();
    expect(await reports().findRevision('unknown', 1)).toBeNull();
  });

  test('replacing from another revision than the stored one is a conflict that names the stored one', async () => {
    const first = await created();
    await reports().replace(nextState(first), 1);
    const stale = nextState(first, { title: '来晚了' });
    const conflict = { code: 'CONFLICT', parameters: { currentRevision: 2 } };
    await expect(reports().replace(stale, 1)).rejects.toMatchObject(conflict);
    await expect(reports().replace(nextState(stale, { revision: 8 }), 7)).rejects.toMatchObject(conflict);
    expect(await seen().find(first.id, ['title', 'revision'])).toEqual({
      id: first.id,
      title: first.title,
      revision: 2,
    });
    expect(await reports().findRevision(first.id, 1)).toEqual(first);
  });

  test('replacing an unknown report is refused', async () => {
    const next = nextState(sampleReport());
    await expect(reports().replace(next, 1)).rejects.toMatchObject({ code: 'NOT_FOUND', parameters: { id: next.id } });
  });

  test('a replacement that does not count its revision on is refused', async () => {
    const report = await created();
    await expect(reports().replace(nextState(report, { revision: 3 }), 1)).rejects.toThrow(/does not follow/);
    expect(await seen().find(report.id, ['revision'])).toEqual({ id: report.id, revision: 1 });
  });

  test('a replacement that would be the second report of its organization for the year is refused', async () => {
    const taken = await created();
    const other = await created();
    const moved = nextState(other, { organization: taken.organization });
    await expect(reports().replace(moved, 1)).rejects.toMatchObject({ code: 'REPORT_EXISTS' });
    expect(await seen().find(other.id, 'all')).toEqual(other);
  });

  test('of many replacements at once exactly one wins, the others see a conflict', async () => {
    const first = await created();
    const states = Array.from({ length: 8 }, (_, index) => nextState(first, { title: `第${index}个` }));
    const outcomes = await Promise.allSettled(states.map((state) => reports().replace(state, 1)));
    const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
    const losers = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(losers).toHaveLength(7);
    for (const { reason } of losers) {
      expect(reason).toMatchObject({ code: 'CONFLICT', parameters: { currentRevision: 2 } });
    }
    expect(await seen().find(first.id, 'all')).toEqual(states[winner]);
    expect(await reports().findRevision(first.id, 1)).toEqual(first);
  });

  test('what was handed in may be changed afterwards', async () => {
    const report = await created();
    const copy = structuredClone(report);
    report.updatedAt.setTime(0);
    (report.organization.lineage as string[]).push('intruder');
    (report.narratives as Record<string, string>)['overview'] = 'changed';
    expect(await seen().find(report.id, 'all')).toEqual(copy);
  });

  test('what was handed out may be changed', async () => {
    const report = await created();
    const copy = structuredClone(report);
    await reports().replace(nextState(report, { title: '第二版' }), 1);
    const past = (await reports().findRevision(report.id, 1)) as Report;
    past.createdAt.setTime(0);
    const current = (await seen().find(report.id, 'all')) as Report;
    current.createdAt.setTime(0);
    (current.checks.violations as unknown[]).length = 0;
    (current.figures['applications'] as Record<string, unknown>)['received'] = 1;
    expect(await reports().findRevision(report.id, 1)).toEqual(copy);
    expect(await reports().findRevision(report.id, 2)).toEqual(nextState(copy, { title: '第二版' }));
  });

  test.each<{ fields: readonly string[]; part: object }>([
    { fields: [], part: {} },
    { fields: ['id'], part: {} },
    { fields: ['title', 'year'], part: { title: sampleReport().title, year: 2023 } },
    {
      fields: ['figures.applications.received.total', 'figures.proactiveDisclosure.fees'],
      part: { figures: { applications: { received: { total: 5 } }, proactiveDisclosure: { fees: '72701.2578' } } },
    },
    {
      fields: ['figures.applications.received.enterprises'],
      part: { figures: { applications: { received: { enterprises: null } } } },
    },
    {
      fields: ['figures.applications.carriedOver', 'figures.applications.carriedOver.total'],
      part: { figures: { applications: { carriedOver: { total: 0 } } } },
    },
    {
      fields: ['checks.violations.code', 'checks.violations.paths'],
      part: { checks: { violations: [{ code: 'ROW_TOTAL', paths: ['applications.received.total'] }] } },
    },
    { fields: ['publishedAt', 'createdAt'], part: { publishedAt: null, createdAt: sampleReport().createdAt } },
    { fields: ['narratives.overview', 'narratives.unknown'], part: { narratives: { overview: '一、总体情况' } } },
    { fields: ['title.deeper', 'publishedAt.deeper'], part: {} },
    { fields: ['unknown', '$where', 'narratives.$where', '__proto__', '', 'a..b'], part: {} },
    { fields: ['keys', 'keys.text', '_id'], part: {} },
  ])('only the asked fields come along: $fields', async ({ fields, part }) => {
    const { id } = await created();
    expect(await seen().find(id, fields)).toEqual({ id, ...part });
    expect(await seen().findMany([id], fields)).toEqual([{ id, ...part }]);
  });

  test.each(['constructor', 'toString', 'hasOwnProperty', 'length', '键', 'a$', '0', 'keys', '_id', 'id'])(
    'a narrative may have the key %s',
    async (key) => {
      const report = await created({ narratives: { [key]: '文字' } });
      expect(await seen().find(report.id, 'all')).toEqual(report);
      expect(await seen().find(report.id, [`narratives.${key}`])).toEqual({
        id: report.id,
        narratives: { [key]: '文字' },
      });
    },
  );

  test.each(['$where', '$$date', 'a.b', '', '__proto__', 'a\0b'])(
    'a key that databases have other uses for is refused with its place: %j',
    async (key) => {
      const narratives = Object.fromEntries([[key, '文字']]);
      const report = sampleReport({ narratives });
      const refusal = { code: 'INPUT_INVALID', issues: [{ path: 'narratives' }] };
      await expect(reports().create(report)).rejects.toMatchObject(refusal);
      const stored = await created();
      await expect(reports().replace(nextState(stored, { narratives }), 1)).rejects.toMatchObject(refusal);
      expect(await seen().find(stored.id, 'all')).toEqual(stored);
    },
  );

  test('text with every line break that there is comes back', async () => {
    const text = 'a\nb\r\nc\u000bd\u000ce\u0085f\u2028g\u2029h\u0000i𠮷';
    const report = await created({ narratives: { overview: text } });
    expect(await seen().find(report.id, 'all')).toEqual(report);
  });

  test('values that look like operators are only values', async () => {
    const report = await created({ title: '{"$gt":""}' });
    expect(await seen().find('{"$gt":""}', 'all')).toBeNull();
    expect(await seen().findByYear('{"$ne":null}', 2023, 'all')).toBeNull();
    expect(await seen().count({ organization: '{"$gt":""}' })).toBe(0);
    expect(await seen().count({ organization: report.organization.id, search: '{"$gt":""}' })).toBe(1);
  });
}
