import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asNobody, openGateway, signedIn, type Gateway } from '../gateway/open-gateway.ts';
import { readSample } from '../gateway/read-sample.ts';
import { storeKinds } from '../gateway/store-kinds.ts';

const create = `mutation ($name: String!, $roles: [String!]!, $expiresAt: DateTime) {
  createApiKey(input: {name: $name, roles: $roles, expiresAt: $expiresAt}) {
    __typename
    ... on CreateApiKeySuccess { token apiKey { id roles createdBy revokedAt lastUsedAt expiresAt } }
    ... on InvalidInputError { issues { path } }
  }
}`;
const revoke = `mutation ($id: ID!) {
  revokeApiKey(id: $id) { __typename ... on RevokeApiKeySuccess { apiKey { revokedAt } } } }`;
const list = '{ apiKeys { id name roles lastUsedAt } }';
const viewer = { query: '{ viewer { subject name roles } }' };

interface Made {
  readonly token: string;
  readonly apiKey: { readonly id: string; readonly roles: readonly string[]; readonly expiresAt: string };
}

describe.for(storeKinds)('API keys on $name', ({ missing, settings }) => {
  describe.skipIf(missing)('of a gateway', () => {
    let gateway: Gateway;
    let here: string;
    let elsewhere: string;

    beforeAll(async () => {
      gateway = await openGateway(settings());
      const form = `mutation ($text: String!, $organization: String!) {
        importReport(input: {text: $text, organization: $organization}) {
          ... on ImportReportSuccess { report { organization { id } } } } }`;
      const organizationOf = async (organization: string) => {
        const { data } = await gateway.query(form, { text: await readSample(), organization });
        return (data as any).importReport.report.organization.id as string; // oxlint-disable-line typescript/no-explicit-any
      };
      here = await organizationOf('本市');
      elsewhere = await organizationOf('他市');
    });

    afterAll(() => gateway.close());

    const ask = async (query: string, variables = {}, token?: string) => {
      const { data, errors } = await gateway.query(query, variables, token === undefined ? {} : signedIn(token));
      return { data: data as any, errors }; // oxlint-disable-line typescript/no-explicit-any
    };
    const make = async (roles: readonly string[], token?: string): Promise<Made> => {
      const { data } = await ask(create, { name: '采集', roles }, token);
      return data.createApiKey as Made;
    };

    it('are shown once, sign a machine in, and are listed without their secret', async () => {
      const { token, apiKey } = await make([`editor@${here}`]);
      expect(apiKey).toMatchObject({ roles: [`editor@${here}`], createdBy: 'development', revokedAt: null });
      expect(await (await gateway.post(viewer, signedIn(token))).json()).toEqual({
        data: { viewer: { subject: `api-key:${apiKey.id}`, name: '采集', roles: [`editor@${here}`] } },
      });
      await expect.poll(async () => (await ask(list)).data.apiKeys[0].lastUsedAt).toEqual(expect.any(String));
      expect(JSON.stringify(await ask(list))).not.toContain(token.slice(-43));
    });

    it('may do what their roles may, there and not elsewhere', async () => {
      const { token } = await make([`editor@${here}`]);
      const form = `mutation ($text: String!, $organization: String!) {
        importReport(input: {text: $text, organization: $organization, year: 2020}) { __typename } }`;
      const importFor = async (organization: string) =>
        (await ask(form, { text: await readSample(), organization }, token)).data.importReport.__typename as string;
      expect(await importFor('本市')).toBe('ImportReportSuccess');
      expect(await importFor('他市')).toBe('ForbiddenError');
      expect(await importFor('新市')).toBe('ForbiddenError');
      expect((await ask('{ organization(name: "新市") { id } }')).data.organization).toBeNull();
    });

    it('are refused once revoked, once expired, and when they are none', async () => {
      const { token, apiKey } = await make(['reader']);
      const statusOf = async (tried: string) => (await gateway.post(viewer, signedIn(tried))).status;
      expect(await statusOf(token)).toBe(200);
      expect((await ask(revoke, { id: apiKey.id })).data.revokeApiKey.apiKey.revokedAt).toEqual(expect.any(String));
      expect(await statusOf(token)).toBe(401);
      const soon = new Date(Date.now() + 150).toISOString();
      const passing = (await ask(create, { name: 'x', roles: ['reader'], expiresAt: soon })).data.createApiKey as Made;
      await expect.poll(() => statusOf(passing.token)).toBe(401);
      const { token: other } = await make(['reader']);
      expect(await statusOf(`${other.slice(0, -1)}${other.endsWith('A') ? 'E' : 'A'}`)).toBe(401);
      expect(await statusOf('nbk_')).toBe(401);
      expect(await statusOf(`nbk_${'0'.repeat(16)}_${'A'.repeat(43)}`)).toBe(401);
    });

    it('of an administrator of one place reach no further than that place', async () => {
      const { token: local } = await make([`administrator@${here}`]);
      const typeOf = async (roles: readonly string[]) =>
        (await ask(create, { name: 'x', roles }, local)).data.createApiKey.__typename as string;
      expect(await typeOf([`editor@${here}`])).toBe('CreateApiKeySuccess');
      expect(await typeOf([`editor@${elsewhere}`])).toBe('ForbiddenError');
      expect(await typeOf(['editor'])).toBe('ForbiddenError');
      expect(await typeOf([`editor@${here}`, 'reader'])).toBe('ForbiddenError');
      const { apiKey: foreign } = await make([`editor@${elsewhere}`]);
      expect((await ask(revoke, { id: foreign.id }, local)).data.revokeApiKey.__typename).toBe('NotFoundError');
      const listed = (await ask(list, {}, local)).data.apiKeys as Made['apiKey'][];
      expect(listed.flatMap(({ roles }) => roles).filter((role) => !role.endsWith(`@${here}`))).toEqual([]);
      expect(listed.length).toBeGreaterThan(1);
    });

    it('are made of roles that there are', async () => {
      const issuesOf = async (variables: object) =>
        (await ask(create, { name: 'x', roles: ['reader'], ...variables })).data.createApiKey.issues;
      expect(await issuesOf({ roles: [] })).toEqual([{ path: 'roles' }]);
      expect(await issuesOf({ roles: ['root'] })).toEqual([{ path: 'roles' }]);
      expect(await issuesOf({ name: ' ' })).toEqual([{ path: 'name' }]);
      expect(await issuesOf({ expiresAt: '2020-01-01T00:00:00Z' })).toEqual([{ path: 'expiresAt' }]);
    });

    it('are the matter of administrators', async () => {
      const { token } = await make(['publisher', 'supervisor', 'editor', 'reviewer', 'reader']);
      for (const headers of [asNobody, signedIn(token)]) {
        expect(await gateway.query(list, {}, headers)).toMatchObject({
          errors: [{ extensions: { code: 'FORBIDDEN' } }],
        });
        const { data } = await gateway.query(create, { name: 'x', roles: ['reader'] }, headers);
        expect(data).toMatchObject({ createApiKey: { __typename: 'ForbiddenError' } });
      }
    });
  });
});
