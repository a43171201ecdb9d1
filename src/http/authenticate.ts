import { GraphQLError } from 'graphql';
import type { Principal } from '#auth/principal.ts';
import type { SignIn } from '#auth/sign-in.ts';
import { toNianbaoError } from '#errors/nianbao-error.ts';
import { localeOf } from '#graphql/create-context.ts';
import type { HttpLog } from './http-log.ts';

/** What the caller of GraphQL hears, whatever is wrong with a token: the whole request is refused with the same words. */
function refusal(cause: unknown, request: Request): GraphQLError {
  const error = toNianbaoError(cause);
  const headers = error.code === 'UNAUTHENTICATED' ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {};
  return new GraphQLError(error.say(localeOf(request.headers.get('accept-language'))), {
    extensions: { code: error.code, http: { status: error.status, headers } },
  });
}

function reasonOf({ cause }: Error): string {
  return cause instanceof Error ? cause.message : '';
}

/** Who sends a request; logs why somebody is refused. */
export async function authenticate(signIn: SignIn, request: Request, log: HttpLog): Promise<Principal> {
  try {
    return await signIn.identify(request.headers.get('authorization'));
  } catch (cause) {
    const error = toNianbaoError(cause);
    log({ level: 'warn', message: 'a sign-in was refused', code: error.code, reason: reasonOf(error) });
    throw refusal(error, request);
  }
}
