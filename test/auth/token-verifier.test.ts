import { exportSPKI, SignJWT, UnsecuredJWT, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeySource } from '#auth/key-source.ts';
import type { Principal } from '#auth/principal.ts';
import { createTokenVerifier } from '#auth/token-verifier.ts';
import { audience, issuer, openIdentityProvider, type IdentityProvider } from './identity-provider.ts';

describe('a token of the identity provider', () => {
  let provider: IdentityProvider;
  let verifiers: Map<string, (token: string) => Promise<Principal>>;

  beforeAll(async () => {
    provider = await openIdentityProvider();
    const keys = createKeySource({ uri: provider.jwksUri, log: () => undefined });
    const claims = ['roles', 'realm_access.roles', 'https://example.gov.cn/roles'];
    verifiers = new Map(
      claims.map((rolesClaim) => [rolesClaim, createTokenVerifier({ issuer, audience, rolesClaim }, keys)]),
    );
  });

  afterAll(() => provider.close());

  const verify = (token: string, rolesClaim = 'roles') => verifiers.get(rolesClaim)!(token);

  it('says who somebody is and what they may do', async () => {
    const token = await provider.sign({
      sub: 'u-7',
      name: '张三',
      roles: ['editor@o1', 'reviewer', 'admin-of-something-else'],
    });
    expect(await verify(token)).toEqual({
      kind: 'person',
      subject: 'u-7',
      name: '张三',
      grants: [
        { role: 'editor', organization: 'o1' },
        { role: 'reviewer', organization: null },
      ],
    });
  });

  it('may have its roles in another claim, and written otherwise', async () => {
    const editor = [{ role: 'editor', organization: null }];
    const keycloak = await provider.sign({ realm_access: { roles: ['editor'] } });
    expect((await verify(keycloak, 'realm_access.roles')).grants).toEqual(editor);
    const address = 'https://example.gov.cn/roles';
    expect((await verify(await provider.sign({ [address]: ['editor'] }), address)).grants).toEqual(editor);
    expect((await verify(await provider.sign({ roles: 'offline editor' }))).grants).toEqual(editor);
  });

  it.each([[undefined], [null], [7], [{}], [[1, null, ['administrator']]], ['']])(
    'gives no role that it does not name: %j',
    async (roles) => expect((await verify(await provider.sign({ roles }))).grants).toEqual([]),
  );

  it('may be of a moment ago, for clocks differ', async () => {
    expect(await verify(await provider.sign({}, { expires: -10 }))).toMatchObject({ subject: 'u-1' });
    expect(await verify(await provider.sign({}, { notBefore: 10 }))).toMatchObject({ subject: 'u-1' });
  });

  const seconds = () => Math.floor(Date.now() / 1000);
  const claims = () => ({ iss: issuer, aud: audience, sub: 'u-1', roles: ['administrator'], exp: seconds() + 300 });

  const bad: Record<string, [make: () => Promise<string> | string, reason: RegExp]> = {
    expired: [() => provider.sign({}, { expires: -60 }), /"exp" claim/u],
    'not yet valid': [() => provider.sign({}, { notBefore: 60 }), /nbf/u],
    'of another issuer': [() => provider.sign({ iss: 'https://elsewhere.example' }), /“iss”/u],
    'of no issuer': [() => provider.sign({ iss: undefined }), /“iss”/u],
    'for another audience': [() => provider.sign({ aud: 'another program' }), /“aud”/u],
    'for no audience': [() => provider.sign({ aud: undefined }), /“aud”/u],
    'without an end': [() => provider.sign({ exp: undefined }), /“exp”/u],
    'without a subject': [() => provider.sign({ sub: undefined }), /“sub”/u],
    'of an empty subject': [() => provider.sign({ sub: '' }), /subject/u],
    'that poses as a machine': [() => provider.sign({ sub: 'api-key:1' }), /own/u],
    'that poses as the development administrator': [() => provider.sign({ sub: 'development' }), /own/u],
    'of an endless subject': [() => provider.sign({ sub: 'x'.repeat(256) }), /subject/u],
    'without a signature (alg none)': [() => new UnsecuredJWT(claims()).encode(), /ERR_/u],
    'signed with the public key as a shared secret': [
      async () => {
        const secret = new TextEncoder().encode(await exportSPKI(provider.publicKey()));
        return new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: provider.keyId() }).sign(secret);
      },
      /ERR_JOSE_ALG_NOT_ALLOWED/u,
    ],
    'of an unknown key': [
      async () => {
        const { privateKey } = await generateKeyPair('RS256');
        return new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', kid: 'unknown' }).sign(privateKey);
      },
      /ERR_JWKS_NO_MATCHING_KEY/u,
    ],
    'of another key under a known name': [
      async () => {
        const { privateKey } = await generateKeyPair('RS256');
        return new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', kid: provider.keyId() }).sign(privateKey);
      },
      /ERR_JWS_SIGNATURE_VERIFICATION_FAILED/u,
    ],
    'that was changed': [
      async () => {
        const [head, , signature] = (await provider.sign()).split('.');
        return [head, Buffer.from(JSON.stringify(claims())).toString('base64url'), signature].join('.');
      },
      /ERR_JWS_SIGNATURE_VERIFICATION_FAILED/u,
    ],
    'with a critical header that nobody knows': [
      () =>
        new SignJWT(claims())
          .setProtectedHeader({ alg: 'RS256', kid: provider.keyId(), crit: ['b64'], b64: true })
          .sign(provider.privateKey())
          .then((token) => token.replace(/^[^.]+/u, (head) => withHeader(head, { crit: ['exp'] }))),
      /ERR_/u,
    ],
    'that is no token': [() => 'a.b.c', /ERR_JW/u],
    'that is one word': [() => 'secret', /ERR_JW/u],
    'that is empty in its parts': [() => '..', /ERR_JW/u],
  };

  function withHeader(head: string, more: object): string {
    const header = JSON.parse(Buffer.from(head, 'base64url').toString('utf8')) as object;
    return Buffer.from(JSON.stringify({ ...header, ...more })).toString('base64url');
  }

  it.each(Object.entries(bad))('is refused when it is one %s', async (_, [make, reason]) => {
    const token = await make();
    const error = await verify(token).then(
      () => undefined,
      (cause: unknown) => cause as Error,
    );
    expect(error).toMatchObject({
      code: 'UNAUTHENTICATED',
      message: 'The sign-in is not valid (any more); sign in again.',
    });
    const logged = String((error as { cause?: Error } | undefined)?.cause?.message);
    expect(logged).toMatch(reason);
    expect(logged).not.toContain(token);
  });
});
