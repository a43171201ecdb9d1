import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#app/config.ts';
import { createLog } from '#app/create-log.ts';
import { openStore } from '#app/open-store.ts';
import { legalDueDates } from '#reports/checks/subject.ts';
import { createReport } from '#reports/create-report.ts';
import { nextState } from '#review/next-state.ts';
import { obligationsOf, type Obligation } from '#review/obligations.ts';
import { withdrawReport } from '#review/publish.ts';
import type { Report } from '#reports/report.ts';
import type { Audience } from '#store/report-store.ts';
import type { Store } from '#store/store.ts';
import { storeKinds } from '../gateway/store-kinds.ts';

/** Moments of a day in China. */
const at = (day: string, time = '12:00:00') => new Date(`${day}T${time}+08:00`);

describe.for(storeKinds)('obligations on $name', ({ missing, settings }) => {
  describe.skipIf(missing)('of a city', () => {
    let store: Store;
    let folder: string;
    let environment: NodeJS.ProcessEnv;
    let ids: Record<string, string>;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'nianbao-obligations-'));
      environment = { NIANBAO_DATA_DIR: folder, NIANBAO_LOG_LEVEL: 'silent', ...settings() };
      store = await openStore(readConfig(environment), createLog('silent'));
      ids = {};
      await add('甲市人民政府', null);
      for (const name of ['一局', '二局', '三局', '四局', '五局', '六局', '乙县人民政府'])
        await add(name, '甲市人民政府');
      await add('县一局', '乙县人民政府');
      await publish('一局', at('2025-01-31', '23:59:59'));
      await publish('二局', at('2025-02-01', '00:00:00'));
      await file('三局');
      await withdraw(await publish('四局', at('2025-01-10')), at('2025-01-20'));
      await store.reports.create(reportOf('五局', at('2025-06-01'), { status: 'PUBLISHED', origin: 'IMPORTED' }));
      await publish('乙县人民政府', at('2025-03-31'));
    });

    afterAll(async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
      const uri = environment['MONGODB_URI'];
      if (uri === undefined) return;
      const client = new MongoClient(uri);
      await client.db().dropDatabase();
      await client.close();
    });

    async function add(name: string, parent: string | null): Promise<void> {
      ids[name] = (await store.organizations.save({ name, parent: parent === null ? null : ids[parent]! })).id;
    }

    function reportOf(name: string, now: Date, given: Pick<Report, 'status'> & Pick<Report, 'origin'>): Report {
      const content = { title: name, year: 2024, form: '2021', narratives: {}, figures: {}, raws: {} };
      const organization = { id: ids[name]!, name, lineage: [ids[name]!] };
      const origin = given.origin ?? 'FILED';
      return createReport(content, { id: `${name}-2024`, organization, status: given.status, now, origin });
    }

    async function file(name: string): Promise<Report> {
      const report = reportOf(name, at('2025-01-02'), { status: 'DRAFT' });
      await store.reports.create(report);
      return report;
    }

    async function publish(name: string, now: Date): Promise<Report> {
      const draft = await file(name);
      const occasion = { actor: null, now };
      const next = nextState({ ...draft, status: 'APPROVED' }, 'PUBLISH', occasion, { action: 'PUBLISH', note: null });
      const published = { ...next, publishedAt: now, publishedRevision: next.revision };
      await store.reports.replace(published, draft.revision);
      return published;
    }

    async function withdraw(report: Report, now: Date): Promise<void> {
      await store.reports.replace(
        withdrawReport(report, { note: '数据有误', published: report, actor: null, now }),
        report.revision,
      );
    }

    const seen = (now: Date, audience: Audience = 'everything', within?: string): Promise<Obligation[]> => {
      const working = typeof audience === 'object' ? audience.workingWithin : [];
      const seesWorking = (lineage: readonly string[]) =>
        audience === 'everything' || lineage.some((id) => working.includes(id));
      const viewing = { reports: store.reports.seenBy(audience), seesWorking, now, dueDates: legalDueDates };
      return obligationsOf(store, { year: 2024, within }, viewing);
    };
    const told = (rows: readonly Obligation[]) =>
      Object.fromEntries(rows.map(({ organization, status, daysLate }) => [organization.name, [status, daysLate]]));

    it('are told to the day: the last day is in time to its last second, the next one is late', async () => {
      expect(told(await seen(at('2025-02-10')))).toEqual({
        一局: ['FILED', 0],
        二局: ['FILED_LATE', 1],
        三局: ['OVERDUE', 10],
        四局: ['OVERDUE', 10],
        五局: ['FILED_UNDATED', null],
        六局: ['OVERDUE', 10],
        乙县人民政府: ['FILED', 0],
        县一局: ['OVERDUE', 10],
        甲市人民政府: ['NOT_STARTED', 0],
      });
      expect(told(await seen(at('2025-04-02')))['甲市人民政府']).toEqual(['OVERDUE', 2]);
    });

    it('are overdue from the day after, in Chinese time', async () => {
      const six = async (day: string, time: string) => told(await seen(at(day, time)))['六局'];
      expect(await six('2025-01-31', '23:59:59')).toEqual(['NOT_STARTED', 0]);
      expect(await six('2025-02-01', '00:00:00')).toEqual(['OVERDUE', 1]);
    });

    it('show readers nothing of what is prepared, nor staff that of others', async () => {
      const day = at('2025-01-15');
      const readers = told(await seen(day, 'published'));
      expect(readers).toMatchObject({ 三局: ['DUE', 0], 六局: ['DUE', 0], 四局: ['DUE', 0] });
      const rows = await seen(day, { workingWithin: [ids['三局']!] });
      expect(told(rows)).toMatchObject({ 三局: ['IN_PREPARATION', 0], 六局: ['DUE', 0], 四局: ['DUE', 0] });
      const everything = told(await seen(day));
      expect([everything['三局'], everything['六局'], everything['四局']]).toEqual([
        ['IN_PREPARATION', 0],
        ['NOT_STARTED', 0],
        ['IN_PREPARATION', 0],
      ]);
      const reports = new Map((await seen(day, 'published')).map((row) => [row.organization.name, row.report]));
      expect([reports.get('三局'), reports.get('四局'), reports.get('六局')]).toEqual([null, '四局-2024', null]);
    });

    it('name the organization first and then what lies below it, also a body that is made later', async () => {
      const names = async () => (await seen(at('2025-01-15'), 'published', ids['乙县人民政府'])).map(nameOf);
      expect(await names()).toEqual(['乙县人民政府', '县一局']);
      await add('县二局', '乙县人民政府');
      expect(await names()).toEqual(['乙县人民政府', '县一局', '县二局']);
      await expect(seen(at('2025-01-15'), 'published', 'nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('go by the dates of the nearest organization that has its own, for departments and governments apart', async () => {
      const { organizationSettings } = store;
      const dates = async () => (await seen(at('2025-01-15'))).map((row) => [nameOf(row), row.dueDate]);
      await organizationSettings.change(ids['甲市人民政府']!, {
        dueDates: { departments: '01-20', governments: null },
      });
      await organizationSettings.change(ids['乙县人民政府']!, {
        dueDates: { departments: null, governments: '02-20' },
      });
      expect(Object.fromEntries(await dates())).toMatchObject({
        甲市人民政府: '2025-03-31',
        乙县人民政府: '2025-02-20',
        县一局: '2025-01-20',
        一局: '2025-01-20',
      });
      expect(told(await seen(at('2025-02-10')))).toMatchObject({ 一局: ['FILED_LATE', 11], 三局: ['OVERDUE', 21] });
    });
  });
});

function nameOf({ organization: { name } }: Obligation): string {
  return name;
}
