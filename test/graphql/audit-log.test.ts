import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asNobody, openGateway, signedIn, type Gateway } from '../gateway/open-gateway.ts';
import { readSample } from '../gateway/read-sample.ts';
import { storeKinds } from '../gateway/store-kinds.ts';

const query = `query ($filter: AuditFilter, $first: Int, $after: String) {
  auditLog(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { at operation target details subject name address outcome reason } } } }`;

describe.for(storeKinds)('the audit log on $name', ({ missing, settings }) => {
  describe.skipIf(missing)('of a gateway', () => {
    let gateway: Gateway;

    beforeAll(async () => {
      gateway = await openGateway({ ...settings(), NIANBAO_TRUSTED_PROXIES: '127.0.0.1' });
    });

    afterAll(() => gateway.close());

    const read = async (filter: object = {}, more: object = {}) => {
      const { data } = await gateway.query(query, { filter, ...more });
      return (data as any).auditLog; // oxlint-disable-line typescript/no-explicit-any
    };
    const newest = async (filter: object = {}) => (await read(filter)).edges[0]?.node;

    const importText = 'mutation ($text: String!) { importReport(input: {text: $text}) { __typename } }';

    it('has what was done, by whom and from where, and no document', async () => {
      const before = Date.now();
      await gateway.query(importText, { text: await readSample() }, { 'x-forwarded-for': '8.8.8.8, 203.0.113.7' });
      const entry = await newest();
      expect(entry).toMatchObject({
        operation: 'importReport',
        subject: 'development',
        name: '开发管理员',
        address: '203.0.113.7',
        outcome: 'DONE',
        reason: null,
      });
      expect(entry.target).toEqual(expect.any(String));
      expect(Date.parse(entry.at)).toBeGreaterThanOrEqual(before);
    });

    it('has what was refused, and what failed', async () => {
      await gateway.query(importText, { text: 'nothing' }, asNobody);
      expect(await newest()).toMatchObject({ operation: 'importReport', subject: null, outcome: 'FORBIDDEN' });
      await gateway.query(importText, { text: 'nothing' });
      expect(await newest()).toMatchObject({ operation: 'importReport', outcome: 'NOT_A_REPORT' });
      await gateway.query('mutation { unregisterPlugin(name: "html") }', {}, asNobody);
      expect(await newest()).toMatchObject({ operation: 'unregisterPlugin', target: 'html', outcome: 'FORBIDDEN' });
    });

    it('has each refused sign-in with its reason, and no token', async () => {
      await gateway.post({ query: '{ __typename }' }, signedIn('a-secret-that-is-wrong'));
      await expect
        .poll(() => newest({ operation: 'signIn' }))
        .toMatchObject({
          subject: null,
          outcome: 'UNAUTHENTICATED',
          address: '127.0.0.1',
          reason: 'the token is of no kind that is accepted here',
        });
      await gateway.query('mutation { createApiKey(input: {name: "k", roles: ["reader"]}) { __typename } }');
      expect(await newest()).toMatchObject({ operation: 'createApiKey', details: 'k: reader', outcome: 'DONE' });
      expect(JSON.stringify(await read())).not.toMatch(/a-secret|nbk_/u);
    });

    it('says of what was made which it is', async () => {
      const ask = async (mutation: string) => (await gateway.query(mutation)).data as any; // oxlint-disable-line typescript/no-explicit-any
      const key = await ask(`mutation { it: createApiKey(input: {name: "采集", roles: ["reader", "editor"]}) {
        ... on CreateApiKeySuccess { apiKey { id } } } }`);
      expect(await newest()).toMatchObject({ target: key.it.apiKey.id, details: '采集: reader, editor' });
      const report = await ask(`mutation { it: createReport(input: {organization: "甲局", year: 2024}) {
        ... on ReportSuccess { report { id } } } }`);
      expect(await newest()).toMatchObject({ target: report.it.report.id, details: '甲局 2024' });
      const body = await ask(`mutation { it: saveOrganization(input: {name: "丙局"}) {
        ... on SaveOrganizationSuccess { organization { id } } } }`);
      expect(await newest()).toMatchObject({ target: body.it.organization.id, details: '丙局' });
      const form = new FormData();
      const importing = `mutation ($files: [File!]!) { it: importReports(input: {files: $files}) {
        ... on ImportReportsSuccess { batch { id } } } }`;
      form.set('operations', JSON.stringify({ query: importing, variables: { files: [null] } }));
      form.set('map', JSON.stringify({ 0: ['variables.files.0'] }));
      form.set('0', new Blob(['x']), 'x.txt');
      const sent = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: signedIn(), body: form });
      const { data } = (await sent.json()) as { data: { it: { batch: { id: string } } } };
      expect(await newest()).toMatchObject({ operation: 'importReports', target: data.it.batch.id });
    });

    it('says that there was nothing, or that the input was wrong', async () => {
      const endOf = async (mutation: string) => {
        await gateway.query(`mutation { ${mutation} }`);
        return (await newest()).outcome;
      };
      const id = (type: string) => Buffer.from(`${type}:nothing`).toString('base64');
      expect(await endOf(`cancelImportBatch(id: "${id('ImportBatch')}") { id }`)).toBe('NOT_FOUND');
      expect(await endOf(`cancelRenderJob(id: "${id('RenderJob')}") { id }`)).toBe('NOT_FOUND');
      expect(await endOf('unregisterPlugin(name: "nothing")')).toBe('NOT_FOUND');
      const submit = `submitReport(input: {id: "${id('Organization')}", expectedRevision: 1}) { __typename }`;
      expect(await endOf(submit)).toBe('INPUT_INVALID');
    });

    it('is not filled by those who are not signed in', async () => {
      const one = (index: number) => `a${index}: createReport(input: {organization: "x", year: 2024}) { __typename }`;
      const flood = `mutation { ${Array.from({ length: 50 }, (_, index) => one(index)).join(' ')} }`;
      for (let times = 0; times < 6; times++) await gateway.query(flood, {}, asNobody);
      expect((await read({ outcome: 'FORBIDDEN', operation: 'createReport' })).totalCount).toBeLessThanOrEqual(120);
      expect((await read({ outcome: 'FORBIDDEN', operation: 'createReport' })).totalCount).toBeGreaterThan(50);
    });

    it('is filtered and read in pages, newest first', async () => {
      const times = async (more: object) => {
        const { edges, pageInfo } = await read({ operation: 'importReport' }, more);
        return { at: edges.map(({ node }: { node: { at: string } }) => node.at) as string[], pageInfo };
      };
      const all = await times({});
      expect(all.at).toEqual(all.at.toSorted().reverse());
      const first = await times({ first: 2 });
      const rest = await times({ first: 100, after: first.pageInfo.endCursor });
      expect([...first.at, ...rest.at]).toEqual(all.at);
      expect((await read({ outcome: 'FORBIDDEN', from: new Date(Date.now() + 60_000).toISOString() })).totalCount).toBe(
        0,
      );
      expect((await read({ subject: 'development', operation: 'importReport' })).totalCount).toBe(2);
    });

    it('is read by administrators only', async () => {
      expect(await gateway.query(query, {}, asNobody)).toMatchObject({
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      });
    });
  });
});
