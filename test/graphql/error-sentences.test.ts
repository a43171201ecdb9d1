import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGateway, signedIn, type Gateway } from '../gateway/open-gateway.ts';
import { tokenOf } from '../gateway/sign-in-as.ts';
import { storeKinds } from '../gateway/store-kinds.ts';

// oxlint-disable-next-line typescript/no-explicit-any
type Data = any;

const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64');

describe.for(storeKinds)('what people are told on $name', ({ missing, settings }) => {
  describe.skipIf(missing)('of a gateway', () => {
    let gateway: Gateway;
    let body: string;
    let report: string;
    beforeAll(async () => {
      gateway = await openGateway(settings());
      const create = `mutation { createReport(input: {organization: "甲局", year: 2024}) {
        ... on ReportSuccess { report { id organization { id } } } } }`;
      const made = ((await gateway.query(create)).data as Data).createReport.report;
      [body, report] = [made.organization.id, made.id];
    }, 60_000);
    afterAll(() => gateway.close());

    const told = async (mutation: string, headers = {}) => {
      const query = `mutation { it: ${mutation} { __typename ... on Error { message }
        ... on InvalidInputError { issues { path message } } } }`;
      const { data, errors } = await gateway.query(query, {}, { 'accept-language': 'zh', ...headers });
      expect(errors).toBeUndefined();
      return (data as Data).it as { message: string; issues?: { message: string }[] };
    };

    it('has its places filled in, and nothing internal', async () => {
      const { errors } = await gateway.query('{ obligations(year: 1999) { totalCount } }');
      const to = new Date().getFullYear() + 1;
      const message = `年度应在 2008 至 ${to} 之间。`;
      expect(errors?.[0]?.extensions).toEqual({
        code: 'INPUT_INVALID',
        reason: message,
        issues: [{ path: 'year', message }],
      });
    });

    it.each([
      ['a taken name', () => 'saveOrganization(input: {name: "甲局"})', '已有名为“甲局”的单位。'],
      [
        'an unknown role',
        () => 'createApiKey(input: {name: "k", roles: ["root"]})',
        '“root”不是角色；可用：administrator, editor, reviewer, publisher, supervisor, reader。',
      ],
      [
        'a finding that is not there',
        () =>
          `decideFinding(input: {report: "${report}", expectedRevision: 1, finding: "x", verdict: CONFIRMED, reason: "y"})`,
        '报告中没有这一问题，或者所涉数字已经改变。',
      ],
    ])('is Chinese throughout for %s', async (_, mutation, sentence) => {
      const { message, issues } = await told(mutation());
      expect([message, issues?.[0]?.message]).toEqual([`输入无效：${sentence}`, sentence]);
    });

    it('names what was not found as it was sent', async () => {
      const sent = globalId('Report', 'nothing');
      expect((await told(`submitReport(input: {id: "${sent}", expectedRevision: 1})`)).message).toBe(
        `未找到“${sent}”。`,
      );
      const place = globalId('Organization', 'nothing');
      const { errors } = await gateway.query(`{ obligations(year: 2024, within: "${place}") { totalCount } }`);
      expect(errors?.[0]).toMatchObject({ message: `未找到“${place}”。`, extensions: { id: place } });
    });

    it('names the roles that may, and where', async () => {
      const reader = signedIn(await tokenOf(gateway, `reader@${body}`));
      expect((await told(`publishReport(input: {id: "${report}", expectedRevision: 1})`, reader)).message).toBe(
        '您没有执行此操作的权限：须在该单位或其上级单位拥有以下角色之一：administrator, publisher。',
      );
      const english = { ...reader, 'accept-language': 'en' };
      const { errors } = await gateway.query('mutation { unregisterPlugin(name: "x") }', {}, english);
      expect(errors?.[0]).toMatchObject({
        message: 'You may not do this here: it takes one of these roles, bound to no body: administrator.',
        extensions: { code: 'FORBIDDEN', roles: ['administrator'] },
      });
    });
  });
});
