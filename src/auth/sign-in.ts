import { isKeyToken } from './api-keys.ts';
import { developer, isSameSecret } from './development.ts';
import { anonymous, type Principal } from './principal.ts';
import { refuse } from './refuse.ts';

/** Finds out who is calling. */
export interface SignIn {
  /**
   * Who the value of an Authorization header stands for; the anonymous without one. UNAUTHENTICATED when it stands for
   * nobody, with the reason in the cause, for the log; SIGN_IN_UNAVAILABLE when that can not be found out.
   */
  readonly identify: (authorization: string | null) => Promise<Principal>;
}

/** What a gateway accepts. */
export interface SignInSettings {
  /** Undefined: there is no development administrator. */
  readonly developmentToken: string | undefined;
  /** Whose the token of a key is. */
  readonly identifyKey: (token: string) => Promise<Principal>;
  /** Whose a token of the identity provider is; undefined: there is none. */
  readonly verifyToken: ((token: string) => Promise<Principal>) | undefined;
}

/** Nothing longer is looked at. Tokens of identity providers that carry many roles have 2 to 4 KB. */
const LONGEST_TOKEN = 8192;

/** The bearer token of a header. */
function bearerToken(authorization: string): string {
  if (authorization.length > LONGEST_TOKEN) throw refuse('the token is too long');
  const [, token] = /^Bearer +(\S+) *$/iu.exec(authorization) ?? [];
  if (token === undefined) throw refuse('it is not a bearer token');
  return token;
}

/** Signs callers in by what the settings say. */
export function createSignIn({ developmentToken, identifyKey, verifyToken }: SignInSettings): SignIn {
  return {
    identify: async (authorization) => {
      if (authorization === null) return anonymous;
      const token = bearerToken(authorization);
      if (developmentToken !== undefined && isSameSecret(token, developmentToken)) return developer;
      if (isKeyToken(token)) return identifyKey(token);
      if (verifyToken) return verifyToken(token);
      throw refuse('the token is of no kind that is accepted here');
    },
  };
}
