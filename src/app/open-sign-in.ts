import type { ApiKeys } from '#auth/api-keys.ts';
import { createKeySource } from '#auth/key-source.ts';
import { createSignIn, type SignIn } from '#auth/sign-in.ts';
import { createTokenVerifier } from '#auth/token-verifier.ts';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { logOf } from './create-log.ts';

/** How callers of a gateway of that configuration sign in. */
export function openSignIn({ developmentToken, identityProvider }: Config, apiKeys: ApiKeys, log: Logger): SignIn {
  const keys = identityProvider && createKeySource({ uri: identityProvider.jwksUri, log: logOf(log, 'auth') });
  return createSignIn({
    developmentToken,
    identifyKey: (token) => apiKeys.identify(token),
    verifyToken: keys && createTokenVerifier(identityProvider, keys),
  });
}
