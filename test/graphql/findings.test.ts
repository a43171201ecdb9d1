import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGateway, type Gateway } from '../gateway/open-gateway.ts';
import { readSample } from '../gateway/read-sample.ts';
import { storeKinds } from '../gateway/store-kinds.ts';

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly key: string;
  readonly paths: readonly string[];
  readonly expected: number | null;
  readonly actual: number | null;
  readonly formula: string | null;
  readonly decision: { readonly verdict: string; readonly reason: string; readonly actor: string | null } | null;
}

interface Told {
  readonly id: string;
  readonly revision: number;
  readonly checks: {
    readonly passed: boolean;
    readonly publishable: boolean;
    readonly violations: readonly Finding[];
    readonly rules: readonly { readonly code: string; readonly status: string; readonly reason: string | null }[];
    readonly offers: readonly unknown[];
  };
}

const fields = `id revision checks { passed publishable
  violations { code severity key paths expected actual formula decision { verdict reason actor } }
  rules { code status reason } offers { path stated computed } }`;

const broken = (text: string) => text.replace('（七）总计 0 0 0 0 0 0 0', '（七）总计 0 0 0 0 0 0 1');

describe.for(storeKinds)('findings over GraphQL on $name', ({ missing, settings }) => {
  describe.skipIf(missing)('queries and mutations', () => {
    let gateway: Gateway;

    beforeAll(async () => {
      gateway = await openGateway(settings());
    });

    afterAll(() => gateway.close());

    async function importText(text: string, organization: string, year = 2024): Promise<Told> {
      const { data, errors } = await gateway.query(
        `mutation ($input: ImportInput!) { importReport(input: $input) { ... on ImportReportSuccess { report { ${fields} } } ... on Error { message } } }`,
        { input: { text, organization, year } },
      );
      expect(errors).toBeUndefined();
      return (data as unknown as { importReport: { report: Told } }).importReport.report;
    }

    async function told(id: string): Promise<Told> {
      const { data } = await gateway.query(`query ($id: ID!) { report(id: $id) { ${fields} } }`, { id });
      return (data as unknown as { report: Told }).report;
    }

    async function decide(name: 'decideFinding' | 'reopenFinding', input: Record<string, unknown>) {
      const type = name === 'decideFinding' ? 'DecideFindingInput' : 'ReopenFindingInput';
      const { data } = await gateway.query(
        `mutation ($input: ${type}!) { answer: ${name}(input: $input) {
          __typename ... on DecideFindingSuccess { report { ${fields} } } ... on ConflictError { currentRevision }
          ... on InvalidInputError { issues { path } } } }`,
        { input },
      );
      return (data as unknown as { answer: { __typename: string; report: Told } }).answer;
    }

    it('tell how each rule stands, and offer totals without writing them', async () => {
      const { checks } = await importText(broken(await readSample()), '甲局');
      expect(checks).toMatchObject({ passed: false, publishable: false });
      expect(checks.rules.filter(({ status }) => status === 'VIOLATED').map(({ code }) => code)).toEqual([
        'ROW_TOTAL',
        'OUTCOME_TOTAL',
        'COLUMN_BALANCE',
        ...(checks.rules.some(({ code, status }) => code === 'TEXT_TABLE_MISMATCH' && status === 'VIOLATED')
          ? ['TEXT_TABLE_MISMATCH']
          : []),
      ]);
      expect(checks.rules.find(({ code }) => code === 'CARRIED_OVER_MISMATCH')).toMatchObject({
        status: 'NOT_ASSESSABLE',
        reason: '没有上一年度的报告可以对照。',
      });
      expect(checks.offers).toContainEqual({ path: 'applications.outcomes.total.total', stated: 1, computed: 0 });
      expect(checks.violations.find(({ code }) => code === 'ROW_TOTAL')?.formula).toBe('自然人 0 = 0 ≠ 总计 1');
    });

    it('compare with last year’s report, whichever came first', async () => {
      const sample = await readSample();
      const { id } = await importText(sample, '乙局', 2024);
      const before = sample
        .replaceAll('2024', '2023')
        .replace('四、结转下年度继续办理 0 0 0 0 0 0 0', '四、结转下年度继续办理 1 0 0 0 0 0 1');
      await importText(before, '乙局', 2023);
      const { checks } = await told(id);
      const found = checks.violations.filter(({ code }) => code === 'CARRIED_OVER_MISMATCH');
      expect(found).toMatchObject([
        { severity: 'WARNING', paths: ['applications.carriedOver.naturalPersons'], expected: 1, actual: 0 },
        { severity: 'WARNING', paths: ['applications.carriedOver.total'], expected: 1, actual: 0 },
      ]);
      expect(checks).toMatchObject({ passed: true, publishable: true });
    });

    it('are dismissed with a reason, no longer stand in the way, and stand again when that is taken back', async () => {
      const report = await importText((await readSample()).replace('一、总体情况', ''), '丙局');
      const violation = report.checks.violations.find(({ severity }) => severity === 'ERROR');
      const input = { report: report.id, finding: violation?.key };
      const decided = await decide('decideFinding', {
        ...input,
        expectedRevision: 1,
        verdict: 'DISMISSED',
        reason: ' 另文公布 ',
      });
      expect(decided.report).toMatchObject({ revision: 2, checks: { passed: true, publishable: true } });
      expect(decided.report.checks.violations.find(({ key }) => key === violation?.key)?.decision).toMatchObject({
        verdict: 'DISMISSED',
        reason: '另文公布',
      });
      const { data } = await gateway.query('{ reports(filter: { passed: true, search: "丙局" }) { totalCount } }');
      expect(data).toEqual({ reports: { totalCount: 1 } });
      const again = await decide('reopenFinding', { ...input, expectedRevision: 2 });
      expect(again.report).toMatchObject({ revision: 3, checks: { passed: false, publishable: false } });
    });

    it('are confirmed as zero, after which the sums are judged', async () => {
      const nil = (await readSample()).replace(/^(?:0 ){14}0$/mu, `/${' 0'.repeat(14)}`);
      const report = await importText(nil, '丁局');
      const [violation] = report.checks.violations;
      expect(violation).toMatchObject({ code: 'MISSING_CELL', paths: ['disputes.review.upheld'] });
      const sums = ({ checks }: Told) => checks.rules.find(({ code }) => code === 'DISPUTE_TOTAL')?.status;
      expect(sums(report)).toBe('NOT_ASSESSABLE');
      const answer = await decide('decideFinding', {
        report: report.id,
        expectedRevision: 1,
        finding: violation?.key,
        verdict: 'ZERO',
        reason: '全年没有行政复议',
      });
      expect(answer.report.checks.violations[0]).toMatchObject({ code: 'MISSING_CELL', decision: { verdict: 'ZERO' } });
      expect(sums(answer.report)).toBe('PASSED');
    });

    it('are not decided without a reason, at another revision, or when there is no such finding', async () => {
      const report = await importText(broken(await readSample()), '戊局');
      const key = report.checks.violations[0]?.key;
      const input = { report: report.id, expectedRevision: 1, finding: key, verdict: 'DISMISSED', reason: '原因' };
      expect(await decide('decideFinding', { ...input, reason: ' ' })).toMatchObject({ issues: [{ path: 'reason' }] });
      expect(await decide('decideFinding', { ...input, expectedRevision: 7 })).toMatchObject({ currentRevision: 1 });
      expect(await decide('decideFinding', { ...input, finding: 'x' })).toMatchObject({
        issues: [{ path: 'finding' }],
      });
      expect(await decide('decideFinding', { ...input, verdict: 'ZERO' })).toMatchObject({
        issues: [{ path: 'verdict' }],
      });
      expect((await told(report.id)).revision).toBe(1);
    });
  });
});
