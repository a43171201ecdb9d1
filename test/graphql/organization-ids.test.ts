import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asNobody, openGateway, signedIn, type Gateway } from '../gateway/open-gateway.ts';
import { readSample } from '../gateway/read-sample.ts';
import { tokenOf } from '../gateway/sign-in-as.ts';
import { storeKinds } from '../gateway/store-kinds.ts';

// oxlint-disable-next-line typescript/no-explicit-any
type Data = any;

const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64');
const nowhere = globalId('Organization', 'nope');

describe.for(storeKinds)('ids of organizations on $name', ({ missing, settings }) => {
  describe.skipIf(missing)('of a gateway', () => {
    let gateway: Gateway;
    let report: string;
    let body: string;

    const create = async (organization: string, year: number, headers = {}) => {
      const query = `mutation ($organization: String!, $year: Int!) {
        it: createReport(input: {organization: $organization, year: $year}) { __typename
          ... on Error { message } ... on InvalidInputError { issues { path } }
          ... on ReportSuccess { report { id organization { id name } } } } }`;
      return ((await gateway.query(query, { organization, year }, headers)).data as Data).it;
    };
    const bodies = async () =>
      ((await gateway.query('{ organizations { totalCount } }')).data as Data).organizations.totalCount as number;

    beforeAll(async () => {
      gateway = await openGateway(settings());
      ({
        id: report,
        organization: { id: body },
      } = (await create('甲局', 2024)).report);
      await create('乙局', 2024);
    }, 60_000);
    afterAll(() => gateway.close());

    it.each([nowhere, '@report'])('make no body when they are of nothing: %s', async (id) => {
      const before = await bodies();
      const given = id === '@report' ? report : id;
      expect(await create(given, 2022)).toMatchObject({
        __typename: 'InvalidInputError',
        issues: [{ path: 'organization' }],
      });
      const importing = `mutation ($text: String!, $given: String!) {
        it: importReport(input: {text: $text, organization: $given, year: 2021}) { ... on ImportError { code } } }`;
      const { data } = await gateway.query(importing, { text: await readSample(), given });
      expect((data as Data).it).toEqual({ code: 'INPUT_INVALID' });
      expect(await bodies()).toBe(before);
    });

    it('name the body of a document that is imported, or looked at', async () => {
      const query = `mutation ($text: String!, $body: String!) {
        it: importReport(input: {text: $text, organization: $body, year: 2021}) {
          ... on ImportReportSuccess { report { organization { id name } } } } }`;
      const { data } = await gateway.query(query, { text: await readSample(), body });
      expect((data as Data).it.report.organization).toEqual({ id: body, name: '甲局' });
      const look =
        'query ($text: String!, $body: String!) { validate(input: {text: $text, organization: $body}) { readable } }';
      expect((await gateway.query(look, { text: await readSample(), body }, asNobody)).data).toEqual({
        validate: { readable: true },
      });
    });

    it('are those of the roles of keys, each once and not too many', async () => {
      const query = `mutation ($roles: [String!]!) { it: createApiKey(input: {name: "k", roles: $roles}) {
        __typename ... on CreateApiKeySuccess { apiKey { roles } } ... on InvalidInputError { issues { path } } } }`;
      const made = async (roles: readonly string[]) => ((await gateway.query(query, { roles })).data as Data).it;
      const refused = { __typename: 'InvalidInputError', issues: [{ path: 'roles' }] };
      for (const place of ['nope', '甲局', nowhere, report]) expect(await made([`editor@${place}`])).toEqual(refused);
      expect((await made(Array(500).fill(`editor@${body}`))).apiKey.roles).toEqual([`editor@${body}`]);
      expect(await made(Array.from({ length: 51 }, (_, index) => `editor@${index}`))).toEqual(refused);
    });

    it('and names that are mistyped are refused in the same words as those of others', async () => {
      const editor = signedIn(await tokenOf(gateway, `editor@${body}`));
      const words = async (name: string) => {
        const { __typename, message } = await create(name, 2020, editor);
        return [__typename, (message as string).replace(name, '')];
      };
      expect(await words('甲局局')).toEqual(['ForbiddenError', expect.stringContaining('在您可以填报的单位中没有“”')]);
      expect(await words('甲局局')).toEqual(await words('乙局'));
    });

    it.each([
      ['rollup', '(filter: {within: $id}) { reportCount }'],
      ['rollup', '(filter: {organization: $id}) { reportCount }'],
      ['trend', '(organization: $id) { year }'],
    ])('of nothing have no %s%s', async (field, rest) => {
      const query = `query ($id: ID!) { it: ${field}${rest} }`;
      expect(await gateway.query(query, { id: nowhere })).toMatchObject({
        errors: [{ extensions: { code: 'NOT_FOUND', id: nowhere } }],
      });
      expect((await gateway.query(query, { id: body })).errors).toBeUndefined();
    });
  });
});
