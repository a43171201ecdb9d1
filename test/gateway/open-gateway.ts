import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { readConfig } from '#app/config.ts';
import { createApp, type App } from '#app/create-app.ts';
import type { TypedDocumentString } from '../generated/graphql.ts';

/** The answer to a query. */
export interface Answer<Data> {
  readonly data: Data | null | undefined;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: unknown;
    readonly extensions?: Record<string, unknown>;
  }[];
}

/** The token of the development administrator of every gateway of the tests. */
export const developmentToken = 'development-token-of-the-tests';

/** The header that signs its bearer in. */
export function signedIn(token = developmentToken): { readonly authorization: string } {
  return { authorization: `Bearer ${token}` };
}

/** Headers of a request; what is undefined is left out. */
type RequestHeaders = Readonly<Record<string, string | undefined>>;

/** Signs nobody in. */
export const asNobody: RequestHeaders = { authorization: undefined };

/** A gateway on a port and with data of its own. */
export interface Gateway {
  readonly app: App;
  readonly url: string;
  /** Sends a request as the development administrator, unless the headers say otherwise. */
  readonly post: (body: unknown, headers?: RequestHeaders) => Promise<Response>;
  /** Sends a typed document; throws when it is answered with errors. */
  readonly run: <Data, Variables>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
  ) => Promise<Data>;
  /** Sends any query. */
  readonly query: (
    query: string,
    variables?: Record<string, unknown>,
    headers?: RequestHeaders,
  ) => Promise<Answer<Record<string, never>>>;
  readonly close: () => Promise<void>;
}

async function dropDatabase(uri: string): Promise<void> {
  const client = new MongoClient(uri);
  await client.db().dropDatabase();
  await client.close();
}

function withoutUndefined(headers: RequestHeaders): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/** Starts a gateway, as `nianbao serve` does, with the given environment. */
export async function openGateway(environment: NodeJS.ProcessEnv = {}): Promise<Gateway> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-test-'));
  const app = await createApp(
    readConfig({
      PORT: '0',
      NIANBAO_DATA_DIR: folder,
      NIANBAO_LOG_LEVEL: 'silent',
      NIANBAO_DEV_TOKEN: developmentToken,
      ...environment,
    }),
  );
  await app.ready;
  const post: Gateway['post'] = (body, headers = {}) =>
    fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: withoutUndefined({ 'content-type': 'application/json', ...signedIn(), ...headers }),
      body: JSON.stringify(body),
    });
  const query: Gateway['query'] = async (text, variables = {}, headers = {}) =>
    (await (await post({ query: text, variables }, headers)).json()) as Awaited<ReturnType<Gateway['query']>>;
  return {
    app,
    url: app.url,
    post,
    query,
    run: async <Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables) => {
      const answer = (await (await post({ query: document.toString(), variables })).json()) as Answer<Data>;
      if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer.errors));
      return answer.data;
    },
    close: async () => {
      await app.close();
      if (environment['MONGODB_URI'] !== undefined) await dropDatabase(environment['MONGODB_URI']);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
