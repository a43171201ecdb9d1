import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openIdentityProvider, settingsOf, type IdentityProvider } from '../auth/identity-provider.ts';
import { asNobody, openGateway, signedIn, type Gateway } from '../gateway/open-gateway.ts';
import { readSample } from '../gateway/read-sample.ts';
import { storeKinds } from '../gateway/store-kinds.ts';

/** What the tests read of an answer. */
interface Result {
  readonly __typename: string;
  readonly message?: string;
  readonly currentRevision?: number;
  readonly issues?: readonly { readonly path: string; readonly message: string }[];
  readonly report?: { readonly id: string; readonly revision: number; readonly status: string };
  readonly computedTotals?: readonly object[];
  readonly organization?: { readonly id: string; readonly parent: { readonly id: string } | null };
}

/** Review sheets by the names of their renderers. */
type Sheets = Readonly<Record<string, { readonly content: string; readonly url: string }>>;

/** What the tests read of obligations. */
interface Obligations {
  readonly totalCount: number;
  readonly totals: readonly { readonly status: string; readonly count: number }[];
  readonly pageInfo: { readonly endCursor: string };
  readonly edges: readonly {
    readonly node: { readonly organization: { readonly name: string }; readonly report: object | null };
  }[];
}

const success = `... on ReportSuccess { report { id revision status } computedTotals { path computed stated } }
  ... on InvalidInputError { message issues { path message } } ... on ConflictError { currentRevision }`;

describe.for(storeKinds)('editing and review over GraphQL on $name', ({ missing, settings }) => {
  describe.skipIf(missing)('mutations', () => {
    let gateway: Gateway;
    let provider: IdentityProvider;
    let report: { readonly id: string; readonly revision: number };

    beforeAll(async () => {
      provider = await openIdentityProvider();
      gateway = await openGateway({ ...settings(), ...settingsOf(provider) });
    });
    afterAll(async () => {
      await gateway.close();
      await provider.close();
    });

    async function call(field: string, type: string, input: object, as?: string): Promise<Result> {
      const text = `mutation ($input: ${type}!) { answer: ${field}(input: $input) { __typename ${success} } }`;
      const token = as === undefined ? undefined : await provider.sign({ sub: as, name: as, roles: ['reviewer'] });
      const answer = await gateway.query(text, { input }, token === undefined ? {} : signedIn(token));
      expect(answer.errors).toBeUndefined();
      return (answer.data as unknown as { answer: Result }).answer;
    }

    const review = (stage: number, as: string, given: object = {}) => {
      const decision = { stage, decision: 'APPROVE', proofread: true, secrecyChecked: stage === 3 };
      const input = { id: report.id, expectedRevision: report.revision, ...decision, ...given };
      return call('reviewReport', 'ReviewReportInput', input, as);
    };
    const step = (field: string, given: object = {}) =>
      call(field, 'ReportStepInput', { id: report.id, expectedRevision: report.revision, ...given });
    const edit = (given: object) =>
      call('updateReport', 'UpdateReportInput', { id: report.id, expectedRevision: report.revision, ...given });

    it('fills in a report, and offers the total that the parts give', async () => {
      const input = { organization: '北关区某局', year: 2023 };
      const created = await call('createReport', 'CreateReportInput', input);
      expect(created).toMatchObject({ report: { status: 'DRAFT', revision: 1 } });
      expect(await call('createReport', 'CreateReportInput', input)).toMatchObject({ __typename: 'ConflictError' });
      report = created.report!;
      const parts = ['upheld', 'corrected', 'otherResult', 'pending'];
      const cells = Object.fromEntries(parts.map((part) => [`disputes.review.${part}`, 2]));
      const edited = await edit({ cells });
      expect(edited.computedTotals).toEqual([{ path: 'disputes.review.total', computed: 8, stated: null }]);
      report = edited.report!;
      const bad = await edit({ cells: { 'a.b': 1, 'disputes.review.total': 'x' }, narratives: { nowhere: '' } });
      expect(bad.issues?.map(({ path }) => path)).toEqual(['a.b', 'disputes.review.total', 'narratives.nowhere']);
      expect(bad.issues?.[0]?.message).toBe('表格中没有这个单元格。');
      const late = await edit({ title: '来晚了', expectedRevision: 1 });
      expect(late).toMatchObject({ __typename: 'ConflictError', currentRevision: 2 });
    });

    it('leads the bundled report over three persons to readers, who see nothing before', async () => {
      const imported = await gateway.query(
        'mutation ($input: ImportInput!) { importReport(input: $input) { ... on ImportReportSuccess { report { id revision } } } }',
        { input: { text: await readSample(), organization: '北关区教育局' } },
      );
      report = (imported.data as unknown as { importReport: { report: typeof report } }).importReport.report;
      report = (await step('submitReport')).report!;
      expect(await review(2, '甲')).toMatchObject({ issues: [{ path: 'stage' }] });
      const [one, other] = await Promise.all([review(1, '甲'), review(1, '乙')]);
      expect([one.__typename, other.__typename].toSorted()).toEqual(['ConflictError', 'ReportSuccess']);
      const winner = one.report ? '甲' : '乙';
      report = (one.report ?? other.report)!;
      expect(await review(2, winner)).toMatchObject({ __typename: 'InvalidInputError', issues: [{ path: 'stage' }] });
      report = (await review(2, '丙')).report!;
      expect(await step('publishReport')).toMatchObject({ __typename: 'InvalidInputError' });
      report = (await review(3, '丁')).report!;
      expect(report).toMatchObject({ status: 'APPROVED' });
      const published = await step('publishReport', { personalDataSeen: true });
      expect(published).toMatchObject({ report: { status: 'PUBLISHED' } });
      report = published.report!;
      const { data } = await gateway.query(
        'query ($id: ID!) { report(id: $id) { history { action actor stage } reviews { reviewer title voided } corrections { note } } }',
        { id: report.id },
      );
      const seen = (
        data as unknown as { report: { history: { action: string; actor: string | null }[]; reviews: object[] } }
      ).report;
      expect(seen.history.map(({ action }) => action)).toEqual([
        'IMPORT',
        'SUBMIT',
        'APPROVE',
        'APPROVE',
        'APPROVE',
        'PUBLISH',
      ]);
      expect(seen.reviews).toHaveLength(3);
      expect(seen.history.filter(({ actor }) => actor === null)).toEqual([]);
    });

    it('prints the review sheet through every renderer of text, for those who see the working edition', async () => {
      const renderers = ['text', 'html', 'markdown', 'csv'];
      const fields = renderers.map((name) => `${name}: reviewSheet(renderer: "${name}") { content url }`).join(' ');
      const query = `query ($id: ID!) { report(id: $id) { title ${fields} } }`;
      const sheet = async (headers = {}) => {
        const answer = await gateway.query(query, { id: report.id }, headers);
        return { ...answer, sheets: (answer.data as unknown as { report: Sheets }).report };
      };
      const { sheets } = await sheet();
      for (const name of renderers) {
        const { content } = sheets[name]!;
        for (const said of ['三审三校', '丙', '丁', '分管负责人', '有效', '签发人', '2024'])
          expect(content, `${name}: ${said}`).toContain(said);
        expect(content).not.toContain('无效');
        expect(content).toMatch(/(?:[0-9a-f]{16}\s*){4}/u);
      }
      const refused = await sheet(asNobody);
      expect(refused.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(Array(4).fill('FORBIDDEN'));
      expect(refused.sheets).toMatchObject({ text: null, html: null });
      const address = new URL(sheets['text']!.url, gateway.url);
      expect([(await fetch(address)).status, (await fetch(address, { headers: signedIn() })).status]).toEqual([
        404, 200,
      ]);

      const edited = await edit({ narratives: { overview: '改过的文字。' } });
      report = edited.report!;
      const { sheets: after } = await sheet();
      expect(after['markdown']!.content.split('无效').length).toBe(4);
      expect(after['markdown']!.content).not.toContain('有效');
    });

    it('lets nobody act who is not signed in', async () => {
      const text = `mutation ($input: ReportStepInput!) { answer: withdrawReport(input: $input) { __typename } }`;
      const input = { id: report.id, expectedRevision: report.revision, note: '撤回' };
      const answer = await gateway.query(text, { input }, asNobody);
      expect(answer.data).toEqual({ answer: { __typename: 'ForbiddenError' } });
    });

    it('tells who has published, page by page, by the dates that were settled', async () => {
      const settle = `mutation ($input: SaveDueDatesInput!) { answer: saveDueDates(input: $input) { __typename
        ... on SaveDueDatesSuccess { organization { dueDates { departments governments } } } ... on InvalidInputError { issues { path } } } }`;
      const { data: found } = await gateway.query('{ organization(name: "北关区教育局") { id } }');
      const { id: organization } = (found as unknown as { organization: { id: string } }).organization;
      const save = async (dates: object, headers = {}) =>
        (await gateway.query(settle, { input: { organization, ...dates } }, headers)).data;
      const bad = { answer: { issues: [{ path: 'departments' }, { path: 'governments' }] } };
      expect(await save({ departments: '02-29', governments: '1-1' })).toMatchObject(bad);
      expect(await save({ departments: '01-20' }, asNobody)).toEqual({ answer: { __typename: 'ForbiddenError' } });
      const dueDates = { departments: '01-20', governments: '03-31' };
      expect(await save({ departments: '01-20' })).toMatchObject({ answer: { organization: { dueDates } } });

      const query = `query ($year: Int!, $status: [ObligationStatus!], $first: Int, $after: String) {
        obligations(year: $year, status: $status, first: $first, after: $after) { totalCount totals { status count }
          pageInfo { hasNextPage endCursor } edges { node { dueDate status daysLate organization { name } report { status } } } } }`;
      const ask = async (variables: object, headers = {}) => {
        const { data } = await gateway.query(query, { year: 2024, ...variables }, headers);
        return (data as unknown as { obligations: Obligations }).obligations;
      };
      const all = await ask({});
      expect(all.totals.reduce((sum, { count }) => sum + count, 0)).toBe(all.totalCount);
      const node = all.edges.map((edge) => edge.node).find((one) => one.organization.name === '北关区教育局');
      const undated = { dueDate: '2025-01-20', status: 'FILED_UNDATED', daysLate: null };
      expect(node).toMatchObject({ ...undated, report: { status: 'DRAFT' } });
      const one = await ask({ first: 1 });
      const rest = await ask({ after: one.pageInfo.endCursor });
      expect([...one.edges, ...rest.edges]).toEqual(all.edges);
      const status = ['OVERDUE'];
      const overdue = await ask({ status, year: 2023 });
      expect(overdue.totalCount).toBe(overdue.totals.find((total) => total.status === 'OVERDUE')?.count);
      expect(overdue.edges.map((edge) => edge.node).slice(-2)).toMatchObject([
        { organization: { name: '北关区教育局' }, report: null },
        { organization: { name: '北关区某局' }, report: { status: 'DRAFT' } },
      ]);
      const seen = (await ask({ status, year: 2023 }, asNobody)).edges.map((edge) => edge.node.report);
      expect(new Set(seen)).toEqual(new Set([null]));
    });

    it('makes, renames and moves organizations, and refuses circles', async () => {
      const save = async (input: object): Promise<Result> => {
        const text = `mutation ($input: SaveOrganizationInput!) { answer: saveOrganization(input: $input) { __typename
          ... on SaveOrganizationSuccess { organization { id parent { id } } } ... on InvalidInputError { issues { path message } } } }`;
        const answer = await gateway.query(text, { input });
        return (answer.data as unknown as { answer: Result }).answer;
      };
      const city = (await save({ name: '某市' })).organization!;
      const bureau = (await save({ name: '某局', parent: city.id })).organization!;
      expect(await save({ id: bureau.id, name: '某新局' })).toMatchObject({
        organization: { parent: { id: city.id } },
      });
      expect(await save({ id: city.id, name: '某市', parent: bureau.id })).toMatchObject({
        issues: [{ path: 'parent' }],
      });
      expect(await save({ name: '某市' })).toMatchObject({ issues: [{ path: 'name' }] });
      expect(await save({ id: bureau.id, name: '某新局', parent: null })).toMatchObject({
        organization: { parent: null },
      });
      const unknown = Buffer.from('Organization:unknown').toString('base64');
      expect(await save({ id: unknown, name: '甲' })).toMatchObject({ __typename: 'NotFoundError' });
    });

    it('says who imported a report anew, and which passes that voids', async () => {
      const text = await readSample();
      const importAgain = (document: string) =>
        gateway.query(
          `mutation ($text: String!) { importReport(input: {text: $text, organization: "北关区司法局", onExisting: UPDATE}) {
            ... on ImportReportSuccess { outcome report { id revision } } } }`,
          { text: document },
        );
      const { data } = await importAgain(text);
      report = (data as unknown as { importReport: { report: typeof report } }).importReport.report;
      report = (await step('submitReport')).report!;
      report = (await review(1, '甲')).report!;
      expect(await importAgain(text.replace('一是加强监督保障', '一是加强监督'))).toMatchObject({
        data: { importReport: { outcome: 'UPDATED' } },
      });
      const again = await gateway.query('query ($id: ID!) { report(id: $id) { history { action actor stage } } }', {
        id: report.id,
      });
      const { history } = (again.data as unknown as { report: { history: { actor: string | null }[] } }).report;
      expect(history.slice(-2)).toMatchObject([{ action: 'IMPORT' }, { action: 'VOID', stage: 1 }]);
      expect(history.filter(({ actor }) => actor === null)).toEqual([]);
    });
  });
});
