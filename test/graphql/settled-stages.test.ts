import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asNobody, openGateway, signedIn, type Gateway } from '../gateway/open-gateway.ts';
import { readSample } from '../gateway/read-sample.ts';
import { tokenOf } from '../gateway/sign-in-as.ts';
import { storeKinds } from '../gateway/store-kinds.ts';

// oxlint-disable-next-line typescript/no-explicit-any
type Data = any;

const state = `__typename
  ... on ReportSuccess { report { id revision status title } }
  ... on InvalidInputError { message issues { path message } }
  ... on ForbiddenError { message } ... on ConflictError { message } ... on NotFoundError { message }`;

const stageOf = (title: string, role = 'reviewer', duties = '[CONTENT, SECRECY]') =>
  `{title: "${title}", post: "岗位", role: ${role}, duties: ${duties}, checklist: []}`;

describe.for(storeKinds)('passes, stages and withdrawals on $name', ({ missing, settings }) => {
  describe.skipIf(missing)('of a report', () => {
    let gateway: Gateway;
    let body: string;
    let number = 0;
    let report: { id: string; revision: number };
    const tokens: Record<string, string> = {};

    beforeAll(async () => {
      gateway = await openGateway(settings());
      for (const name of ['r1', 'r2', 'r3']) tokens[name] = await tokenOf(gateway, 'reviewer');
      tokens['ed'] = await tokenOf(gateway, 'editor');
      tokens['pub'] = await tokenOf(gateway, 'publisher');
    });

    afterAll(() => gateway.close());

    const ask = async (who: string | null, query: string, variables: object = {}): Promise<Data> => {
      const headers = who === null ? asNobody : who === 'admin' ? {} : signedIn(tokens[who]);
      const { data, errors } = await gateway.query(query, { ...variables }, headers);
      if (!data) throw new Error(JSON.stringify(errors));
      return data as Data;
    };
    const step = async (who: string, call: string): Promise<Data> => {
      const [answer] = Object.values(await ask(who, `mutation { ${call} { ${state} } }`)) as Data[];
      if (answer.report) report = answer.report;
      return answer;
    };
    const at = () => `id: "${report.id}", expectedRevision: ${report.revision}`;
    const pass = (who: string, stage: number) =>
      step(
        who,
        `reviewReport(input: {${at()}, stage: ${stage}, decision: APPROVE, proofread: true, secrecyChecked: true})`,
      );
    const publish = (note = '更正') =>
      step('pub', `publishReport(input: {${at()}, note: "${note}", personalDataSeen: true})`);
    const withdraw = () => step('pub', `withdrawReport(input: {${at()}, note: "涉及个人隐私"})`);
    const submit = () => step('ed', `submitReport(input: {${at()}})`);
    const edit = (input: string) => step('ed', `updateReport(input: {${at()}, ${input}})`);
    const settle = (stages: string, more = '') =>
      ask(
        'admin',
        `mutation { saveReviewPolicy(input: {organization: "${body}", stages: ${stages}${more}}) { __typename } }`,
      );
    const passAll = async () => {
      await submit();
      await pass('r1', 1);
      await pass('r2', 2);
      await pass('r3', 3);
    };

    beforeEach(async () => {
      const importText = `mutation ($text: String!, $organization: String!) {
        importReport(input: {text: $text, organization: $organization, year: 2023}) {
          ... on ImportReportSuccess { report { id revision organization { id } } } } }`;
      number += 1;
      const data = await ask('admin', importText, { text: await readSample(), organization: `第${number}局` });
      report = data.importReport.report;
      body = data.importReport.report.organization.id;
    });

    it('does not take the pass of one stage for that of another that is settled afterwards', async () => {
      await settle(`[${stageOf('只看格式')}]`);
      await submit();
      expect((await pass('r1', 1)).report.status).toBe('APPROVED');
      await settle(`[${stageOf('法制审核')}]`);
      expect(await publish()).toMatchObject({
        __typename: 'InvalidInputError',
        message: expect.stringContaining('已通过 0，共 1'),
      });
      expect((await pass('r2', 1)).report.status).toBe('APPROVED');
      expect((await publish()).report.status).toBe('PUBLISHED');
    });

    it('does not count two passes of one person once one person passes one stage', async () => {
      const three = ['一审一校', '二审二校', '三审三校'];
      const posts = ['编审人员', '科室负责人', '分管负责人'];
      const stages = three.map((title, index) => stageOf(title).replace('岗位', posts[index] ?? ''));
      await settle(`[${stages.join(', ')}]`, ', onePersonOneStage: false');
      await submit();
      for (const stage of [1, 2, 3]) await pass('r1', stage);
      await settle('null');
      expect(await publish()).toMatchObject({
        __typename: 'InvalidInputError',
        message: expect.stringContaining('已通过 1，共 3'),
      });
      await pass('r2', 2);
      expect((await pass('r3', 3)).report.status).toBe('APPROVED');
    });

    it('goes on where stages are added or taken away meanwhile', async () => {
      await settle(`[${stageOf('甲')}, ${stageOf('乙')}, ${stageOf('丙')}]`);
      await submit();
      await pass('r1', 1);
      await pass('r2', 2);
      await settle(`[${stageOf('甲')}, ${stageOf('乙')}]`);
      expect((await pass('r2', 2)).report.status).toBe('APPROVED');
      await settle(`[${stageOf('甲')}, ${stageOf('乙')}, ${stageOf('丁')}]`);
      expect((await publish()).__typename).toBe('InvalidInputError');
      expect((await pass('r3', 3)).report.status).toBe('APPROVED');
      expect((await pass('r3', 3)).__typename).toBe('InvalidInputError');
      expect((await publish()).report.status).toBe('PUBLISHED');
    });

    it('lets the role of a stage pass it, whichever it is', async () => {
      await settle(`[${stageOf('自审', 'editor')}, ${stageOf('终审', 'publisher')}]`);
      await submit();
      expect(await pass('r1', 1)).toMatchObject({ __typename: 'InvalidInputError', issues: [{ path: 'stage' }] });
      expect((await pass('ed', 1)).report.status).toBe('IN_REVIEW');
      expect((await pass('pub', 2)).report.status).toBe('APPROVED');
    });

    it('has what is decided of a finding reviewed like any edit', async () => {
      await step('ed', `updateReport(input: {${at()}, narratives: {overview: "改动"}})`);
      const { updateReport } = await ask(
        'ed',
        `mutation ($cells: JSONObject) { updateReport(input: {${at()}, cells: $cells}) { ... on ReportSuccess { report {
          id revision checks { violations { key severity } } } } } }`,
        { cells: { 'applications.received.total': 9 } },
      );
      report = updateReport.report;
      const errors = updateReport.report.checks.violations.filter(({ severity }: Data) => severity === 'ERROR');
      expect(errors.length).toBeGreaterThan(0);
      await passAll();
      expect((await publish()).__typename).toBe('InvalidInputError');
      for (const { key } of errors) {
        const { decideFinding } = await ask(
          'ed',
          `mutation ($key: String!) { decideFinding(input: {report: "${report.id}", expectedRevision: ${report.revision},
            finding: $key, verdict: DISMISSED, reason: "原件如此"}) { ... on DecideFindingSuccess { report {
            id revision status reviews { voided } } } } }`,
          { key },
        );
        report = decideFinding.report;
        expect(decideFinding.report.status).toBe('DRAFT');
        expect(decideFinding.report.reviews.every(({ voided }: Data) => voided)).toBe(true);
      }
      expect((await publish()).__typename).toBe('InvalidInputError');
      await passAll();
      expect((await publish()).report.status).toBe('PUBLISHED');
    });

    it('keeps the title that readers knew when it is withdrawn, and says in documents that it is gone', async () => {
      await passAll();
      const before = (await publish()).report.title as string;
      await edit('title: "秘密新标题"');
      await withdraw();
      const query = `query ($id: ID!) { report(id: $id) { title withdrawalReason corrections { note }
        rendering(renderer: "text") { content } } reports(filter: {search: "秘密新标题"}) { totalCount } }`;
      const seen = await ask(null, query, { id: report.id });
      expect(seen.report).toMatchObject({ title: before, withdrawalReason: '涉及个人隐私', corrections: [] });
      expect(seen.reports.totalCount).toBe(0);
      expect(seen.report.rendering.content).toContain('已撤回');
      expect(seen.report.rendering.content).toContain('涉及个人隐私');
      expect(seen.report.rendering.content).not.toContain('自然人');
    });

    it('asks for a note of what changed when it is published again after a withdrawal, and tells readers', async () => {
      await passAll();
      await publish();
      await withdraw();
      await edit('narratives: {overview: "改写了的总体情况。"}');
      await passAll();
      expect(await publish('')).toMatchObject({ __typename: 'InvalidInputError', issues: [{ path: 'note' }] });
      await publish('改写第一章');
      const { report: seen } = await ask(null, 'query ($id: ID!) { report(id: $id) { corrections { note paths } } }', {
        id: report.id,
      });
      expect(seen.corrections).toEqual([{ note: '改写第一章', paths: ['narratives.overview'] }]);
    });

    it('shuts documents that show it beside others when it is withdrawn', async () => {
      await passAll();
      await publish();
      const { reports } = await ask(null, '{ reports(first: 1, filter: {year: 2024}) { edges { node { id } } } }');
      const other = reports.edges[0]?.node.id ?? report.id;
      const query = `query ($id: ID!, $other: ID!, $body: ID!) {
        comparison(base: $id, other: $other) { rendering(renderer: "text") { url } }
        trendRendering(organization: $body, renderer: "text") { url }
        rollup(filter: {organization: $body, year: 2023}) { rendering(renderer: "text") { url } } }`;
      const { comparison, trendRendering, rollup } = await ask(null, query, { id: report.id, other, body });
      const urls = [comparison.rendering.url, trendRendering.url, rollup.rendering.url] as string[];
      const statuses = () => Promise.all(urls.map(async (url) => (await fetch(new URL(url, gateway.url))).status));
      expect(await statuses()).toEqual([200, 200, 200]);
      await withdraw();
      expect(await statuses()).toEqual([404, 404, 404]);
    });
  });
});
