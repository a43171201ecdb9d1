import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openIdentityProvider, settingsOf, type IdentityProvider } from '../auth/identity-provider.ts';
import { asNobody, developmentToken, openGateway, signedIn, type Gateway } from '../gateway/open-gateway.ts';

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
    expect(await (await gateway.post(question, asNobody)).json()).toEqual(nobody);
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
    expect(await gateway.query(register, {}, asNobody)).toEqual({
      data: {
        registerPlugin: { __typename: 'ForbiddenError', message: expect.stringContaining('您没有执行此操作的权限') },
      },
    });
    expect(await gateway.query(register)).toMatchObject({ data: { registerPlugin: { __typename: 'PluginError' } } });
    const unregister = 'mutation { unregisterPlugin(name: "html") }';
    expect(await gateway.query(unregister, {}, asNobody)).toMatchObject({
      errors: [{ path: ['unregisterPlugin'], extensions: { code: 'FORBIDDEN' } }],
    });
  });
});

describe('signing in with an identity provider', () => {
  let provider: IdentityProvider;
  let gateway: Gateway;

  beforeAll(async () => {
    provider = await openIdentityProvider();
    gateway = await openGateway({ ...settingsOf(provider), NIANBAO_DEV_TOKEN: '' });
  });

  afterAll(async () => {
    await gateway.close();
    await provider.close();
  });

  const ask = async (token: string) => gateway.post(question, signedIn(token));

  it('takes its tokens, and no development token that was not set', async () => {
    const token = await provider.sign({ sub: 'u-7', name: '张三', roles: ['reviewer'] });
    expect(await (await ask(token)).json()).toEqual({
      data: { viewer: { subject: 'u-7', name: '张三', roles: ['reviewer'] } },
    });
    expect((await ask(developmentToken)).status).toBe(401);
  });

  it('refuses what is expired, forged or huge with the same words', async () => {
    const good = await provider.sign();
    const answers = await Promise.all(
      [await provider.sign({}, { expires: -60 }), `${good.slice(0, -8)}AAAAAAAA`, good + 'A'.repeat(20_000)].map(ask),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    const [first, ...others] = await Promise.all(answers.map((answer) => answer.text()));
    expect(others).toEqual([first, first]);
    expect((await ask('A'.repeat(40_000))).status).toBe(431);
  });
});

describe('a gateway whose identity provider is away from the start', () => {
  it('refuses tokens and serves the anonymous', async () => {
    const settings = {
      NIANBAO_JWKS_URI: 'http://127.0.0.1:9/certs',
      NIANBAO_JWT_ISSUER: 'i',
      NIANBAO_JWT_AUDIENCE: 'a',
    };
    const gateway = await openGateway(settings);
    try {
      expect(await (await gateway.post(question, asNobody)).json()).toEqual(nobody);
      const token = `${Buffer.from('{"alg":"RS256","kid":"x"}').toString('base64url')}.e30.AAAA`;
      const answer = await gateway.post(question, signedIn(token));
      expect([answer.status, await answer.json()]).toMatchObject([
        503,
        { errors: [{ extensions: { code: 'SIGN_IN_UNAVAILABLE' } }] },
      ]);
    } finally {
      await gateway.close();
    }
  });
});
