import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ImportTextDocument,
  ReportByNameDocument,
  ReportsDocument,
  ReportTablesDocument,
  ValidateTextDocument,
} from '../generated/graphql.ts';
import { openGateway, signedIn, type Gateway } from '../gateway/open-gateway.ts';
import { readSample } from '../gateway/read-sample.ts';
import { storeKinds } from '../gateway/store-kinds.ts';

describe.for(storeKinds)('reports over GraphQL on $name', ({ missing, settings }) => {
  describe.skipIf(missing)('queries', () => {
    let gateway: Gateway;
    let sample: string;

    beforeAll(async () => {
      sample = await readSample();
      gateway = await openGateway(settings());
      await gateway.run(ImportTextDocument, { text: sample });
      for (const year of [2021, 2022, 2023]) await gateway.run(ImportTextDocument, { text: sample, year });
      await gateway.run(ImportTextDocument, { text: sample, organization: '文峰区教育局' });
    });

    afterAll(() => gateway.close());

    it('answers with the sample report', async () => {
      const { report } = await gateway.run(ReportByNameDocument, {});
      expect(report).toMatchObject({
        title: '北关区工信局2024年政府信息公开工作年度报告',
        overview: { heading: '一、总体情况' },
        applications: { outcomes: { total: { naturalPersons: 0, enterprises: 0, total: 0 } } },
        // The same text was imported for the year before.
        checks: { passed: true, violations: [{ code: 'NARRATIVE_COPIED' }] },
      });
      expect(report?.overview.blocks.filter(({ level }) => level === 1)).toHaveLength(5);
    });

    it('shows the form as tables with nested labels', async () => {
      const { report } = await gateway.run(ReportTablesDocument, {});
      expect(report?.tables.map(({ rows }) => rows.flatMap(({ cells }) => cells).length)).toEqual([
        6, 1, 2, 1, 175, 15,
      ]);
      const row = report?.tables[4]?.rows.find(({ key }) => key === 'outcomes.withheld.stateSecrets');
      expect(row?.labels).toEqual(['三、本年度办理结果', '（三）不予公开', '1.属于国家秘密']);
      expect(row?.cells[1]).toEqual({
        path: 'applications.outcomes.withheld.stateSecrets.enterprises',
        value: 0,
        raw: null,
      });
      expect(report?.tables[4]?.columns[1]).toEqual({
        key: 'enterprises',
        labels: ['申请人情况', '法人或其他组织', '商业企业'],
      });
    });

    it('walks through pages forward and backward over the same reports', async () => {
      const page = async (args: string) => {
        const { data } = await gateway.query(`{ reports(orderBy: {field: YEAR, direction: ASC}, ${args}) {
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { year organization { name } } } } }`);
        return (
          data as unknown as { reports: { pageInfo: Record<string, unknown>; edges: { node: { year: number } }[] } }
        ).reports;
      };
      const first = await page('first: 2');
      const second = await page(`first: 2, after: "${String(first.pageInfo['endCursor'])}"`);
      const back = await page(`last: 2, before: "${String(second.pageInfo['startCursor'])}"`);
      expect(first.edges.map(({ node }) => node.year)).toEqual([2021, 2022]);
      expect(second.edges.map(({ node }) => node.year)).toEqual([2023, 2024]);
      expect(second.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
      expect(back.edges).toEqual(first.edges);
    });

    it('filters and counts', async () => {
      const { reports } = await gateway.run(ReportsDocument, { years: { from: 2022, to: 2023 } });
      expect(reports).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } });
      const { data } = await gateway.query(`{
        a: reports(filter: {search: "教育局"}) { totalCount edges { node { organization { name } } } }
        b: reports(filter: {passed: false}) { totalCount }
        c: organizations(search: "区") { totalCount edges { node { name reports(first: 1) { totalCount edges { node { year } } } } } }
        d: organization(name: "北关区工信局") { id name children { name } parent { name } }
      }`);
      expect(data).toMatchObject({
        a: { totalCount: 1, edges: [{ node: { organization: { name: '文峰区教育局' } } }] },
        b: { totalCount: 0 },
        c: {
          totalCount: 2,
          edges: [
            { node: { name: '北关区工信局', reports: { totalCount: 4, edges: [{ node: { year: 2024 } }] } } },
            {},
          ],
        },
        d: { name: '北关区工信局', children: [], parent: null },
      });
    });

    it('finds every node again by its id', async () => {
      const { data } = await gateway.query(`{ reports(first: 1) { edges { node { id organization { id } } } } }`);
      const [edge] = (
        data as unknown as { reports: { edges: { node: { id: string; organization: { id: string } } }[] } }
      ).reports.edges;
      const found = await gateway.query(
        'query ($r: ID!, $o: ID!) { r: node(id: $r) { __typename id ... on Report { year } } o: node(id: $o) { __typename id } }',
        { r: edge?.node.id, o: edge?.node.organization.id },
      );
      expect(found.data).toEqual({
        r: { __typename: 'Report', id: edge?.node.id, year: 2024 },
        o: { __typename: 'Organization', id: edge?.node.organization.id },
      });
    });

    it('stores the same report once, and does not replace one by another', async () => {
      const again = await gateway.run(ImportTextDocument, { text: sample });
      expect(again.importReport).toMatchObject({ __typename: 'ImportReportSuccess', created: false });
      const other = await gateway.run(ImportTextDocument, { text: sample.replace('行政许可 0', '行政许可 7') });
      expect(other.importReport).toMatchObject({ __typename: 'ImportError', code: 'REPORT_EXISTS' });
    });

    it('stores a report that breaks rules, and says which', async () => {
      const text = sample.replace(
        '一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0',
        '一、本年新收政府信息公开申请数量 3 0 0 0 0 0 2',
      );
      const { validate } = await gateway.run(ValidateTextDocument, { text });
      expect(validate).toMatchObject({
        readable: true,
        checks: {
          passed: false,
          violations: [
            { code: 'ROW_TOTAL', expected: 3, actual: 2 },
            { code: 'COLUMN_BALANCE' },
            { code: 'COLUMN_BALANCE' },
          ],
        },
      });
      const { importReport } = await gateway.run(ImportTextDocument, { text, organization: '龙安区工信局' });
      expect(importReport).toMatchObject({
        report: { checks: { passed: false }, applications: { received: { total: 2 } } },
      });
    });

    it.each([
      ['', 'EMPTY_DOCUMENT', 1],
      ['关于召开会议的通知', 'NOT_A_REPORT', 1],
    ])('refuses “%s” and stores nothing', async (text, code, line) => {
      const count = async () => (await gateway.run(ReportsDocument, {})).reports.totalCount;
      const before = await count();
      const { importReport } = await gateway.run(ImportTextDocument, { text });
      expect(importReport).toMatchObject({ __typename: 'ImportError', code, line });
      const { validate } = await gateway.run(ValidateTextDocument, { text });
      expect(validate).toMatchObject({ readable: false, errors: [{ code, line }] });
      expect(await count()).toBe(before);
    });

    it('takes a file as a multipart upload, and refuses a binary one', async () => {
      const upload = async (content: BlobPart) => {
        const form = new FormData();
        const query = `mutation ($file: File!) { importReport(input: {file: $file, organization: "殷都区工信局"}) {
          __typename ... on ImportReportSuccess { created } ... on ImportError { code } } }`;
        form.append('operations', JSON.stringify({ query, variables: { file: null } }));
        form.append('map', JSON.stringify({ 0: ['variables.file'] }));
        form.append('0', new Blob([content]), '年报.txt');
        return (await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: signedIn(), body: form })).json();
      };
      expect(await upload(new Uint8Array([0, 1, 2, 3]))).toEqual({
        data: { importReport: { __typename: 'ImportError', code: 'NOT_TEXT' } },
      });
      expect(await upload(sample)).toEqual({
        data: { importReport: { __typename: 'ImportReportSuccess', created: true } },
      });
    });

    it.each([
      ['{ report(id: "nonsense") { id } }', 'INPUT_INVALID'],
      ['{ reports(first: 1000) { totalCount } }', 'INPUT_INVALID'],
      ['{ reports(first: 1, last: 1) { totalCount } }', 'INPUT_INVALID'],
      ['{ report { id } }', 'INPUT_INVALID'],
      ['{ node(id: "Rm9vOjE=") { id } }', 'INPUT_INVALID'],
      ['{ reports(after: "nonsense") { edges { cursor } } }', 'CURSOR_INVALID'],
    ])('answers %s with a code and a sentence', async (query, code) => {
      const { errors } = await gateway.query(query);
      expect(errors?.[0]?.extensions?.['code']).toBe(code);
      expect(errors?.[0]?.message).not.toBe('Unexpected error.');
    });

    it('speaks English to those who ask for it', async () => {
      const body = { query: ImportTextDocument.toString(), variables: { text: '' } };
      const answer = await gateway.post(body, { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' });
      expect(await answer.json()).toMatchObject({ data: { importReport: { message: 'The document is empty.' } } });
    });
  });
});
