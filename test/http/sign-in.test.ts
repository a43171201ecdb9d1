import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { developmentToken, openGateway, signedIn, type Gateway } from '../gateway/open-gateway.ts';

const question = { query: '{ viewer { subject name roles } }' };
const nobody = { data: { viewer: { subject: null, name: null, roles: [] } } };

describe('signing in', () => {
  let gateway: Gateway;

  beforeAll(async () => {
    gateway = await openGateway();
  });

  afterAll(() => gateway.close());

  it('makes the development administrator of its token, and nobody of none', async () => {
    expect(await (await gateway.post(question, signedIn())).json()).toMatchObject({
      data: { viewer: { subject: 'development', roles: ['administrator'] } },
    });
    expect(await (await gateway.post(question, signedIn(null))).json()).toEqual(nobody);
    const lowerCase = await gateway.post(question, { authorization: `bearer ${developmentToken}` });
    expect(await lowerCase.json()).toMatchObject({ data: { viewer: { roles: ['administrator'] } } });
  });

  it.each([`Bearer ${developmentToken}x`, 'Bearer', 'Bearer a b', 'Basic YTpi', developmentToken, ''])(
    'refuses the whole request with the same words: “%s”',
    async (authorization) => {
      const answer = await gateway.post(question, { authorization });
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"']);
      expect(await answer.json()).toEqual({
        errors: [{ message: '登录信息无效或已过期，请重新登录。', extensions: { code: 'UNAUTHENTICATED' } }],
      });
    },
  );

  it('lets administrators manage plugins and nobody else', async () => {
    const register = 'mutation { registerPlugin(input: {name: "nothing"}) { __typename ... on Error { message } } }';
    expect(await gateway.query(register, {}, signedIn(null))).toEqual({
      data: { registerPlugin: { __typename: 'ForbiddenError', message: '您没有执行此操作的权限。' } },
    });
    expect(await gateway.query(register)).toMatchObject({ data: { registerPlugin: { __typename: 'PluginError' } } });
    const unregister = 'mutation { unregisterPlugin(name: "html") }';
    expect(await gateway.query(unregister, {}, signedIn(null))).toMatchObject({
      errors: [{ path: ['unregisterPlugin'], extensions: { code: 'FORBIDDEN' } }],
    });
  });
});
