import { expect, test } from 'vitest';
import type { Report } from '#reports/report.ts';
import type { Organization } from '#store/organization-store.ts';
import type { Audience, ReportFilter, ReportOrder } from '#store/report-store.ts';
import { dumped, restored } from './dump-samples.ts';
import { freshStore, type CreateHarness } from './harness.ts';
import { nextState, receivedFigures, sampleReport } from './samples.ts';

const orders = (['YEAR', 'ORGANIZATION', 'UPDATED_AT', 'RECEIVED_TOTAL'] as const).flatMap((field) =>
  (['ASC', 'DESC'] as const).map((direction): ReportOrder => ({ field, direction })),
);

/** The report's next state, for readers to see. */
function publishedState(report: Report, given: Partial<Report> = {}): Report {
  const revision = report.revision + 1;
  const publishedAt = report.publishedAt ?? new Date('2024-01-31T00:00:00.000Z');
  return nextState(report, { status: 'PUBLISHED', publishedAt, publishedRevision: revision, ...given });
}

/** Working and published editions, and who sees which. */
export function editionContract(createHarness: CreateHarness): void {
  const store = freshStore(createHarness);
  const reports = () => store().reports;

  async function put(report: Report, ...later: readonly Report[]): Promise<Report> {
    await reports().create(report);
    for (const state of later) await reports().replace(state, state.revision - 1);
    return later.at(-1) ?? report;
  }

  async function listed(audience: Audience, filter: ReportFilter, order: ReportOrder = orders[0]!, limit = 100) {
    const titles: unknown[] = [];
    const seen = reports().seenBy(audience);
    for (let after: string | undefined; ;) {
      const page = await seen.list(filter, order, { limit, backward: false, after }, ['title']);
      titles.push(...page.items.map(({ item }) => item.title));
      after = page.items.at(-1)?.cursor;
      if (!page.hasNext) break;
    }
    expect(await seen.count(filter)).toBe(titles.length);
    return titles;
  }

  test('a report that was never published does not exist for readers', async () => {
    const { id, organization } = await put(sampleReport({ title: '草稿', status: 'APPROVED' }));
    const seen = reports().seenBy('published');
    expect(await seen.find(id, 'all')).toBeNull();
    expect(await seen.findMany([id], [])).toEqual([null]);
    expect(await seen.findByYear(organization.id, 2023, [])).toBeNull();
    const filters: ReportFilter[] = [
      {},
      { organization: organization.id },
      { within: organization.id },
      { year: 2023 },
      { years: { from: 2000 } },
      { status: ['DRAFT', 'APPROVED'] },
      { form: '2021' },
      { search: '草稿' },
      { search: '问题' },
      { passed: false },
    ];
    for (const filter of filters) {
      for (const order of orders) expect(await listed('published', filter, order)).toEqual([]);
      expect(await listed('everything', filter)).toEqual(['草稿']);
    }
  });

  test('readers keep what was published while it is edited', async () => {
    const draft = sampleReport();
    const shown = publishedState(draft, { title: '公布的', figures: receivedFigures(7) });
    const edited = nextState(shown, {
      title: '修改中',
      status: 'DRAFT',
      figures: receivedFigures(1),
      narratives: { overview: '新的说法' },
      checks: { passed: true, violations: [] },
    });
    await put(draft, shown, edited);
    const { id } = draft;
    expect(await reports().seenBy('published').find(id, 'all')).toEqual(shown);
    expect(await reports().seenBy('everything').find(id, 'all')).toEqual(edited);
    for (const filter of [{ status: ['DRAFT' as const] }, { search: '说法' }, { search: '修改' }, { passed: true }]) {
      expect(await listed('published', filter)).toEqual([]);
      expect(await listed('everything', filter)).toEqual(['修改中']);
    }
    const again = publishedState(edited, { title: '更正后' });
    await reports().replace(again, edited.revision);
    expect(await reports().seenBy('published').find(id, 'all')).toEqual(again);
  });

  test('orders, cursors and counts of readers say nothing of working editions', async () => {
    const expected: string[] = [];
    for (const [index, received] of [5, 1, 4, 2, 3].entries()) {
      const draft = sampleReport({ title: `第${index}` });
      const shown = publishedState(draft, { figures: receivedFigures(received), title: `第${received}` });
      // In the working edition the order is the other way round.
      await put(draft, shown, nextState(shown, { figures: receivedFigures(100 - received), status: 'DRAFT' }));
      await put(sampleReport({ figures: receivedFigures(received + 0.5), title: '草稿' }));
      expected.push(`第${received}`);
    }
    expected.sort();
    const order: ReportOrder = { field: 'RECEIVED_TOTAL', direction: 'ASC' };
    expect(await listed('published', {}, order, 2)).toEqual(expected);
    expect(await listed('everything', {}, order, 3)).toHaveLength(10);
    // A cursor of staff does not open a door either.
    const { items } = await reports().seenBy('everything').list({}, order, { limit: 1, backward: false }, []);
    const slice = { limit: 100, backward: false, after: items[0]?.cursor };
    const page = await reports().seenBy('published').list({}, order, slice, ['status']);
    expect(new Set(page.items.map(({ item }) => item.status))).toEqual(new Set(['PUBLISHED']));
  });

  test('of a withdrawn report readers see that and why it is gone, and no content', async () => {
    const draft = sampleReport({ title: '撤回的报告' });
    const shown = publishedState(draft);
    const actor = { subject: 'u1', name: '张三' };
    const change = { action: 'WITHDRAW', actor, note: '数据有误' } as const;
    const withdrawn = nextState(shown, { status: 'WITHDRAWN', publishedRevision: 3, change });
    await put(draft, shown, withdrawn);
    expect(await reports().seenBy('published').find(draft.id, 'all')).toEqual({
      ...withdrawn,
      narratives: {},
      figures: {},
      raws: {},
      checks: { passed: true, violations: [] },
      change: { ...change, actor: null },
    });
    expect(await listed('published', { search: '存在的主要问题' })).toEqual([]);
    expect(await listed('published', { status: ['WITHDRAWN'] })).toEqual(['撤回的报告']);
    expect(await reports().seenBy('everything').find(draft.id, 'all')).toEqual(withdrawn);
  });

  test('readers do not see who reviewed, nor what they wrote', async () => {
    const draft = sampleReport();
    const reviewer = { subject: 'u2', name: '李四' };
    const [at, contentHash] = [new Date('2024-01-20T00:00:00.000Z'), 'a'.repeat(64)];
    const passed = { decision: 'APPROVE', proofread: true, secrecyChecked: true, voided: false } as const;
    const review = {
      stage: 1,
      title: '一审一校',
      role: '编辑',
      reviewer,
      note: '内部意见',
      at,
      contentHash,
      ...passed,
    };
    const change = { action: 'PUBLISH', actor: reviewer, note: '内部' } as const;
    const shown = publishedState(draft, { reviews: [review], change });
    await put(draft, shown);
    expect(await reports().seenBy('everything').find(draft.id, 'all')).toEqual(shown);
    const seen = await reports().seenBy('published').find(draft.id, 'all');
    expect(seen).toEqual({ ...shown, reviews: [], change: { action: 'PUBLISH', actor: null, note: null } });
  });

  test('a report that readers have seen stays with its organization and year', async () => {
    const draft = sampleReport();
    const shown = await put(draft, publishedState(draft));
    const { organization } = sampleReport();
    for (const moved of [{ organization }, { year: 1999 }]) {
      const refusal = { code: 'INPUT_INVALID', issues: [{ path: Object.keys(moved)[0] }] };
      await expect(reports().replace(nextState(shown, moved), 2)).rejects.toMatchObject(refusal);
    }
    expect(await reports().seenBy('everything').find(draft.id, 'all')).toEqual(shown);
  });

  /** Two provinces with two cities each; of each a published report that is being edited, and a draft of another year. */
  async function country(): Promise<Record<string, Organization>> {
    const bodies: Record<string, Organization> = {};
    for (const name of ['甲省', '甲省一市', '甲省二市', '乙省', '乙省一市', '乙省二市']) {
      const parent = name.length > 2 ? bodies[name.slice(0, 2)]!.id : null;
      const { id, lineage } = (bodies[name] = await store().organizations.save({ name, parent }));
      const given = { organization: { id, name, lineage } };
      const draft = sampleReport({ ...given, year: 2022 });
      const shown = publishedState(draft, { title: `${name}公布` });
      await put(draft, shown, nextState(shown, { title: `${name}修改`, status: 'DRAFT' }));
      await put(sampleReport({ ...given, year: 2023, title: `${name}草稿` }));
    }
    return bodies;
  }

  test.each([
    { own: ['甲省一市'], draft: 1 },
    { own: ['甲省'], draft: 3 },
    { own: ['甲省', '甲省二市', '乙省二市'], draft: 4 },
    { own: ['甲省', '乙省'], draft: 6 },
    { own: [], draft: 0 },
  ])('staff of $own see their working editions and what others published', async ({ own, draft }) => {
    const bodies = await country();
    const audience = { workingWithin: [...own.map((name) => bodies[name]!.id), 'unknown'] };
    const isOwn = (name: string) => own.some((one) => name.startsWith(one));
    const expected = (name: string) => (isOwn(name) ? [`${name}草稿`, `${name}修改`] : [`${name}公布`]);
    const names = Object.keys(bodies);
    for (const order of orders) {
      for (const limit of [1, 2, 100]) {
        expect(new Set(await listed(audience, {}, order, limit))).toEqual(new Set(names.flatMap(expected)));
      }
    }
    const figures = [{ path: 'applications.received.total', kind: 'count' }] as const;
    const sums = await reports().seenBy(audience).sum({ year: 2022 }, figures);
    expect(sums.map(({ reports: count, sums: all }) => [count, all.get(figures[0].path)])).toEqual([
      [6, { sum: '30', reports: 6 }],
    ]);
    const filers = await reports().seenBy(audience).filers({});
    expect(filers.filter(({ years }) => years.includes(2023))).toHaveLength(draft);
    expect(filers).toHaveLength(6);
    expect(await listed(audience, { search: '草稿' })).toHaveLength(draft);
    expect(await listed(audience, { year: 2023 })).toHaveLength(draft);
    for (const name of names) {
      const { id } = bodies[name]!;
      expect(new Set(await listed(audience, { organization: id }))).toEqual(new Set(expected(name)));
      const within = names.filter((one) => one.startsWith(name));
      const below = within.filter((one) => one !== name).flatMap(expected);
      expect(new Set(await listed(audience, { within: id }))).toEqual(new Set(within.flatMap(expected)));
      for (const reach of ['below', 'children'] as const)
        expect(new Set(await listed(audience, { within: id, reach }))).toEqual(new Set(below));
      const seen = reports().seenBy(audience);
      const found = await seen.findByYear(id, 2022, ['title']);
      expect(found?.title).toBe(isOwn(name) ? `${name}修改` : `${name}公布`);
      expect((await seen.findByYear(id, 2023, []))?.id !== undefined).toBe(isOwn(name));
      expect(await seen.findMany([found!.id], ['title'])).toEqual([found]);
      expect(await seen.find(found!.id, ['title'])).toEqual(found);
    }
  });

  test('staff far down in the tree are staff there only', async () => {
    const lineage = Array.from({ length: 7 }, (_, depth) => `层${depth}`);
    let parent: string | null = null;
    const bodies: Organization[] = [];
    for (const name of lineage) {
      bodies.push(await store().organizations.save({ name, parent }));
      parent = bodies.at(-1)!.id;
    }
    for (const { id, name, lineage: above } of bodies) {
      const draft = sampleReport({ organization: { id, name, lineage: above } });
      const shown = publishedState(draft, { title: `${name}公布` });
      await put(draft, shown, nextState(shown, { title: `${name}修改` }));
    }
    const titles = await listed({ workingWithin: [bodies[5]!.id] }, {});
    expect(new Set(titles)).toEqual(
      new Set(lineage.map((name, depth) => (depth >= 5 ? `${name}修改` : `${name}公布`))),
    );
  });

  test('both editions follow their organization', async () => {
    const bodies = await country();
    const { id } = bodies['甲省一市']!;
    await store().organizations.save({ id, name: '新市', parent: bodies['乙省']!.id });
    for (const audience of ['everything', 'published'] as const) {
      const found = await reports().seenBy(audience).findByYear(id, 2022, ['organization']);
      expect(found?.organization).toEqual({ id, name: '新市', lineage: [bodies['乙省']!.id, id] });
      expect(await listed(audience, { within: bodies['甲省']!.id, year: 2022 })).toHaveLength(2);
      expect(await listed(audience, { search: '新市', year: 2022 })).toHaveLength(1);
    }
  });

  test('a restored dump shows readers what they saw', async () => {
    await country();
    const withdrawn = publishedState(publishedState(sampleReport()), { status: 'WITHDRAWN' });
    await put(sampleReport({ id: withdrawn.id, organization: withdrawn.organization }));
    const [second, third] = [publishedState({ ...withdrawn, revision: 1 }), withdrawn];
    await reports().replace(second, 1);
    await reports().replace(third, 2);
    const entries = await dumped(store());
    const harness = await createHarness();
    const target = await harness.open();
    try {
      await restored(target, entries);
      for (const order of orders) {
        const slice = { limit: 100, backward: false };
        const [there, here] = await Promise.all(
          [target, store()].map((one) => one.reports.seenBy('published').list({}, order, slice, 'all')),
        );
        expect(there).toEqual(here);
        expect(there?.items).toHaveLength(7);
      }
    } finally {
      await target.close();
      await harness.dispose();
    }
  });

  test('of two who publish at once readers see the one that won', async () => {
    const draft = await put(sampleReport());
    const states = Array.from({ length: 6 }, (_, index) => publishedState(draft, { title: `第${index}个` }));
    const outcomes = await Promise.allSettled(states.map((state) => reports().replace(state, 1)));
    const winner = states[outcomes.findIndex(({ status }) => status === 'fulfilled')];
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await reports().seenBy('published').find(draft.id, 'all')).toEqual(winner);
  });
}
