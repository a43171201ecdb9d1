import type { Store } from '#store/store.ts';
import { serveArtifact } from './artifacts.ts';
import { createGraphQLHandler, type GraphQLSettings } from './graphql.ts';
import { sendText, type Route } from './route.ts';
import type { Metrics } from './metrics.ts';
import { webRoutes, type WebPages } from './web-pages.ts';

const reading = ['GET', 'HEAD'] as const;

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

/** What a gateway serves is made of. */
export interface GatewaySettings extends GraphQLSettings {
  /** The reader; undefined where only the API is served. */
  readonly web: WebPages | undefined;
}

const toExplorer: Route = {
  name: 'root',
  path: /^\/$/u,
  methods: reading,
  handle: (_, response) => response.writeHead(302, { location: '/graphql' }).end(),
};

/** What a gateway serves besides: `/graphql`, `/artifacts/…`, and the reader. */
export function gatewayRoutes(settings: GatewaySettings): Route[] {
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
    ...(settings.web ? webRoutes(settings.web) : [toExplorer]),
  ];
}
