import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import { GraphQLError } from 'graphql';
import { createGraphQLError, type Plugin } from 'graphql-yoga';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Context } from '#graphql/context.ts';
import { localeOf } from '#graphql/create-context.ts';

/** Operations that clients may name by their SHA-256 instead of sending them. */
export interface TrustedDocuments {
  readonly documents: ReadonlyMap<string, string>;
  /** Nothing else is executed. */
  readonly only: boolean;
}

function refusal(code: 'DOCUMENT_UNKNOWN' | 'DOCUMENT_NOT_TRUSTED') {
  return ({ request }: { readonly request: Request }) => {
    const error = new NianbaoError(code, {});
    return new GraphQLError(error.say(localeOf(request.headers.get('accept-language'))), {
      extensions: { code, http: { status: error.status } },
    });
  };
}

function noOperation() {
  return createGraphQLError('Must provide query string.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });
}

/** Takes `extensions.persistedQuery.sha256Hash` for the operation; DOCUMENT_UNKNOWN, DOCUMENT_NOT_TRUSTED. */
export function useTrustedDocuments({ documents, only }: TrustedDocuments): Plugin<Context> {
  return usePersistedOperations<Context>({
    getPersistedOperation: (hash) => documents.get(hash) ?? null,
    allowArbitraryOperations: !only,
    customErrors: {
      notFound: refusal('DOCUMENT_UNKNOWN'),
      keyNotFound: only ? refusal('DOCUMENT_NOT_TRUSTED') : noOperation,
      persistedQueryOnly: refusal('DOCUMENT_NOT_TRUSTED'),
    },
  });
}
