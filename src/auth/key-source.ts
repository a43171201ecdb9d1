import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { AuthLog } from './auth-log.ts';

/** Where an identity provider publishes its keys, and how often it is asked. */
export interface KeySourceOptions {
  readonly uri: string;
  readonly log: AuthLog;
  /** Keys that are older are fetched again while they go on being used; 10 min unless told. */
  readonly refreshMilliseconds?: number;
  /** Shortest time between two fetches, whatever tokens ask for; 30 s unless told. */
  readonly cooldownMilliseconds?: number;
  /** The same as long as there are no keys at all; 3 s unless told. */
  readonly firstCooldownMilliseconds?: number;
}

const defaults = { refreshMilliseconds: 600_000, cooldownMilliseconds: 30_000, firstCooldownMilliseconds: 3000 };

/**
 * The keys of an identity provider. One that is not known makes them be fetched again, so that they can be changed at
 * any time; while the provider is away those that are known go on. SIGN_IN_UNAVAILABLE as long as there are none.
 */
export function createKeySource(options: KeySourceOptions): JWTVerifyGetKey {
  const { uri, log, refreshMilliseconds, cooldownMilliseconds, firstCooldownMilliseconds } = {
    ...defaults,
    ...options,
  };
  const remote = createRemoteJWKSet(new URL(uri), { cacheMaxAge: Infinity });
  let known: JWTVerifyGetKey | undefined;
  let triedAt = -Infinity;
  let underWay: Promise<void> | undefined;

  async function fetchKeys(): Promise<void> {
    triedAt = performance.now();
    try {
      await remote.reload();
      const keys = remote.jwks();
      if (keys) known = createLocalJWKSet(keys);
    } catch (cause) {
      log({ level: 'warn', message: 'the keys of the identity provider can not be fetched', uri, cause });
    }
  }

  function isOlderThan(milliseconds: number): boolean {
    return performance.now() - triedAt >= milliseconds;
  }

  async function fetchUnlessTriedWithin(milliseconds: number): Promise<void> {
    if (underWay === undefined && !isOlderThan(milliseconds)) return;
    underWay ??= fetchKeys().finally(() => (underWay = undefined));
    await underWay;
  }

  return async (header, token) => {
    if (!known) await fetchUnlessTriedWithin(firstCooldownMilliseconds);
    if (!known) throw new NianbaoError('SIGN_IN_UNAVAILABLE', {}, { cause: new Error('there are no keys yet') });
    if (isOlderThan(refreshMilliseconds)) void fetchUnlessTriedWithin(refreshMilliseconds);
    try {
      return await known(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await fetchUnlessTriedWithin(cooldownMilliseconds);
      return known(header, token);
    }
  };
}
