import { NianbaoError } from '#errors/nianbao-error.ts';
import { developer, isSameSecret } from './development.ts';
import { anonymous, type Principal } from './principal.ts';

/** Finds out who is calling. */
export interface SignIn {
  /**
   * Who the value of an Authorization header stands for; the anonymous without one. UNAUTHENTICATED when it stands for
   * nobody: the reason is in the cause, for the log.
   */
  readonly identify: (authorization: string | null) => Promise<Principal>;
}

/** What a gateway accepts. */
export interface SignInSettings {
  /** Undefined: there is no development administrator. */
  readonly developmentToken: string | undefined;
}

function refuse(reason: string): NianbaoError {
  return new NianbaoError('UNAUTHENTICATED', {}, { cause: new Error(reason) });
}

/** The bearer token of a header. */
function bearerToken(authorization: string): string {
  const [, token] = /^Bearer +(\S+) *$/iu.exec(authorization) ?? [];
  if (token === undefined) throw refuse('not a bearer token');
  return token;
}

/** Signs callers in by what the settings say. */
export function createSignIn({ developmentToken }: SignInSettings): SignIn {
  return {
    identify: async (authorization) => {
      if (authorization === null) return anonymous;
      const token = bearerToken(authorization);
      if (developmentToken !== undefined && isSameSecret(token, developmentToken)) return developer;
      throw refuse('unknown token');
    },
  };
}
