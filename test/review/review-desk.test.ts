import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '#reports/report.ts';
import { decide } from '#review/decide.ts';
import { createReviewDesk, type ReviewDesk } from '#review/review-desk.ts';
import type { Store } from '#store/store.ts';
import type { StoreHarness } from '../contracts/store/harness.ts';
import { createFolderHarness } from '../store/embedded/folder-harness.ts';
import { createDatabaseHarness, mongoUri } from '../store/mongo/database-harness.ts';
import { readDocument } from '#importers/read-document.ts';
import { readSample } from '../gateway/read-sample.ts';

const kinds = [
  { name: 'the embedded store', missing: false, create: createFolderHarness },
  {
    name: mongoUri === '' ? 'MongoDB (skipped: MONGODB_URI is not set)' : 'MongoDB',
    missing: mongoUri === '',
    create: createDatabaseHarness,
  },
];

const editor = { subject: 'editor', name: '编辑' };
const person = (subject: string) => ({ actor: { subject, name: subject }, holds: () => true });
const pass = (stage: number, given: object = {}) => ({
  stage,
  decision: 'APPROVE' as const,
  proofread: true,
  secrecyChecked: stage === 3,
  note: undefined,
  ...given,
});
const at = ({ id, revision: expectedRevision }: Report) => ({ id, expectedRevision });
const issues = (...paths: readonly string[]) => ({
  code: 'INPUT_INVALID',
  issues: paths.map((path) => expect.objectContaining({ path }) as unknown),
});

describe.for(kinds)('the way of a report to readers on $name', ({ missing, create }) => {
  describe.skipIf(missing)('step by step', () => {
    let harness: StoreHarness;
    let store: Store;
    let desk: ReviewDesk;
    let made = 0;

    beforeAll(async () => {
      harness = await create();
      store = await harness.open();
      desk = createReviewDesk(store);
    });
    afterAll(async () => {
      await store.close();
      await harness.dispose();
    });

    /** A report without an error, of a body of its own. */
    async function filled(): Promise<Report> {
      const body = await store.organizations.save({ name: `第${++made}局`, parent: null });
      const report = await desk.create(body, { year: 2023 }, editor);
      const { figures, narratives } = await readDocument(await readSample());
      const next = { ...report, figures, narratives, revision: 2 };
      await store.reports.replace(next, 1);
      return desk.edit(at(next), { narratives: { overview: `${narratives['overview']}。` } }, editor);
    }

    async function passed(stages: number): Promise<Report> {
      let report = await desk.submit(at(await filled()), undefined, editor);
      for (let stage = 1; stage <= stages; stage += 1)
        report = await desk.review(at(report), pass(stage), person(`审校${stage}`));
      return report;
    }

    async function published(): Promise<Report> {
      return desk.publish(at(await passed(3)), { note: undefined, personalDataSeen: true }, person('p').actor);
    }

    it('leads over three stages of three persons to readers', async () => {
      const report = await passed(3);
      expect(report.status).toBe('APPROVED');
      expect(await store.reports.seenBy('published').find(report.id, [])).toBeNull();
      const shown = await desk.publish(at(report), { note: undefined, personalDataSeen: true }, editor);
      expect(shown).toMatchObject({ status: 'PUBLISHED', publishedRevision: shown.revision, corrections: [] });
      expect(await store.reports.seenBy('published').find(report.id, ['status'])).toMatchObject({
        status: 'PUBLISHED',
      });
      const { states } = await store.reports.seenBy('everything').history(report.id);
      expect(states.map(({ change }) => change.action)).toEqual([
        'CREATE',
        'CREATE',
        'EDIT',
        'SUBMIT',
        'APPROVE',
        'APPROVE',
        'APPROVE',
        'PUBLISH',
      ]);
      const seen = await store.reports.seenBy('published').history(report.id);
      expect(seen.states.map(({ change }) => change)).toEqual([{ action: 'PUBLISH', actor: null, note: null }]);
    });

    it('lets one of two win who pass the same stage at once, and tells the other of a conflict', async () => {
      const report = await passed(1);
      const attempts = ['甲', '乙'].map((name) => desk.review(at(report), pass(2), person(name)));
      const outcomes = await Promise.allSettled(attempts);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const { reason } = outcomes.find((one) => one.status === 'rejected')!;
      expect(reason).toMatchObject({ code: 'CONFLICT', parameters: { currentRevision: report.revision + 1 } });
      const stored = (await store.reports.seenBy('everything').find(report.id, ['reviews'])) as Report;
      expect(stored.reviews.map(({ stage }) => stage)).toEqual([1, 2]);
    });

    it('refuses a person a second stage', async () => {
      const report = await passed(1);
      const second = desk.review(at(report), pass(2), person('审校1'));
      await expect(second).rejects.toMatchObject(issues('stage'));
      await expect(second).rejects.toThrow('You passed stage 1 of this content');
    });

    it('lets one person pass all stages where that is settled', async () => {
      const report = await passed(0);
      const [body] = report.organization.lineage;
      const stages = [1, 2].map((stage) => ({
        title: `第${stage}审`,
        post: '负责人',
        role: 'reviewer' as const,
        duties: ['CONTENT' as const],
        checklist: [],
      }));
      await store.organizationSettings.change(body!, { review: { stages, onePersonOneStage: false } });
      const first = await desk.review(at(report), pass(1, { proofread: false }), person('同一人'));
      expect(first.status).toBe('IN_REVIEW');
      const second = await desk.review(at(first), pass(2, { secrecyChecked: true }), person('同一人'));
      expect(second.status).toBe('APPROVED');
    });

    it('voids the passes of two stages by an edit, and says so', async () => {
      const report = await passed(2);
      const edited = await desk.edit(at(report), { narratives: { problems: '改了一个字' } }, editor);
      expect(edited.status).toBe('DRAFT');
      expect(edited.reviews.map(({ voided }) => voided)).toEqual([true, true]);
      expect(edited.change).toMatchObject({ action: 'EDIT', voided: [1, 2] });
      const again = await desk.submit(at(edited), undefined, editor);
      await expect(desk.review(at(again), pass(3), person('审校3'))).rejects.toMatchObject(issues('stage'));
      const first = await desk.review(at(again), pass(1), person('审校1'));
      expect(first.status).toBe('IN_REVIEW');
    });

    it('sends a report back with a reason only', async () => {
      const report = await passed(1);
      const reject = (note?: string) => desk.review(at(report), pass(2, { decision: 'REJECT', note }), person('审校2'));
      await expect(reject()).rejects.toMatchObject(issues('note'));
      await expect(reject('  ')).rejects.toMatchObject(issues('note'));
      const back = await reject('数据与上年不符');
      expect(back).toMatchObject({
        status: 'DRAFT',
        change: { action: 'REJECT', note: '数据与上年不符', voided: [1] },
      });
      expect(back.reviews.at(-1)).toMatchObject({ decision: 'REJECT', note: '数据与上年不符' });
    });

    it.each([
      ['a stage that is not the next', pass(2), 'stage'],
      ['a stage that there is not', pass(4), 'stage'],
      ['a stage without its proofreading', pass(1, { proofread: false }), 'proofread'],
    ])('refuses %s', async (_, verdict, path) => {
      const report = await passed(0);
      await expect(desk.review(at(report), verdict, person('审校'))).rejects.toMatchObject(issues(path));
    });

    it('asks for the role of the stage', async () => {
      const report = await passed(0);
      const nobody = { ...person('审校'), holds: () => false };
      await expect(desk.review(at(report), pass(1), nobody)).rejects.toMatchObject(issues('stage'));
    });

    it('approves nothing without a secrecy review', async () => {
      const report = await passed(2);
      const passing = desk.review(at(report), pass(3, { secrecyChecked: false }), person('审校3'));
      await expect(passing).rejects.toMatchObject(issues('secrecyChecked'));
      expect(await desk.review(at(report), pass(3), person('审校3'))).toMatchObject({ status: 'APPROVED' });
    });

    it('asks for the secrecy review at the last stage where no stage has it for a duty', async () => {
      const stage = { title: '审校', post: '负责人', role: 'reviewer', duties: ['CONTENT'], checklist: [] } as const;
      const report = await passed(0);
      const policy = { onePersonOneStage: true, stages: [stage, stage] };
      const reviewer = (subject: string) => ({ ...person(subject), now: new Date() });
      const first = decide(report, policy, pass(1), reviewer('审校1'));
      const last = (given: object) => decide(first, policy, pass(2, given), reviewer('审校2'));
      expect(() => last({})).toThrow('no secrecy review');
      expect(last({ secrecyChecked: true }).status).toBe('APPROVED');
    });

    it('publishes nothing with an error, and says every place that it can not take', async () => {
      const draft = await filled();
      const edit = { cells: { 'applications.received.total': 5, 'applications.nowhere': 1 }, title: ' ' };
      await expect(desk.edit(at(draft), edit, editor)).rejects.toMatchObject(issues('title', 'applications.nowhere'));
      const wrong = await desk.edit(at(draft), { cells: { 'applications.received.total': 5 } }, editor);
      expect(wrong.checks.passed).toBe(false);
      let report = await desk.submit(at(wrong), undefined, editor);
      for (const stage of [1, 2, 3]) report = await desk.review(at(report), pass(stage), person(`审校${stage}`));
      const publishing = desk.publish(at(report), { note: undefined, personalDataSeen: true }, editor);
      await expect(publishing).rejects.toThrow('errors are neither mended nor explained');
    });

    it('shows readers what was corrected, and only when it is published again', async () => {
      const first = await published();
      const edited = await desk.edit(at(first), { narratives: { problems: '更正后的文字' } }, editor);
      let report = await desk.submit(at(edited), undefined, editor);
      for (const stage of [1, 2, 3]) report = await desk.review(at(report), pass(stage), person(`审校${stage}`));
      const readers = store.reports.seenBy('published');
      expect(await readers.find(first.id, ['revision'])).toMatchObject({ revision: first.revision });
      const silent = desk.publish(at(report), { note: undefined, personalDataSeen: true }, editor);
      await expect(silent).rejects.toMatchObject(issues('note'));
      const again = await desk.publish(at(report), { note: '更正问题一章', personalDataSeen: true }, editor);
      const seen = (await readers.find(first.id, 'all')) as Report;
      expect(seen.corrections).toEqual([
        { at: again.updatedAt, revision: again.revision, note: '更正问题一章', paths: ['narratives.problems'] },
      ]);
      expect(seen.publishedAt).toEqual(first.publishedAt);
    });

    it('leaves a tombstone with the reason of what is withdrawn', async () => {
      const first = await published();
      await expect(desk.withdraw(at(first), '', editor)).rejects.toMatchObject(issues('note'));
      await desk.withdraw(at(first), '涉及他人隐私', editor);
      const seen = (await store.reports.seenBy('published').find(first.id, 'all')) as Report;
      expect(seen).toMatchObject({
        status: 'WITHDRAWN',
        figures: {},
        narratives: {},
        change: { note: '涉及他人隐私' },
      });
      await expect(desk.withdraw(at(await filled()), '没有公布过', editor)).rejects.toMatchObject(issues('id'));
    });

    it('shows personal data, and wants them looked at', async () => {
      const draft = await filled();
      const text = '联系人王某，电话13812345678，身份证11010519491231002X。';
      const edited = await desk.edit(at(draft), { narratives: { otherMatters: text } }, editor);
      let report = await desk.submit(at(edited), undefined, editor);
      for (const stage of [1, 2, 3]) report = await desk.review(at(report), pass(stage), person(`审校${stage}`));
      const blind = desk.publish(at(report), { note: undefined, personalDataSeen: false }, editor);
      const place = 'narratives.otherMatters';
      await expect(blind).rejects.toMatchObject(issues('personalDataSeen', place, place));
      const shown = await desk.publish(at(report), { note: undefined, personalDataSeen: true }, editor);
      expect(shown.status).toBe('PUBLISHED');
    });

    it('stores nothing for an edit that changes nothing, or from another revision', async () => {
      const draft = await filled();
      expect(await desk.edit(at(draft), { title: draft.title, cells: {} }, editor)).toEqual(draft);
      const stale = desk.edit({ id: draft.id, expectedRevision: 1 }, { title: '来晚了' }, editor);
      await expect(stale).rejects.toMatchObject({ code: 'CONFLICT', parameters: { currentRevision: draft.revision } });
    });
  });
});
