import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

/** What the tokens of the tests say unless told. */
export const issuer = 'https://id.example.gov.cn/realms/gov';
export const audience = 'nianbao';

/** An identity provider that publishes its keys on this machine. */
export interface IdentityProvider {
  readonly jwksUri: string;
  /** How often its keys were asked for. */
  readonly asked: () => number;
  /** Makes a key, which signs from now on; the older ones are published as well, or not any more. */
  readonly changeKey: (keepOlder: boolean) => Promise<void>;
  /** A token of that content, by the key of now. Times are seconds from now. */
  readonly sign: (
    claims?: Record<string, unknown>,
    times?: { expires?: number; notBefore?: number },
  ) => Promise<string>;
  readonly privateKey: () => CryptoKey;
  readonly publicKey: () => CryptoKey;
  readonly keyId: () => string;
  /** Answers with that status instead of its keys. */
  readonly answerWith: (status: number) => void;
  readonly close: () => Promise<void>;
}

/** The settings of a gateway that takes its tokens. */
export function settingsOf({ jwksUri }: IdentityProvider): NodeJS.ProcessEnv {
  return { NIANBAO_JWKS_URI: jwksUri, NIANBAO_JWT_ISSUER: issuer, NIANBAO_JWT_AUDIENCE: audience };
}

/** Starts one on 127.0.0.1. */
export async function openIdentityProvider(): Promise<IdentityProvider> {
  let keys: { kid: string; privateKey: CryptoKey; publicKey: CryptoKey }[] = [];
  let asked = 0;
  let status = 200;
  let made = 0;
  const server = createServer((_, response) => {
    asked += 1;
    const published = keys.map(async ({ kid, publicKey }) => ({ ...(await exportJWK(publicKey)), kid, alg: 'RS256' }));
    void Promise.all(published).then((jwks) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: jwks })),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const now = () => {
    const [key] = keys;
    if (!key) throw new Error('There is no key.');
    return key;
  };
  const changeKey = async (keepOlder: boolean) => {
    const pair = await generateKeyPair('RS256', { extractable: true });
    keys = [{ kid: `key-${++made}`, ...pair }, ...(keepOlder ? keys : [])];
  };
  await changeKey(false);
  return {
    jwksUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/certs`,
    asked: () => asked,
    changeKey,
    sign: (claims = {}, { expires = 300, notBefore = 0 } = {}) => {
      const seconds = Math.floor(Date.now() / 1000);
      const { kid, privateKey } = now();
      return new SignJWT({
        iss: issuer,
        aud: audience,
        sub: 'u-1',
        nbf: seconds + notBefore,
        exp: seconds + expires,
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256', kid })
        .sign(privateKey);
    },
    privateKey: () => now().privateKey,
    publicKey: () => now().publicKey,
    keyId: () => now().kid,
    answerWith: (code) => {
      status = code;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => undefined);
    },
  };
}
