import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Store } from '#store/store.ts';
import { serveArtifact } from './artifacts.ts';
import { createGraphQLHandler, type GraphQLSettings } from './graphql.ts';
import type { Metrics } from './metrics.ts';

/** One address and what answers there; `parameters` are the groups of the path. */
export interface Route {
  readonly name: string;
  readonly path: RegExp;
  readonly methods: readonly string[];
  readonly handle: (request: IncomingMessage, response: ServerResponse, parameters: readonly string[]) => unknown;
}

const reading = ['GET', 'HEAD'] as const;

/** Answers with a text. */
export function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(text);
}

/** What is there as long as the process lives: `/healthz` and `/metrics`. */
export function livingRoutes(metrics: Metrics): Route[] {
  return [
    {
      name: 'healthz',
      path: /^\/healthz$/u,
      methods: reading,
      handle: (_, response) => sendText(response, 200, 'ok\n'),
    },
    {
      name: 'metrics',
      path: /^\/metrics$/u,
      methods: reading,
      handle: async (_, response) => {
        const { text, contentType } = await metrics.print();
        sendText(response, 200, text, contentType);
      },
    },
  ];
}

/** `/readyz`: 200 while the store answers. */
export function readyRoute(store: Store): Route {
  return {
    name: 'readyz',
    path: /^\/readyz$/u,
    methods: reading,
    handle: async (_, response) => {
      await store.ping();
      sendText(response, 200, 'ok\n');
    },
  };
}

/** What a gateway serves besides: `/graphql`, `/artifacts/…`, `/`. */
export function gatewayRoutes(settings: GraphQLSettings): Route[] {
  const yoga = createGraphQLHandler(settings);
  const { store } = settings.services;
  return [
    {
      name: 'graphql',
      path: /^\/graphql$/u,
      methods: ['GET', 'POST', 'OPTIONS'],
      handle: (request, response) => yoga(request, response),
    },
    {
      name: 'artifacts',
      path: /^\/artifacts\/([0-9a-f]{64})(?:\/[^/]*)?$/u,
      methods: reading,
      handle: async (request, response, [sha256 = '']) => {
        const { viewer } = await settings.authenticate(request);
        await serveArtifact(store, { viewer, sha256 }, request, response);
      },
    },
    {
      name: 'root',
      path: /^\/$/u,
      methods: reading,
      handle: (_, response) => response.writeHead(302, { location: '/graphql' }).end(),
    },
  ];
}
