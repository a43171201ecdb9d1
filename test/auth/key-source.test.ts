import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeySource, type KeySourceOptions } from '#auth/key-source.ts';
import { createTokenVerifier } from '#auth/token-verifier.ts';
import { audience, issuer, openIdentityProvider, type IdentityProvider } from './identity-provider.ts';

describe('the keys of an identity provider', () => {
  let provider: IdentityProvider;
  let warnings: string[];

  beforeEach(async () => {
    provider = await openIdentityProvider();
    warnings = [];
  });

  afterEach(() => provider.close());

  function open(options: Partial<KeySourceOptions> = {}) {
    const log: KeySourceOptions['log'] = ({ message }) => void warnings.push(message);
    const keys = createKeySource({ uri: provider.jwksUri, log, ...options });
    return createTokenVerifier({ issuer, audience, rolesClaim: 'roles' }, keys);
  }

  const refused = expect.objectContaining({ code: 'UNAUTHENTICATED' });
  const unavailable = expect.objectContaining({ code: 'SIGN_IN_UNAVAILABLE' });

  it('are fetched once for many tokens', async () => {
    const verify = open();
    const tokens = await Promise.all([provider.sign(), provider.sign({ sub: 'u-2' }), provider.sign({ sub: 'u-3' })]);
    const people = await Promise.all(tokens.map(verify));
    expect(people.map(({ subject }) => subject)).toEqual(['u-1', 'u-2', 'u-3']);
    expect(provider.asked()).toBe(1);
  });

  it('may change at any time: an unknown one makes them be fetched again', async () => {
    const verify = open({ cooldownMilliseconds: 0 });
    const old = await provider.sign();
    await verify(old);
    await provider.changeKey(true);
    expect(await verify(await provider.sign({ sub: 'u-2' }))).toMatchObject({ subject: 'u-2' });
    expect(await verify(old)).toMatchObject({ subject: 'u-1' });
    expect(provider.asked()).toBe(2);
  });

  it('are not fetched for every token with an unknown one', async () => {
    const verify = open();
    await verify(await provider.sign());
    await provider.changeKey(false);
    const forged = await provider.sign();
    for (let index = 0; index < 5; index++) await expect(verify(forged)).rejects.toEqual(refused);
    expect(provider.asked()).toBe(1);
  });

  it('go on when the provider goes away', async () => {
    const verify = open({ refreshMilliseconds: 0, cooldownMilliseconds: 0 });
    const token = await provider.sign();
    await verify(token);
    provider.answerWith(500);
    expect(await verify(token)).toMatchObject({ subject: 'u-1' });
    await provider.close();
    expect(await verify(token)).toMatchObject({ subject: 'u-1' });
    await expect.poll(() => warnings).toContain('the keys of the identity provider can not be fetched');
  });

  it('are not trusted any more once the provider has taken one back', async () => {
    const verify = open({ refreshMilliseconds: 0, cooldownMilliseconds: 0 });
    const token = await provider.sign();
    await verify(token);
    await provider.changeKey(false);
    await expect
      .poll(() =>
        verify(token).then(
          () => 'taken',
          () => 'refused',
        ),
      )
      .toBe('refused');
  });

  it('are waited for when the provider is away at the start, without asking it for every token', async () => {
    provider.answerWith(503);
    const verify = open({ firstCooldownMilliseconds: 150 });
    const token = await provider.sign();
    await expect(verify(token)).rejects.toEqual(unavailable);
    await expect(verify(token)).rejects.toEqual(unavailable);
    expect(provider.asked()).toBe(1);
    provider.answerWith(200);
    await expect
      .poll(() =>
        verify(token).then(
          ({ subject }) => subject,
          () => null,
        ),
      )
      .toBe('u-1');
  });
});
