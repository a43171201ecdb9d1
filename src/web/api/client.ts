import { Client, fetchExchange, type AnyVariables, type TypedDocumentNode } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { addressOf } from '../settings.ts';

/** Who asks, and in which language errors are to be said. */
export interface Caller {
  readonly token: string | undefined;
  readonly locale: string;
}

interface PersistedDocument {
  readonly __meta__?: { readonly hash?: string };
}

function hashOf(document: TypedDocumentNode<unknown, AnyVariables> | PersistedDocument): string {
  return (document as PersistedDocument).__meta__?.hash ?? '';
}

/** A client of this page's gateway. Documents are named by their hash, as the gateway knows them. */
export function createClient({ token, locale }: Caller): Client {
  return new Client({
    url: addressOf('graphql'),
    preferGetMethod: false,
    fetchSubscriptions: true,
    requestPolicy: 'network-only',
    exchanges: [
      persistedExchange({
        preferGetForPersistedQueries: false,
        enforcePersistedQueries: true,
        enableForMutation: true,
        enableForSubscriptions: true,
        generateHash: (_, document) => Promise.resolve(hashOf(document)),
      }),
      fetchExchange,
    ],
    fetchOptions: () => ({
      headers: { 'accept-language': locale, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    }),
  });
}
