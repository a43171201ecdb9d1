import { GraphQLError } from 'graphql';
import { toNianbaoError } from '#errors/nianbao-error.ts';
import { localeOf } from '#graphql/create-context.ts';

/** Headers that belong to the answer when a sign-in is refused. */
function refusalHeaders(code: string): Record<string, string> {
  return code === 'UNAUTHENTICATED' ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {};
}

/** What the caller of GraphQL hears, whatever is wrong with a token: the whole request is refused with the same words. */
export function signInRefusal(cause: unknown, request: Request): GraphQLError {
  const error = toNianbaoError(cause);
  return new GraphQLError(error.say(localeOf(request.headers.get('accept-language'))), {
    extensions: { code: error.code, http: { status: error.status, headers: refusalHeaders(error.code) } },
  });
}
