import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGateway, signedIn, type Gateway } from '../gateway/open-gateway.ts';
import { readSample } from '../gateway/read-sample.ts';
import { tokenOf } from '../gateway/sign-in-as.ts';
import { storeKinds } from '../gateway/store-kinds.ts';

// oxlint-disable-next-line typescript/no-explicit-any
type Data = any;

/** Every role there is, in a body of one's own. */
const allRoles = ['administrator', 'editor', 'reviewer', 'publisher', 'supervisor'];

describe.for(storeKinds)('staff of another body on $name', ({ missing, settings }) => {
  describe.skipIf(missing)('with every role in their own', () => {
    let gateway: Gateway;
    let report: { id: string; revision: number; organization: { id: string } };
    let own: string;
    let foreign: { readonly authorization: string };

    const importOf = (text: string, organization: string | null, headers = {}) =>
      gateway.query(
        `mutation ($text: String!, $organization: String) {
          importReport(input: {text: $text, organization: $organization, onExisting: UPDATE}) {
            __typename ... on Error { message } ... on ImportReportSuccess { outcome report { id revision organization { id name } } } } }`,
        { text, organization },
        headers,
      );

    beforeAll(async () => {
      gateway = await openGateway(settings());
      const text = await readSample();
      report = ((await importOf(text, '北关区甲局')).data as Data).importReport.report;
      own = ((await importOf(text, '北关区乙局')).data as Data).importReport.report.organization.id;
      foreign = signedIn(await tokenOf(gateway, ...allRoles.map((role) => `${role}@${own}`)));
    }, 60_000);
    afterAll(() => gateway.close());

    const unchanged = async () => {
      const { data } = await gateway.query(
        'query ($id: ID!) { report(id: $id) { revision status organization { name } } }',
        {
          id: report.id,
        },
      );
      return (data as Data).report;
    };

    it.each(['北关区甲局', ' 北关区甲局 ', '北關區甲局', '北关区 甲局', '北关区甲局\u200b'])(
      'can not import over its report as “%s”',
      async (name) => {
        const text = (await readSample()).replace('一是加强监督保障', '一是别人写的');
        const { data } = await importOf(text, name, foreign);
        expect((data as Data).importReport.__typename).toMatch(/^(?:Forbidden|Import)Error$/u);
        expect(await unchanged()).toMatchObject({ revision: report.revision, organization: { name: '北关区甲局' } });
      },
    );

    it.each([
      ['updateReport', '{id: $id, expectedRevision: 1, title: "别人的"}'],
      ['submitReport', '{id: $id, expectedRevision: 1}'],
      ['reviewReport', '{id: $id, expectedRevision: 1, stage: 1, decision: APPROVE, proofread: true}'],
      ['publishReport', '{id: $id, expectedRevision: 1}'],
      ['withdrawReport', '{id: $id, expectedRevision: 1, note: "x"}'],
      ['decideFinding', '{report: $id, expectedRevision: 1, finding: "x", verdict: DISMISSED, reason: "x"}'],
      ['renderReport', '{report: $id, renderer: "text"}'],
    ])('can not %s', async (field, input) => {
      const query = `mutation ($id: ID!) { ${field}(input: ${input}) { __typename } }`;
      const { data } = await gateway.query(query, { id: report.id }, foreign);
      expect((data as Data)[field].__typename).toMatch(/^(?:NotFound|Forbidden)Error$/u);
      expect(await unchanged()).toMatchObject({ revision: report.revision, status: 'DRAFT' });
    });

    it.each([
      ['saveOrganization', '{id: $body, name: "改名"}'],
      ['saveOrganization', '{id: $body, name: "北关区甲局", parent: $own}'],
      ['saveOrganization', '{id: $own, name: "北关区乙局", parent: $body}'],
      ['saveOrganization', '{name: "新局", parent: $body}'],
      ['saveOrganization', '{name: "顶上的新局"}'],
      [
        'saveReviewPolicy',
        '{organization: $body, stages: [{title: "一审", post: "x", role: reviewer, duties: [CONTENT], checklist: []}]}',
      ],
      ['saveDueDates', '{organization: $body, departments: "12-31"}'],
      ['createReport', '{organization: "北关区甲局", year: 2020}'],
      ['createReport', '{organization: "从未有过的局", year: 2020}'],
    ])('can not %s %s', async (field, input) => {
      const names = ['body', 'own'].filter((name) => input.includes(`$${name}`));
      const head = names.length === 0 ? '' : `(${names.map((name) => `$${name}: ID!`).join(', ')})`;
      const query = `mutation ${head} { ${field}(input: ${input}) { __typename } }`;
      const { data, errors } = await gateway.query(query, { body: report.organization.id, own }, foreign);
      expect(errors).toBeUndefined();
      expect((data as Data)[field].__typename).toMatch(/^(?:NotFound|Forbidden)Error$/u);
      expect(await unchanged()).toMatchObject({ organization: { name: '北关区甲局' } });
    });

    it.each(['administrator', 'editor@$body', 'reader@$body', 'supervisor'])(
      'can not make an API key with the role %s',
      async (role) => {
        const given = role.replace('$body', report.organization.id);
        const query =
          'mutation ($roles: [String!]!) { createApiKey(input: {name: "k", roles: $roles}) { __typename } }';
        const { data } = await gateway.query(query, { roles: [given] }, foreign);
        expect((data as Data).createApiKey.__typename).toBe('ForbiddenError');
      },
    );

    it('sees nothing of the draft in the history, the findings, the sheet or the obligations of its body', async () => {
      const query = `query ($id: ID!, $body: ID!) { report(id: $id) { id }
        obligations(year: 2024, within: $body) { edges { node { status report { id } } } } }`;
      const { data } = await gateway.query(query, { id: report.id, body: report.organization.id }, foreign);
      expect(JSON.stringify(data)).not.toContain(report.id);
      expect((data as Data).report).toBeNull();
      expect(JSON.stringify(data)).not.toMatch(/IN_PREPARATION|IN_REVIEW/u);
    });
  });
});
