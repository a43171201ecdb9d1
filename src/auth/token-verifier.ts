import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Principal } from './principal.ts';
import { refuse } from './refuse.ts';
import { parseGrant } from './roles.ts';

/** What the tokens of an identity provider must say. */
export interface TokenSettings {
  readonly issuer: string;
  readonly audience: string;
  /** The claim that holds the roles: its name, or a path of names with dots between them. */
  readonly rolesClaim: string;
}

/** Signatures with a key of one's own only: with a shared secret, whoever knows the public key could sign. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** Seconds that the clocks of the gateway and of the identity provider may differ by. */
const CLOCK_SKEW = 30;

const LONGEST_SUBJECT = 255;

/** Subjects of machines and of the gateway's own begin with a word of ours; a person's must not. */
const reserved = /^(?:api-key:|development$|operator$)/u;

/** The members of a claim that is an object, or nothing. */
function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** A name with dots in it may be a claim's own name, as those that are addresses are. */
function claimOf(payload: JWTPayload, path: string): unknown {
  if (Object.hasOwn(payload, path)) return payload[path];
  return path.split('.').reduce<unknown>((value, name) => {
    const members = membersOf(value);
    return Object.hasOwn(members, name) ? members[name] : undefined;
  }, payload);
}

/** Roles are a list of texts, or one text with spaces between them. Those that are not ours mean nothing. */
function grantsOf(claim: unknown): Principal['grants'] {
  const texts: readonly unknown[] = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : [];
  return texts.flatMap((text) => (typeof text === 'string' ? (parseGrant(text) ?? []) : []));
}

function nameOf({ name, preferred_username: userName }: JWTPayload): string | null {
  return (
    ([name, userName].find((text) => typeof text === 'string' && text.trim() !== '') as string | undefined) ?? null
  );
}

function personOf(payload: JWTPayload, rolesClaim: string): Principal {
  const { sub: subject = '' } = payload;
  if (subject === '' || subject.length > LONGEST_SUBJECT) throw refuse('the subject is empty or too long');
  if (reserved.test(subject)) throw refuse('the subject is one of the gateway’s own');
  return { kind: 'person', subject, name: nameOf(payload), grants: grantsOf(claimOf(payload, rolesClaim)) };
}

/** Why a token was refused, in words that hold nothing of it. */
function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTClaimValidationFailed)
    return `the claim “${error.claim}” does not fit (${error.reason})`;
  return error instanceof errors.JOSEError ? `${error.message} (${error.code})` : 'it can not be read';
}

/** Makes the function that tells whose token it is; UNAUTHENTICATED when it is nobody's, or not any more. */
export function createTokenVerifier(
  { issuer, audience, rolesClaim }: TokenSettings,
  keys: JWTVerifyGetKey,
): (token: string) => Promise<Principal> {
  const rules = { issuer, audience, algorithms, clockTolerance: CLOCK_SKEW, requiredClaims: ['sub', 'exp'] };
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, rules);
      return personOf(payload, rolesClaim);
    } catch (error) {
      throw error instanceof NianbaoError ? error : refuse(reasonOf(error), error);
    }
  };
}
